package record

import (
	"bytes"
	"context"
	"io"
	"reflect"
	"runtime"
	"strings"
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Platform is what a Recorder needs to know of a platform. Generated code has it.
type Platform struct {
	Name    string
	Header  string            // that names the topic, or ""
	Member  string            // of a body, that names the topic: a JSON Pointer, or ""
	Batch   string            // where a body has several events, or ""
	Events  []payload.Event   // an empty one of each topic
	Aliases map[string]string // other names of topics
}

// Recorder adds up the evidence of events while a program receives them. It is safe for
// concurrent use.
type Recorder struct {
	platform Platform
	source   capture.Source
	topics   capture.Topics
	types    map[string]topicType // by topic
	rename   func(string) string
	shards   []shard
}

// topicType is the type of the events of a topic.
type topicType struct {
	*typ
	index int // of the topic
}

// New returns a Recorder without evidence.
func New(p Platform) *Recorder {
	r := &Recorder{
		platform: p,
		source:   capture.Source{Member: p.Member, Batch: p.Batch, Header: p.Header},
		topics:   make(capture.Topics),
		types:    make(map[string]topicType),
		shards:   make([]shard, runtime.GOMAXPROCS(0)),
	}
	all := compiler{types: make(map[reflect.Type]*typ)}
	for _, e := range p.Events {
		r.topics[e.TopicName()] = e.TopicName()
		r.types[e.TopicName()] = topicType{all.event(e), len(r.types)}
	}
	all.finish()
	for alias, topic := range p.Aliases {
		r.topics[alias] = topic
	}
	r.rename = capture.Mask(all.names())
	for i := range r.shards {
		r.shards[i].reset(r)
	}
	return r
}

// Before is a function for the field Before of a Receiver: it adds the event.
func (r *Recorder) Before(_ context.Context, event payload.Event) (context.Context, error) {
	r.Add(event)
	return nil, nil
}

// Add adds an event as it was decoded: of one that was changed since, the evidence may be
// that of the changed one. It keeps nothing of it. An event that is nil or was built by hand
// adds nothing.
func (r *Recorder) Add(event payload.Event) {
	v := reflect.ValueOf(event)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return
	}
	d := delivery{topic: event.TopicName()}
	if t, ok := r.types[d.topic]; ok && v.Type() == t.event {
		d.event, d.index = v.UnsafePointer(), t.index
		of := (*state.Delivery[payload.Mismatch])(unsafe.Add(d.event, t.delivery))
		d.body, d.whole = of.Body(), !of.Repeated()
	} else {
		d.body = string(event.Raw())
	}
	if r.platform.Header == "" {
		d.body = trim(d.body)
	}
	if d.body == "" {
		return
	}
	s := r.shard()
	s.add(d)
	s.Unlock()
}

// AddBody adds a delivery that cannot be decoded: the topic that its header names, and the
// body. Where the platform names the topic in the body, the argument does not matter.
// AddBody does not keep the body.
func (r *Recorder) AddBody(topic string, body []byte) {
	tooLong := len(body) > jsontext.DefaultMaxBytes
	if r.platform.Header == "" {
		body = bytes.TrimFunc(body, isSpace)
	}
	s := r.shard()
	defer s.Unlock()
	switch {
	case tooLong:
		s.collector.AddTooLong()
	case r.platform.Header == "" && len(body) == 0: // as an empty line of captures
	case r.platform.Member != "":
		s.collector.Add(body)
	default:
		s.collector.AddBody(topic, body)
	}
}

// trim returns a body without white space around it.
func trim(body string) string {
	if body == "" || body[0] > ' ' && body[len(body)-1] > ' ' {
		return body
	}
	return strings.TrimFunc(body, isSpace)
}

// isSpace reports whether a character is white space of JSON.
func isSpace(c rune) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Evidence returns the text of an evidence file: what all deliveries added so far show.
func (r *Recorder) Evidence() []byte { return r.encode(func(*shard) {}) }

// Flush returns what Evidence returns, and forgets it, so that each delivery is in one
// file only.
func (r *Recorder) Flush() []byte { return r.encode(func(s *shard) { s.reset(r) }) }

// WriteTo writes what Evidence returns.
func (r *Recorder) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(r.Evidence())
	return int64(n), err
}

// encode returns the evidence of all shards, and calls then for each of them.
func (r *Recorder) encode(then func(*shard)) []byte {
	var all capture.Capture
	for i := range r.shards {
		s := &r.shards[i]
		s.Lock()
		all = capture.Join(all, s.capture())
		then(s)
		s.Unlock()
	}
	return capture.Encode(r.platform.Name, all)
}

// shard returns a shard, which it locks: the first one that no other goroutine has, because
// the more deliveries one has added, the faster it adds more.
func (r *Recorder) shard() *shard {
	for i := range r.shards {
		if r.shards[i].TryLock() {
			return &r.shards[i]
		}
	}
	s := &r.shards[0]
	s.Lock()
	return s
}
