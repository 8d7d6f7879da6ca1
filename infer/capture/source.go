package capture

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Source says where deliveries name their topic. The first field that is not ""
// applies. A capture is the body of a delivery, except with Header.
type Source struct {
	Topic  string // all deliveries are of this topic
	Member string // a JSON Pointer into the body, or into each event of a batch
	// Batch is a pattern that finds the events of a body, as jsontext.Parts takes it, or "".
	// Each of them counts as a delivery.
	Batch string
	// Header is the name of a header. A capture is then an object with the member body,
	// a JSON value or a string that holds one, and with the member topic, or headers,
	// an object.
	Header string
}

// Each calls add for each delivery in a captured one: for the events of a batch, or for
// itself.
func (s Source) Each(captured []byte, add func(delivery []byte)) { NewFinder(s).Each(captured, add) }

// Find returns the topic and the body of a captured delivery. ok is false if there is
// no topic or no body.
func (s Source) Find(captured []byte) (topic string, body []byte, ok bool) {
	if s == (Source{}) {
		return "", nil, false
	}
	return NewFinder(s).Find(captured)
}

// Finder finds what a Source finds. It is faster for many deliveries.
type Finder struct {
	Source
	path  []string // the tokens of Member
	batch []string // the tokens of Batch
}

// NewFinder returns a Finder for a Source.
func NewFinder(s Source) Finder {
	return Finder{Source: s, path: jsonpointer.Tokens(s.Member), batch: jsonpointer.Tokens(s.Batch)}
}

// Each calls add for each delivery in a captured one: for the events of a batch, or for
// itself.
func (f Finder) Each(captured []byte, add func([]byte)) {
	if f.batch == nil || !jsontext.Parts(string(captured), f.batch, func(part string) bool { add([]byte(part)); return true }) {
		add(captured)
	}
}

// Find returns the topic and the body of a captured delivery. ok is false if there is
// no topic or no body.
func (f Finder) Find(captured []byte) (topic string, body []byte, ok bool) {
	switch {
	case f.Topic != "":
		return f.Topic, captured, true
	case f.Member != "":
		topic, ok = f.member(captured)
		return topic, captured, ok
	}
	return f.unwrap(captured)
}

// member returns the topic at the path, as decoders find it: the last of several members
// of a name counts. One that is near the beginning or the end of a body is found much faster
// than by reading everything else.
func (f Finder) member(body []byte) (string, bool) {
	if len(f.path) == 1 {
		if raw, ok := jsontext.Member(body, f.path[0]); ok {
			r := jsontext.NewScanner(raw)
			return name(&r)
		}
	}
	r := jsontext.NewScanner(body)
	if !r.Find(f.path...) {
		return "", false
	}
	return name(&r)
}

// name reads a value of a body and returns the topic that it names, as decoders take it: a
// string that is not empty, or the text of a number.
func name(r *jsontext.Scanner) (s string, ok bool) {
	if r.Kind() == jsontext.KindNumber {
		s = r.Raw()
		return s, s != ""
	}
	return text(r)
}

// text reads a value and returns it, if it is a string that is not empty. What is not UTF-8
// in it is U+FFFD, as decoders have it.
func text(r *jsontext.Scanner) (s string, ok bool) {
	s, _ = r.String()
	return s, s != "" && r.Err == nil
}

// unwrap returns the topic and the body of a delivery that was captured with its
// topic or its headers.
func (f Finder) unwrap(captured []byte) (topic string, body []byte, ok bool) {
	r := jsontext.NewScanner(captured)
	if r.Kind() != jsontext.KindObject {
		return "", nil, false
	}
	named := false
	var o jsontext.Object
	for r.Object(&o); r.Next(&o); {
		switch kind := r.Kind(); {
		case o.Name == "topic" && kind == jsontext.KindString:
			topic, named = text(&r)
		case o.Name == "headers" && kind == jsontext.KindObject && !named:
			topic, named = f.header(&r)
		case o.Name == "body" && kind == jsontext.KindString:
			inner, _ := r.String()
			body, ok = []byte(inner), true
		case o.Name == "body":
			body, ok = []byte(r.Raw()), true
		default:
			r.Skip()
		}
	}
	return topic, body, named && ok && r.Done() == nil
}

// header returns the topic that headers name: the value, or the first of several.
func (f Finder) header(r *jsontext.Scanner) (topic string, ok bool) {
	var o jsontext.Object
	for r.Object(&o); r.Next(&o); {
		switch {
		case ok || !strings.EqualFold(o.Name, f.Header):
			r.Skip()
		case r.Kind() == jsontext.KindArray:
			var a jsontext.Array
			for r.Array(&a); r.Item(&a); {
				if ok {
					r.Skip()
				} else {
					topic, ok = text(r)
				}
			}
		default:
			topic, ok = text(r)
		}
	}
	return topic, ok
}
