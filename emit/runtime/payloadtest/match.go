package payloadtest

import (
	"encoding/json"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// encodes returns how text differs from the JSON of v, "" where it is an equal
// value.
func encodes(text []byte, v *value) string {
	if quick := (cursor{text: text}); quick.value(v) && quick.i == len(text) {
		return ""
	}
	got, err := parse(string(text))
	if err != nil {
		return "the encoding is malformed: " + err.Error()
	}
	return list(differences(got, v))
}

// link gives each value below v the text that stands for it in encoded, the
// tree of an equal value.
//
// An edited example shares all but a handful of its values with the example,
// and what was once found equal by encoding/json need not be parsed again: the
// same bytes are the same value. Without that, checking some hundred edits
// of an example would cost ten times as much.
func link(v, encoded *value) {
	v.sound = encoded.source
	members := encoded.members()
	for i, m := range v.list {
		switch {
		case v.kind == payload.KindArray:
			link(m.value, encoded.list[i].value)
		case !m.shadowed:
			link(m.value, members[m.name])
		}
	}
}

// cursor compares a text with a tree. It reports false if unsure, and encodes then
// compares parsed trees.
type cursor struct {
	text []byte
	i    int
}

// value passes over the next value if it equals v.
func (c *cursor) value(v *value) bool {
	c.space()
	if c.passed(v.sound) || c.passed(v.source) {
		return true
	}
	switch v.kind {
	case payload.KindObject:
		return c.object(v.list)
	case payload.KindArray:
		return c.array(v.list)
	case payload.KindString:
		s, ok := c.name()
		return ok && s == v.text
	}
	return false
}

func (c *cursor) array(list []member) bool {
	if !c.passed("[") {
		return false
	}
	for i, m := range list {
		if i > 0 && !c.delimiter(",") || !c.value(m.value) {
			return false
		}
	}
	return c.delimiter("]")
}

func (c *cursor) object(list []member) bool {
	if !c.passed("{") {
		return false
	}
	wanted := 0
	for _, m := range list {
		if !m.shadowed {
			wanted++
		}
	}
	found := make([]bool, len(list))
	for next, k := 0, 0; k < wanted; k++ {
		if k > 0 && !c.delimiter(",") {
			return false
		}
		c.space()
		name, ok := c.name()
		if !ok || !c.delimiter(":") {
			return false
		}
		// Members come in the order of the list, but for a few.
		i := search(list, next, name)
		if i < 0 || found[i] || !c.value(list[i].value) {
			return false
		}
		found[i], next = true, i+1
	}
	return c.delimiter("}")
}

// search returns the index of the member that has the name and is not
// shadowed, looking from the index on and then from the beginning.
func search(list []member, from int, name string) int {
	for k := range list {
		i := (from + k) % len(list)
		if list[i].name == name && !list[i].shadowed {
			return i
		}
	}
	return -1
}

// name passes over a string and returns what it says.
func (c *cursor) name() (s string, ok bool) {
	if !c.passed(`"`) {
		return "", false
	}
	from := c.i
	escaped := false
	for ; c.i < len(c.text) && c.text[c.i] != '"'; c.i++ {
		if c.text[c.i] == '\\' {
			escaped = true
			c.i++
		} else if c.text[c.i] < ' ' {
			return "", false
		}
	}
	end := c.i
	if !c.passed(`"`) {
		return "", false
	}
	if !escaped {
		return string(c.text[from:end]), true
	}
	err := json.Unmarshal(c.text[from-1:c.i], &s)
	return s, err == nil
}

// delimiter passes over a mark that white space may stand before.
func (c *cursor) delimiter(mark string) bool {
	c.space()
	return c.passed(mark)
}

// passed passes over text, if that comes next and is not empty.
func (c *cursor) passed(text string) bool {
	end := c.i + len(text)
	if text == "" || end > len(c.text) || string(c.text[c.i:end]) != text {
		return false
	}
	c.i = end
	return true
}

func (c *cursor) space() {
	for c.i < len(c.text) {
		switch c.text[c.i] {
		case ' ', '\t', '\r', '\n':
			c.i++
		default:
			return
		}
	}
}
