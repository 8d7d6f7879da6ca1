package observing

import (
	"bytes"
	"runtime"
	"sync"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/observe"
)

// Recorder adds up the evidence of deliveries while a program receives them, so that it
// need not store any: the evidence holds no values, and takes memory in proportion to the
// types, not to the deliveries. It is safe for concurrent use.
type Recorder struct {
	o          *Observer
	whole      sync.Mutex // held while all collectors are out of the pool
	collectors chan *observe.Collector
}

// Recorder returns a Recorder without evidence.
func (o *Observer) Recorder() *Recorder {
	r := &Recorder{o: o, collectors: make(chan *observe.Collector, runtime.GOMAXPROCS(0))}
	for range cap(r.collectors) {
		r.collectors <- o.Collector()
	}
	return r
}

// Add adds a delivery: the topic that its header names, and the body as it came. Where the
// platform names the topic in the body, the argument does not matter. Where it names the
// topic in a header, a delivery without one is known by the digest of its body, and in a
// file of captures by that of the capture. Add does not keep the body.
func (r *Recorder) Add(topic string, body []byte) {
	c := <-r.collectors
	defer func() { r.collectors <- c }()
	switch trimmed := bytes.TrimSpace(body); {
	case len(body) > jsontext.DefaultMaxBytes:
		c.AddTooLong()
	case r.o.Source.Topic == "" && r.o.Source.Member == "" && r.o.Source.Header != "":
		c.AddBody(topic, body)
	case len(trimmed) > 0:
		c.Add(trimmed)
	}
}

// Evidence returns the text of an evidence file: what all deliveries added so far show. It
// has the bytes of the file that "specimen observe --evidence" writes for the same bodies.
func (r *Recorder) Evidence() []byte {
	return r.take(func(c *observe.Collector) *observe.Collector { return c })
}

// Flush returns what Evidence returns, and forgets it, so that each delivery is in one
// file only. "specimen merge" and "specimen observe" add such files up.
func (r *Recorder) Flush() []byte {
	return r.take(func(*observe.Collector) *observe.Collector { return r.o.Collector() })
}

// take returns the evidence of all collectors, and puts others into their places.
func (r *Recorder) take(next func(*observe.Collector) *observe.Collector) []byte {
	r.whole.Lock()
	defer r.whole.Unlock()
	var all observe.Capture
	var back []*observe.Collector
	for range cap(r.collectors) {
		c := <-r.collectors
		all = observe.Join(all, c.Capture())
		back = append(back, next(c))
	}
	for _, c := range back {
		r.collectors <- c
	}
	return observe.Encode(r.o.Spec.Name, all)
}
