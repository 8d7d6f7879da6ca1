package record

import (
	"sync"
	"unsafe"

	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/evidence"
)

// Most deliveries show nothing that others did not show before, so that all they add is
// counts. A shard counts those by a walk of the event, which is much faster than to read the
// body again: the decoder has told values apart, and has found their ends. Only a delivery
// with something new goes to the collector, which reads the body: one of which the walk
// cannot tell all facts, or one whose digest is less than those of all deliveries before it
// that showed some fact at some path, because evidence names the least one.
//
// The walk counts in a tree of its own, by plans that say how to find what is unusual. For
// each counter, it knows the least digest of the deliveries that the collector got and that
// showed the same. So a delivery that the walk counts adds no origin, and the evidence of both
// together is that of one collector that got all of them.
//
// To compute a digest takes time, too. That it is not less than others is nearly always known
// from its upper half, which takes a part of the body only.

// shard is a part of a Recorder that one goroutine uses at a time.
type shard struct {
	sync.Mutex
	collector *capture.Collector
	member    bool // whether a member of the body names the topic
	walk      walk
	topics    []string
	roots     []*node  // by index of the topic, or nil
	_         [64]byte // keeps the next one out of the cache line
}

// delivery is an event that is added.
type delivery struct {
	topic string
	index int // of the topic, with event
	body  string
	event unsafe.Pointer // to the struct of the event, or nil if the topic has another type
	whole bool           // whether the event holds all that the body says
}

// reset makes s a shard without evidence.
func (s *shard) reset(r *Recorder) {
	s.collector = capture.NewCollector(r.source, r.topics, r.rename)
	for topic, t := range r.types {
		s.collector.Know(topic, newPlace(t.typ, nil))
	}
	s.topics, s.roots = make([]string, len(r.types)), make([]*node, len(r.types))
	for topic, t := range r.types {
		s.topics[t.index] = topic
		if t.event != nil {
			s.roots[t.index] = &node{typ: t.typ}
		}
	}
	s.member = r.platform.Member != ""
	s.walk = walk{rename: r.rename}
}

// add adds a delivery.
func (s *shard) add(d delivery) {
	text := unsafe.Slice(unsafe.StringData(d.body), len(d.body)) // which nothing writes to
	if !d.whole || d.event == nil {
		if s.member {
			s.collector.Add(text) // of two members that name the topic, one counts
		} else {
			s.collector.AddBody(d.topic, text)
		}
		return
	}
	root := s.roots[d.index]
	if !s.walk.count(root, d.event, d.body) {
		s.collector.AddBody(d.topic, text)
		s.walk.learn(root, d.event, d.body)
	}
	s.walk.forget()
}

// capture returns the evidence of all deliveries added so far.
func (s *shard) capture() capture.Capture {
	s.walk.settle()
	var counted capture.Capture
	for i, root := range s.roots {
		if root == nil {
			continue
		}
		if n := root.evidence(root.counts()); n != nil {
			if counted.Topics.Events == nil {
				counted.Topics.Events = make(map[string]*evidence.Node)
			}
			counted.Topics.Events[s.topics[i]] = n
		}
	}
	return capture.Join(s.collector.Capture(), counted)
}
