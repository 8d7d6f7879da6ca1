package observe

import (
	"bytes"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
)

// Picker keeps the deliveries that were asked for. Unlike the rest of the package it
// holds values: it is for showing a delivery that a report refers to. It is not safe
// for concurrent use.
type Picker struct {
	source capture.Finder
	topics capture.Topics
	wanted map[string]bool // by Origin.Example
	found  map[string]Delivery
}

// Delivery is the topic and the body of a delivery.
type Delivery struct {
	Topic string // of the spec
	Body  []byte
}

// NewPicker returns a Picker of the deliveries that origins refer to.
func NewPicker(source capture.Source, topics capture.Topics, origins []infer.Origin) *Picker {
	p := &Picker{source: capture.NewFinder(source), topics: topics, wanted: make(map[string]bool), found: make(map[string]Delivery)}
	for _, o := range origins {
		p.wanted[o.Example] = true
	}
	return p
}

// Add adds one delivery, as it was captured, and keeps it if it was asked for.
func (p *Picker) Add(captured []byte) { p.source.Each(captured, p.one) }

func (p *Picker) one(captured []byte) {
	name, body, ok := p.source.Find(captured)
	topic, known := p.topics[name]
	if !ok || !known {
		return
	}
	id := infer.DeliveryOrigin(body).Example
	// If two deliveries have one digest, either will do, but which one must not depend
	// on their order.
	if old, ok := p.found[id]; p.wanted[id] && (!ok || bytes.Compare(body, old.Body) < 0) {
		p.found[id] = Delivery{topic, slices.Clone(body)}
	}
}

// AddTooLong does nothing: no origin refers to a delivery that was not read.
func (p *Picker) AddTooLong() {}

// Found returns the delivery that an origin refers to.
func (p *Picker) Found(o infer.Origin) (Delivery, bool) {
	d, ok := p.found[o.Example]
	return d, ok
}
