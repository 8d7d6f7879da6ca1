package observe

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Source says where a delivery names its topic. The first of these that is not ""
// holds; a delivery is its own body but where a header names the topic.
type Source struct {
	Topic  string // all deliveries are of this topic
	Member string // a JSON Pointer into the body
	// Header is the name of a header. Captured is an object with the member body,
	// a JSON value or a string that holds one, and the member topic or headers,
	// an object.
	Header string
}

// finder finds the topics of deliveries.
type finder struct {
	Source
	path []string // the names that Member leads through
	key  []byte   // the last of them as it stands before a string
}

func newFinder(s Source) finder {
	f := finder{Source: s}
	for _, name := range jsontext.Tokens(s.Member) {
		f.path, f.key = append(f.path, name), append(jsontext.AppendString(nil, name), ':', '"')
	}
	return f
}

// find returns the topic and the body of what was captured. ok is false where
// there is no topic, or no body.
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

// maxTail is how much of a body's end is looked at for its topic before its
// beginning is.
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

// text passes over a value and returns it, if it is a string with any text.
func text(r *jsontext.Scanner) (s string, ok bool) {
	s, ok = r.String()
	return s, ok && s != ""
}

// lastMember finds a string member of an object at the end of its text, where it
// has few bytes behind it: to read all that comes before would take longer than
// anything else. What follows the last "name":" of a JSON text, and is members up
// to the brace at its end, is members of the object that the text is. It reports
// false where the member is not there, or not like this.
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

// unwrap takes a delivery out of what was captured with its topic or headers.
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
