package infer

import (
	"fmt"
	"hash/crc32"
	"math"

	"github.com/specimen-go/specimen/emit/payload"
)

// A Collector adds up what captured deliveries show. Its memory grows with the
// different members that they have, not with their number.
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
	sum    *crc32.Table
	chunk  []byte // memory for the next deliveries
}

// NewCollector returns a Collector that has seen nothing.
func NewCollector() *Collector {
	return &Collector{events: make(map[string]*tally), sum: crc32.MakeTable(crc32.Castagnoli)}
}

// chunkSize is how much memory is allocated for deliveries at once. It is more
// than one or two of them, and no more than the processor's caches hold.
const chunkSize = 256 << 10

// spare is more than a reader needs behind a text.
const spare = 64

// Add adds what one delivery shows to the evidence of an event. The Collector
// keeps nothing of the bytes.
func (c *Collector) Add(event string, delivery []byte) {
	t := c.events[event]
	if t == nil {
		t = new(tally)
		c.events[event] = t
	}
	// The two sums have their own instructions in most processors.
	sum := uint64(crc32.Update(0, c.sum, delivery))<<32 | uint64(crc32.ChecksumIEEE(delivery))
	r := c.reader(delivery)
	c.walker.order = sum
	c.walker.start(&r)
	if c.walker.root(t) != nil {
		t.rare().malformed.add(sum, 0)
	}
}

// reader returns a reader of a copy of text.
func (c *Collector) reader(text []byte) payload.Reader {
	need := len(text) + spare
	if len(c.chunk) < need {
		c.chunk = make([]byte, max(need, chunkSize))
	}
	own := c.chunk[:len(text):need]
	c.chunk = c.chunk[need:]
	copy(own, text)
	return payload.OwnReader(own, payload.Limits{MaxBytes: need, MaxDepth: MaxDepth, MaxItems: math.MaxInt})
}

// Evidence returns what all deliveries added so far show.
func (c *Collector) Evidence() Evidence {
	e := Evidence{Events: make(map[string]*Node, len(c.events))}
	nodes := maker{name: func(order uint64) string { return fmt.Sprintf("%016x", order) }}
	for event, t := range c.events {
		e.Events[event] = nodes.node(t)
	}
	return e
}
