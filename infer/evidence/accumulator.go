package evidence

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// An Accumulator gathers the evidence of captured deliveries. Its memory is bounded by the
// paths of the types given to [Accumulator.Know] and by MaxForeign.
//
// Deliveries can be divided among any number of Accumulators, on any number of machines:
// Merge returns the evidence that one Accumulator has that is given all of them, in any
// order. This is why an Origin names a delivery by a digest, and not by a file or a
// number.
//
// The evidence of deliveries has no values: Strings and Numbers are empty. An invalid
// delivery is a fact, not an error.
type Accumulator struct {
	walker walker
	events map[string]*tally
	types  map[string]Type // by event
	before Evidence        // of deliveries that are no longer in events
	chunk  []byte          // memory for the next deliveries
}

// NewAccumulator returns an empty Accumulator.
//
// The evidence has the names of members, and in some objects these are keys, such as an
// id or an email address. If rename is not nil, it returns what to keep of a name: the
// name itself, or a word for all names of the same form. It must return the same for
// the same name, and such a word only for names of its form.
func NewAccumulator(rename func(name string) string) *Accumulator {
	c := &Accumulator{
		walker: walker{rename: rename, nodes: maker{origin: origin}, limit: 2 * MaxForeign},
		events: make(map[string]*tally), types: make(map[string]Type),
	}
	c.walker.full = c.raise
	return c
}

// Know gives the Accumulator the type of an event. It must be called before the first
// delivery of the event is added.
func (c *Accumulator) Know(event string, root Type) { c.types[event] = root }

// Raise makes the Accumulator fold what is added from now on at a level, if that is higher
// than the one that it needs.
func (c *Accumulator) Raise(l Level) { c.walker.level = max(c.walker.level, l) }

// chunkSize is how much memory is allocated for deliveries at once: more than a few
// deliveries, and no more than a processor cache holds.
const chunkSize = 128 << 10

// spare is how many bytes a reader needs after the text, rounded up.
const spare = 64

// Add adds a delivery to the evidence of an event. The Accumulator does not keep its
// bytes.
func (c *Accumulator) Add(event string, delivery []byte) {
	t := c.events[event]
	if t == nil {
		t = &tally{known: known{model: c.types[event]}}
		c.events[event] = t
	}
	sum := Digest(delivery)
	r := c.reader(delivery)
	c.walker.order = sum
	c.walker.start(&r)
	if c.walker.root(t) != nil {
		t.rare()[FactMalformed].add(sum, 0)
	}
	if len(c.walker.names) > 0 {
		c.walker.names = nil
	}
	if c.walker.bounded >= MaxForeign {
		c.settle()
	}
}

// settle turns what was added so far into evidence, at the level that it needs.
func (c *Accumulator) settle() {
	c.before = c.Evidence()
	c.events = make(map[string]*tally)
	c.walker.level, c.walker.bounded, c.walker.limit = Level(c.before.Folded), 0, 2*MaxForeign
}

// raise raises the level within a delivery that has too many paths.
func (c *Accumulator) raise() {
	c.walker.level = Level(c.Evidence().Folded)
	c.walker.limit = c.walker.bounded + MaxForeign
}

// DeliveryOrigin returns the origin of a delivery as a whole. It depends on the bytes
// alone.
func DeliveryOrigin(delivery []byte) Origin { return origin(Digest(delivery)) }

// Digest returns a number that depends on the bytes of a delivery alone, by which origins of
// deliveries are ordered: LeastDigest and a checksum, or the length of a short one. Most
// processors have instructions for the checksum.
func Digest(delivery []byte) uint64 {
	least := LeastDigest(delivery)
	if len(delivery) < digested {
		return least | uint64(len(delivery))
	}
	return least | uint64(crc32.ChecksumIEEE(delivery))
}

// digested is how many bytes of a long delivery LeastDigest takes.
const digested = 256

// LeastDigest returns a number that the Digest of a delivery is not less than, and that is
// hardly less. It takes some words of the delivery, and not all of it.
func LeastDigest(delivery []byte) uint64 {
	const (
		words  = digested / 8
		factor = 0x9e3779b97f4a7c15 // odd, with bits in no order
	)
	n := len(delivery)
	if n < digested {
		return uint64(crc32.ChecksumIEEE(delivery)) << 32
	}
	even, odd := uint64(n), uint64(0)
	for i := range words / 2 {
		k := i * 8 // words from the beginning, where ids are, and from everywhere
		even = bits.RotateLeft64(even^binary.LittleEndian.Uint64(delivery[k:]), 29) * factor
		k = (n - 8) * (i + 1) / (words / 2)
		odd = bits.RotateLeft64(odd^binary.LittleEndian.Uint64(delivery[k:]), 29) * factor
	}
	return (even ^ bits.RotateLeft64(odd, 32)) * factor &^ math.MaxUint32
}

// origin returns the origin of the delivery with a digest.
func origin(digest uint64) Origin { return Origin{Example: fmt.Sprintf("%016x", digest)} }

// reader returns a reader of a copy of the text.
func (c *Accumulator) reader(text []byte) jsontext.Text {
	need := len(text) + spare
	if len(c.chunk) < need {
		c.chunk = make([]byte, max(need, chunkSize))
	}
	own := c.chunk[:len(text):need]
	c.chunk = c.chunk[need:]
	copy(own, text)
	r := jsontext.OwnText(own)
	r.Max = MaxDepth
	return r
}

// Evidence returns the evidence of all deliveries added so far.
func (c *Accumulator) Evidence() Evidence {
	e := Evidence{Events: make(map[string]*Node, len(c.events))}
	for event, t := range c.events {
		if n := c.walker.nodes.node(t, usual{}); n != nil {
			e.Events[event] = n
		}
	}
	return Merge(c.before, e.Fold(c.walker.level).bound())
}
