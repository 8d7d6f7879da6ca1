package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// node is a JSON value that keeps the order of its members and the text of its
// numbers.
type node struct {
	kind    kind
	text    string // of a string, decoded; of a number or boolean, as written
	members []member
	items   []*node
	keyed   bool // an object whose names are keys
}

type member struct {
	name  string
	value *node
}

type kind byte

const (
	null    kind = 'n'
	boolean kind = 'b'
	number  kind = '0'
	text    kind = '"'
	array   kind = '['
	object  kind = '{'
)

// parse reads one JSON value.
func parse(data []byte) (*node, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return next(d)
}

func next(d *json.Decoder) (*node, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case nil:
		return &node{kind: null}, nil
	case bool:
		return &node{kind: boolean, text: fmt.Sprint(t)}, nil
	case json.Number:
		return &node{kind: number, text: t.String()}, nil
	case string:
		return &node{kind: text, text: t}, nil
	case json.Delim:
		n := &node{kind: kind(t)}
		for d.More() {
			var m member
			if n.kind == object {
				name, err := d.Token()
				if err != nil {
					return nil, err
				}
				m.name = name.(string)
			}
			if m.value, err = next(d); err != nil {
				return nil, err
			}
			if n.kind == object {
				n.members = append(n.members, m)
			} else {
				n.items = append(n.items, m.value)
			}
		}
		_, err := d.Token()
		return n, err
	}
	return nil, fmt.Errorf("unexpected token %v", token)
}

// clone returns a copy that shares nothing with n.
func (n *node) clone() *node {
	c := &node{kind: n.kind, text: n.text}
	for _, m := range n.members {
		c.members = append(c.members, member{m.name, m.value.clone()})
	}
	for _, x := range n.items {
		c.items = append(c.items, x.clone())
	}
	return c
}

// layout is how a tree is written.
type layout struct {
	indent string // of one level; lines even when it is empty
	lines  bool   // a line end after each value and bracket
	ascii  bool   // \uXXXX for everything beyond ASCII
}

// write appends the JSON of n to b.
func (l layout) write(b []byte, n *node, depth int) []byte {
	newline := func(depth int) {
		if l.lines {
			b = append(b, '\n')
			b = append(b, strings.Repeat(l.indent, depth)...)
		}
	}
	switch n.kind {
	case null:
		return append(b, "null"...)
	case text:
		return l.quote(b, n.text)
	case array:
		b = append(b, '[')
		for i, x := range n.items {
			if i > 0 {
				b = append(b, ',')
			}
			newline(depth + 1)
			b = l.write(b, x, depth+1)
		}
		if len(n.items) > 0 {
			newline(depth)
		}
		return append(b, ']')
	case object:
		b = append(b, '{')
		for i, m := range n.members {
			if i > 0 {
				b = append(b, ',')
			}
			newline(depth + 1)
			b = append(l.quote(b, m.name), ':')
			if l.lines {
				b = append(b, ' ')
			}
			b = l.write(b, m.value, depth+1)
		}
		if len(n.members) > 0 {
			newline(depth)
		}
		return append(b, '}')
	}
	return append(b, n.text...)
}

// quote appends s as a JSON string, with the escapes that JSON demands and no
// others.
func (l layout) quote(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r < ' ' || l.ascii && r > '~':
			b = escape(b, r)
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}

// escape appends r as one \uXXXX or as a surrogate pair.
func escape(b []byte, r rune) []byte {
	if r < 0x10000 {
		return fmt.Appendf(b, `\u%04x`, r)
	}
	r -= 0x10000
	return fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
}
