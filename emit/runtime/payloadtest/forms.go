package payloadtest

import (
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// form is a way of writing JSON that says the same: with white space where it may
// stand, and with members in another order.
type form struct {
	name     string
	open     string // after the bracket that opens an array or object
	comma    string // after a comma
	close    string // before a comma and the closing bracket
	before   string // before a colon
	after    string // after a colon
	around   string // before and after the whole text
	backward bool   // members from the last to the first
}

// forms are compact JSON, what common libraries write, and white space
// everywhere.
func forms() []form {
	return []form{
		{name: "without white space"},
		{name: "with a space after each colon", after: " "},
		{name: "with a space after each comma", comma: " "},
		{name: "with a space after each comma and colon", comma: " ", after: " "},
		{name: "with a space before each colon", before: " "},
		{name: "with a line for each member", open: "\n", comma: "\n", close: "\n", after: " "},
		{name: "with white space everywhere", open: "\r\n", comma: "\t", close: " ", before: "\n", after: "  ", around: "\t\r\n "},
		{name: "from the last member to the first", backward: true},
		{name: "from the last member to the first, with spaces", comma: " ", after: " ", backward: true},
	}
}

// otherForms checks that the example decodes and encodes the same when it is
// written in other forms.
func (x *example) otherForms() {
	for _, f := range forms() {
		x.tried++
		event, err := x.decode(x.topic, f.text(x.root))
		if err != nil {
			x.problem("the example %s: %v", f.name, err)
			continue
		}
		for _, m := range event.Mismatches() {
			x.problem("the example %s: %v", f.name, m)
		}
		if different := encodes(event.AppendJSON(nil), x.root); different != "" {
			x.problem("the example %s: encoding: %s", f.name, different)
		}
	}
}

// text returns the JSON text of a whole body in the form.
func (f form) text(root *value) []byte {
	return append(f.append([]byte(f.around), root), f.around...)
}

// append appends the JSON text of v in the form to b.
func (f form) append(b []byte, v *value) []byte {
	open, end := byte('{'), byte('}')
	switch v.kind {
	case payload.KindArray:
		open, end = '[', ']'
	case payload.KindObject:
	default:
		return append(b, v.source...)
	}
	list := v.list
	if f.backward && v.kind == payload.KindObject {
		list = slices.Clone(list)
		slices.Reverse(list)
	}
	b = append(append(b, open), f.open...)
	for i, m := range list {
		if i > 0 {
			b = append(append(append(b, f.close...), ','), f.comma...)
		}
		if v.kind == payload.KindObject {
			b = append(append(append(append(b, m.key...), f.before...), ':'), f.after...)
		}
		b = f.append(b, m.value)
	}
	return append(append(b, f.close...), end)
}
