package observe

import (
	"bytes"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// A Picker keeps those of the deliveries that it is given which are asked for.
// Unlike everything else here, it holds values: it is for those who want to see a
// delivery, once they know which one. It is for one goroutine.
type Picker struct {
	source finder
	topics Topics
	wanted map[string]bool // by what Origin.Example is of the delivery
	found  map[string]Delivery
}

// Delivery is the body of a delivery.
type Delivery struct {
	Topic string // of the spec
	Body  []byte
}

// NewPicker returns a Picker of the deliveries that the origins of facts name.
func NewPicker(source Source, topics Topics, origins []infer.Origin) *Picker {
	p := &Picker{source: newFinder(source), topics: topics, wanted: make(map[string]bool), found: make(map[string]Delivery)}
	for _, o := range origins {
		p.wanted[o.Example] = true
	}
	return p
}

// Add looks at one delivery as it was captured.
func (p *Picker) Add(captured []byte) {
	name, body, ok := p.source.find(captured)
	topic, known := p.topics[name]
	if !ok || !known {
		return
	}
	id := infer.DeliveryOrigin(body).Example
	// Of two that a digest cannot tell apart, one is as good as the other, but not
	// the first: that would depend on the order.
	if old, ok := p.found[id]; p.wanted[id] && (!ok || bytes.Compare(body, old.Body) < 0) {
		p.found[id] = Delivery{topic, slices.Clone(body)}
	}
}

// AddTooLong does nothing: what is too long is no origin of anything.
func (p *Picker) AddTooLong() {}

// Found returns the delivery with an origin.
func (p *Picker) Found(o infer.Origin) (Delivery, bool) {
	d, ok := p.found[o.Example]
	return d, ok
}
