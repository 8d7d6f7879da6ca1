package payloadtest

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// value is a JSON value as a tree that keeps its members in their order. Trees
// share values, so that a value is never changed once it is linked: see splice.
type value struct {
	kind   payload.Kind
	text   string   // of a scalar: a string without its quotes, others as written
	list   []member // members of an object, elements of an array
	source string   // the text it was read from; "" for an edited object or array
	sound  string   // its text in the re-encoding of the whole example: see link
}

// member is a member of an object, or an element of an array, which has no name.
type member struct {
	name     string
	key      string // the name as written, with its quotes
	value    *value
	shadowed bool // another member of that name comes later, and wins
}

// parse reads a JSON text, which is strict JSON or an error.
func parse(text string) (*value, error) {
	if !json.Valid([]byte(text)) {
		var v any
		return nil, json.Unmarshal([]byte(text), &v)
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	p := parser{text: text, tokens: d}
	return p.value(), nil
}

// made is parse for a text that is known to be JSON.
func made(text string) *value {
	v, err := parse(text)
	if err != nil {
		panic(err)
	}
	return v
}

// parser reads a valid text by the tokens of encoding/json.
type parser struct {
	text   string
	tokens *json.Decoder
}

// token reads the next token and returns the text that it was written as.
func (p *parser) token() (json.Token, string) {
	from := int(p.tokens.InputOffset())
	for strings.IndexByte(" \t\r\n,:", p.text[from]) >= 0 {
		from++
	}
	token, err := p.tokens.Token()
	if err != nil {
		panic(err) // the text is valid
	}
	return token, p.text[from:p.tokens.InputOffset()]
}

func (p *parser) value() *value {
	token, written := p.token()
	v := &value{kind: kindOf(written[0]), text: written, source: written}
	switch v.kind {
	case payload.KindString:
		v.text = token.(string)
	case payload.KindArray, payload.KindObject:
		from := int(p.tokens.InputOffset()) - 1
		last := make(map[string]int)
		for p.tokens.More() {
			var m member
			if v.kind == payload.KindObject {
				name, key := p.token()
				m.name, m.key = name.(string), key
				if i, again := last[m.name]; again {
					v.list[i].shadowed = true
				}
				last[m.name] = len(v.list)
			}
			m.value = p.value()
			v.list = append(v.list, m)
		}
		p.token()
		v.text, v.source = "", p.text[from:p.tokens.InputOffset()]
	}
	return v
}

// kindOf returns the kind of the value that begins with c.
func kindOf(c byte) payload.Kind {
	switch c {
	case '{':
		return payload.KindObject
	case '[':
		return payload.KindArray
	case '"':
		return payload.KindString
	case 't', 'f':
		return payload.KindBoolean
	case 'n':
		return payload.KindNull
	}
	return payload.KindNumber
}

// append appends the JSON text of v to b.
func (v *value) append(b []byte) []byte {
	if v.source != "" {
		return append(b, v.source...)
	}
	open, end := byte('{'), byte('}')
	if v.kind == payload.KindArray {
		open, end = '[', ']'
	}
	b = append(b, open)
	for i, m := range v.list {
		if i > 0 {
			b = append(b, ',')
		}
		if v.kind == payload.KindObject {
			b = append(append(b, m.key...), ':')
		}
		b = m.value.append(b)
	}
	return append(b, end)
}

// splice returns v with other members in the place of some: path leads to the
// first of them, by its index at each level, and drop is their number. The
// path goes through a string that holds JSON as if it were a list of one value.
func (v *value) splice(path []int, drop int, with []member) *value {
	i := path[0]
	if v.kind == payload.KindString {
		inner := made(v.text).splice(path[1:], drop, with)
		return quoted(string(inner.append(nil)))
	}
	c := &value{kind: v.kind}
	if len(path) == 1 {
		c.list = slices.Concat(v.list[:i], with, v.list[i+drop:])
		return c
	}
	c.list = slices.Clone(v.list)
	c.list[i].value = v.list[i].value.splice(path[1:], drop, with)
	return c
}

// quoted returns text as a JSON string.
func quoted(text string) *value {
	source := quote(text)
	return &value{kind: payload.KindString, text: text, source: source}
}

// quote returns the JSON text of a string.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has one
	}
	return string(b)
}
