package collect

import (
	"strconv"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// What is searched of a payload for its topic: envelopes are small, and not deep.
const (
	deepest = 5
	most    = 200
)

// pair is a place with its value.
type pair struct {
	place
	value string
}

// look finds what may name the topic of a case.
type look struct {
	given place          // to look at no other one, or the zero place
	cache map[int][]pair // in payloads, by their offsets, because cases may share them
}

func newLook(given place) look { return look{given, map[int][]pair{}} }

// pairs returns what may name the topic of a case.
func (l look) pairs(c *Case) []pair {
	var all []pair
	for _, h := range c.Headers {
		all = append(all, pair{place{true, h.Name}, h.Value})
	}
	for _, m := range c.Fixed {
		all = append(all, pair{place{false, m.Name}, m.Value})
	}
	if !c.Shown {
		return all
	}
	inside, ok := l.cache[c.Payload.Offset]
	if !ok {
		inside = texts(c.Payload.Text, l.given)
		l.cache[c.Payload.Offset] = inside
	}
	return append(inside[:len(inside):len(inside)], all...)
}

// texts returns the strings in a payload that may name its topic, or the one at a place
// that is given. Of an array, it looks at the first element.
func texts(text string, given place) []pair {
	s := jsontext.NewScanner(text)
	if given.name != "" {
		if given.header || !s.Find(jsonpointer.Tokens(given.name)...) {
			return nil
		}
		value, _ := s.String()
		return []pair{{given, value}}
	}
	var all []pair
	collect(&s, "", 0, &all)
	return all
}

func collect(s *jsontext.Scanner, pointer string, depth int, all *[]pair) {
	switch kind := s.Kind(); {
	case depth == deepest || len(*all) >= most:
		s.Skip()
	case kind == jsontext.KindString:
		value, _ := s.String()
		*all = append(*all, pair{place{false, pointer}, value})
	case kind == jsontext.KindObject:
		var o jsontext.Object
		for s.Object(&o); s.Next(&o); {
			collect(s, pointer+"/"+jsonpointer.Escape(o.Name), depth+1, all)
		}
	case kind == jsontext.KindArray:
		var a jsontext.Array
		s.Array(&a)
		for i := 0; s.Item(&a); i++ {
			if i == 0 {
				collect(s, pointer+"/"+strconv.Itoa(i), depth+1, all)
			} else {
				s.Skip()
			}
		}
	default:
		s.Skip()
	}
}
