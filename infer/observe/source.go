package observe

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
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
func (s Source) Each(captured []byte, add func(delivery []byte)) { newFinder(s).each(captured, add) }

// Find returns the topic and the body of a captured delivery. ok is false if there is
// no topic or no body.
func (s Source) Find(captured []byte) (topic string, body []byte, ok bool) {
	if s == (Source{}) {
		return "", nil, false
	}
	return newFinder(s).find(captured)
}

// finder finds the topics of deliveries.
type finder struct {
	Source
	path  []string // the tokens of Member
	key   []byte   // the last of them, as written before a string
	batch []string // the tokens of Batch
}

func newFinder(s Source) finder {
	f := finder{Source: s, batch: jsontext.Tokens(s.Batch)}
	for _, name := range jsontext.Tokens(s.Member) {
		f.path, f.key = append(f.path, name), append(jsontext.AppendString(nil, name), ':', '"')
	}
	return f
}

// each calls add for each delivery in a captured one: for the events of a batch, or for
// itself.
func (f finder) each(captured []byte, add func([]byte)) {
	if f.batch == nil || !jsontext.Parts(string(captured), f.batch, func(part string) bool { add([]byte(part)); return true }) {
		add(captured)
	}
}

// find returns the topic and the body of a captured delivery. ok is false if there is
// no topic or no body.
func (f finder) find(captured []byte) (topic string, body []byte, ok bool) {
	switch {
	case f.Topic != "":
		return f.Topic, captured, true
	case f.Member != "":
		topic, ok = f.member(captured)
		return topic, captured, ok
	}
	return f.unwrap(captured)
}

// maxTail is the length of the end of a body that is searched for its topic first.
const maxTail = 4096

// member returns the string at the path.
func (f finder) member(body []byte) (string, bool) {
	if len(f.path) == 1 {
		if topic, ok := f.lastMember(body); ok {
			return topic, true
		}
	}
	r := jsontext.NewScanner(body)
	for _, name := range f.path {
		if !enter(&r, name) {
			return "", false
		}
	}
	return text(&r)
}

// enter moves to the member of an object, or the element of an array, that a
// reference token of a JSON Pointer names.
func enter(r *jsontext.Scanner, token string) bool {
	switch r.Kind() {
	case jsontext.KindObject:
		var o jsontext.Object
		for r.Object(&o); r.Next(&o); r.Skip() {
			if o.Name == token {
				return true
			}
		}
	case jsontext.KindArray:
		var a jsontext.Array
		r.Array(&a)
		for k := 0; r.Item(&a); k++ {
			if strconv.Itoa(k) == token {
				return true
			}
			r.Skip()
		}
	}
	return false
}

// text reads a value and returns it, if it is a string that is not empty.
func text(r *jsontext.Scanner) (s string, ok bool) {
	s, ok = r.String()
	return s, ok && s != ""
}

// lastMember returns a string member that is near the end of a body. It is much
// faster than reading everything before the member. The text after the last "name":,
// if it consists of members up to the final brace, belongs to the outermost object.
// ok is false if the member is not there, or not in this form.
func (f finder) lastMember(body []byte) (string, bool) {
	tail := body[max(0, len(body)-maxTail):]
	i := bytes.LastIndex(tail, f.key)
	if i < 1 || tail[i-1] == '\\' {
		return "", false
	}
	r := jsontext.NewScanner(append([]byte("{"), tail[i:]...))
	var o jsontext.Object
	r.Object(&o)
	r.Next(&o)
	found, ok := text(&r)
	for r.Next(&o) {
		r.Skip()
	}
	return found, ok && r.Done() == nil
}

// unwrap returns the topic and the body of a delivery that was captured with its
// topic or its headers.
func (f finder) unwrap(captured []byte) (topic string, body []byte, ok bool) {
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
func (f finder) header(r *jsontext.Scanner) (topic string, ok bool) {
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
