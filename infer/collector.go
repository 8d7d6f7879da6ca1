package infer

import (
	"fmt"
	"hash/crc32"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// A Collector adds up what captured deliveries show. Its memory is bounded: by the
// places that the types of [Collector.Know] have, and by maxForeign.
//
// Deliveries that are captured at several places, or by several Collectors at the
// same time, may be told apart in any way: Merge gives the same evidence as one
// Collector that is given all of them, in whatever order. That is why the Origin
// of a fact is no file and no number, but a digest of the delivery.
//
// Evidence of deliveries holds no values: Strings and Numbers are empty. What is
// odd about a delivery stops nothing; it is a fact of its own.
type Collector struct {
	walker walker
	events map[string]*tally
	shapes map[string]*shape // by event
	before Evidence          // of deliveries that are not in events any more
	chunk  []byte            // memory for the next deliveries
}

// NewCollector returns a Collector that has seen nothing.
//
// Names of members are kept, though in some objects they are keys: an id, or the
// address of a person. Where rename is not nil, it says what to keep of a name,
// the name itself or a word for all names of its form. It must always give the
// same for the same name, and such a word never for the name that is the word.
func NewCollector(rename func(name string) string) *Collector {
	c := &Collector{
		walker: walker{rename: rename, nodes: maker{origin: origin}, limit: 2 * maxForeign},
		events: make(map[string]*tally), shapes: make(map[string]*shape),
	}
	c.walker.full = c.raise
	return c
}

// Know says what the types of an event are, before the first of its deliveries. The
// places that they have are told apart however many there are.
func (c *Collector) Know(event string, root Type, envelope *Struct) {
	c.shapes[event] = newShape(root, nil, envelope)
}

// chunkSize is how much memory is allocated for deliveries at once. It is more
// than one or two of them, and no more than the processor's caches hold.
const chunkSize = 128 << 10

// spare is more than a reader needs behind a text.
const spare = 64

// Add adds what one delivery shows to the evidence of an event. The Collector
// keeps nothing of the bytes.
func (c *Collector) Add(event string, delivery []byte) {
	t := c.events[event]
	if t == nil {
		t = &tally{place: place{shape: c.shapes[event]}}
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

// settle makes room: what was added so far becomes evidence, at the level that
// this takes.
func (c *Collector) settle() {
	c.before = c.Evidence()
	c.events = make(map[string]*tally)
	c.walker.level, c.walker.bounded, c.walker.limit = level(c.before.Folded), 0, 2*maxForeign
}

// raise raises the level in the midst of a delivery with too many places: what it
// shows so far is less than what it shows in the end.
func (c *Collector) raise() {
	c.walker.level = level(c.Evidence().Folded)
	c.walker.limit = c.walker.bounded + maxForeign
}

// DeliveryOrigin returns the origin of a delivery as a whole: what tells it from
// others, whoever captured it.
func DeliveryOrigin(delivery []byte) Origin { return origin(digest(delivery)) }

// digest returns a sum that most processors have instructions for, and the length.
func digest(delivery []byte) uint64 {
	return uint64(crc32.ChecksumIEEE(delivery))<<32 | uint64(uint32(len(delivery)))
}

// origin returns the origin of the delivery with a digest.
func origin(digest uint64) Origin { return Origin{Example: fmt.Sprintf("%016x", digest)} }

// reader returns a reader of a copy of text.
func (c *Collector) reader(text []byte) jsontext.Text {
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

// Evidence returns what all deliveries added so far show.
func (c *Collector) Evidence() Evidence {
	e := Evidence{Events: make(map[string]*Node, len(c.events))}
	for event, t := range c.events {
		if n := c.walker.nodes.node(t, usual{}); n != nil {
			e.Events[event] = n
		}
	}
	return Merge(c.before, e.fold(c.walker.level).bound())
}
