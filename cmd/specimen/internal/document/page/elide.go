package page

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// elide makes null of "" where a document left out what it shows elsewhere: another
// payload, or another element of an array, has an object or an array at the same place, and
// none has a string with something in it.
func elide(topics []*document.Topic) {
	var payloads []*document.Payload
	for _, t := range topics {
		for i := range t.Payloads {
			payloads = append(payloads, &t.Payloads[i])
		}
	}
	holds, text := make(map[string]bool), make(map[string]bool)
	for _, p := range payloads {
		eachMember(p.Text, func(_, pointer string, s *jsontext.Scanner) {
			place := placeOf(pointer)
			switch raw := s.Raw(); {
			case strings.HasPrefix(raw, "{") && strings.Trim(raw, "{} \t\n") != "", strings.HasPrefix(raw, "[") && strings.Trim(raw, "[] \t\n") != "":
				holds[place] = true
			case strings.HasPrefix(raw, `"`) && raw != `""`:
				text[place] = true
			}
		})
	}
	for _, p := range payloads {
		type place struct {
			offset  int
			pointer string
			name    string
		}
		var empty []place
		eachMember(p.Text, func(name, pointer string, s *jsontext.Scanner) {
			at := s.Offset()
			if s.Raw() == `""` && holds[placeOf(pointer)] && !text[placeOf(pointer)] {
				empty = append(empty, place{at, pointer, name})
			}
		})
		for _, e := range slices.Backward(empty) {
			p.Text = p.Text[:e.offset] + "null" + p.Text[e.offset+2:]
		}
		for _, e := range empty {
			p.Elided = append(p.Elided, e.pointer)
			p.Repairs = append(p.Repairs, document.Repair{Offset: p.Offset, Text: `the "" in place of the value of ` + e.name + ", as another payload of the document shows it, made null"})
		}
	}
}

// placeOf returns a pointer with * for the indexes of arrays.
func placeOf(pointer string) string { return index.ReplaceAllString(pointer, "/*$1") }

var index = regexp.MustCompile(`/[0-9]+(?:$|(/))`)

// eachMember calls a function with each member of the objects of a payload, with its
// pointer, while a copy of the cursor is at its value.
func eachMember(text string, yield func(name, pointer string, s *jsontext.Scanner)) {
	var walk func(s *jsontext.Scanner, pointer string)
	walk = func(s *jsontext.Scanner, pointer string) {
		var o jsontext.Object
		var a jsontext.Array
		switch s.Kind() {
		case jsontext.KindObject:
			for s.Object(&o); s.Next(&o); {
				at := *s
				below := pointer + "/" + jsonpointer.Escape(o.Name)
				yield(o.Name, below, &at)
				walk(s, below)
			}
		case jsontext.KindArray:
			n := 0
			for s.Array(&a); s.Item(&a); n++ {
				walk(s, pointer+"/"+strconv.Itoa(n))
			}
		default:
			s.Skip()
		}
	}
	s := jsontext.NewScanner(text)
	walk(&s, "")
}

// compact returns a JSON text without white space.
func compact(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}
