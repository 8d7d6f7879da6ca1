package infer

import (
	"fmt"
	"hash/crc32"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// An Accumulator gathers the evidence of captured deliveries. Its memory is bounded by the
// paths of the types given to [Accumulator.Know] and by maxForeign.
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
	types  map[string]*modelType // by event
	before Evidence              // of deliveries that are no longer in events
	chunk  []byte                // memory for the next deliveries
}

// NewAccumulator returns an empty Accumulator.
//
// The evidence has the names of members, and in some objects these are keys, such as an
// id or an email address. If rename is not nil, it returns what to keep of a name: the
// name itself, or a word for all names of the same form. It must return the same for
// the same name, and such a word only for names of its form.
func NewAccumulator(rename func(name string) string) *Accumulator {
	c := &Accumulator{
		walker: walker{rename: rename, nodes: maker{origin: origin}, limit: 2 * maxForeign},
		events: make(map[string]*tally), types: make(map[string]*modelType),
	}
	c.walker.full = c.raise
	return c
}

// Know gives the Accumulator the type of an event. It must be called before the first
// delivery of the event is added.
func (c *Accumulator) Know(event string, root Type, envelope *Struct) {
	c.types[event] = newModelType(root, nil, envelope)
}

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
	sum := digest(delivery)
	r := c.reader(delivery)
	c.walker.order = sum
	c.walker.start(&r)
	if c.walker.root(t) != nil {
		t.rare()[FactMalformed].add(sum, 0)
	}
	if len(c.walker.names) > 0 {
		c.walker.names = nil
	}
	if c.walker.bounded >= maxForeign {
		c.settle()
	}
}

// settle turns what was added so far into evidence, at the level that it needs.
func (c *Accumulator) settle() {
	c.before = c.Evidence()
	c.events = make(map[string]*tally)
	c.walker.level, c.walker.bounded, c.walker.limit = level(c.before.Folded), 0, 2*maxForeign
}

// raise raises the level within a delivery that has too many paths.
func (c *Accumulator) raise() {
	c.walker.level = level(c.Evidence().Folded)
	c.walker.limit = c.walker.bounded + maxForeign
}

// DeliveryOrigin returns the origin of a delivery as a whole. It depends on the bytes
// alone.
func DeliveryOrigin(delivery []byte) Origin { return origin(digest(delivery)) }

// digest returns a checksum and the length of a delivery. Most processors have
// instructions for the checksum.
func digest(delivery []byte) uint64 {
	return uint64(crc32.ChecksumIEEE(delivery))<<32 | uint64(uint32(len(delivery)))
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
	r.Max = maxDepth
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
	return Merge(c.before, e.fold(c.walker.level).bound())
}
