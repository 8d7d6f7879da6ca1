package schema

import (
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Examples returns the examples that a schema has itself, or that the one has to which it
// refers.
func (r *Reader) Examples(schema tree.Node) []tree.Node {
	for _, n := range []tree.Node{schema, r.Follow(schema)} {
		var all []tree.Node
		if example := n.Get("example"); example.Exists() {
			all = append(all, example)
		}
		for example := range n.Get("examples").Items() {
			all = append(all, example)
		}
		for _, example := range n.Get("examples").Members() { // which no standard has, but documents do
			all = append(all, example)
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// assembled is a payload that is made of the examples of its members.
type assembled struct {
	text    string
	repairs []document.Repair
	ok      bool
}

// maxAssembled is the length of the longest payload that is assembled, in bytes.
const maxAssembled = 1 << 20

// Assemble returns a payload that is made of the examples of its members. ok is false
// where one of them has none.
func (r *Reader) Assemble(schema tree.Node) (text string, repairs []document.Repair, ok bool) {
	a, known := r.examples[schema.ID()]
	if !known {
		b := builder{Reader: r}
		if target := r.Follow(schema); b.write(target, nil) && target.Exists() {
			a = assembled{string(b.out), b.repairs, true}
		}
		if schema.Exists() {
			r.examples[schema.ID()] = a
		}
	}
	return a.text, a.repairs, a.ok
}

// builder writes a payload that is made of examples.
type builder struct {
	*Reader
	out     []byte
	repairs []document.Repair
}

// write writes the example of a schema. open are the schemas around it.
func (b *builder) write(schema tree.Node, open []int) bool {
	schema = b.Follow(schema)
	if !schema.Exists() || len(b.out) > maxAssembled || b.work > maxWork || slices.Contains(open, schema.ID()) {
		return false
	}
	if value := Only(schema); value.Exists() {
		b.value(schema, value)
		return true
	}
	if all := b.Examples(schema); len(all) > 0 {
		b.value(schema, all[0])
		return true
	}
	open = append(slices.Clip(open), schema.ID())
	if items := schema.Get("items"); items.Exists() {
		b.out = append(b.out, '[')
		ok := b.write(items, open)
		b.out = append(b.out, ']')
		return ok
	}
	o, ok := b.object(schema)
	if !ok {
		return b.only(schema, open)
	}
	if o.variants {
		return false
	}
	b.out = append(b.out, '{')
	for i, m := range o.members {
		if i > 0 {
			b.out = append(b.out, ", "...)
		}
		b.out = append(jsontext.AppendString(b.out, m.name), ": "...)
		if !b.write(m.schema, open) {
			return false
		}
	}
	b.out = append(b.out, '}')
	return true
}

// only writes the example of the only alternative of a schema that is not an object.
func (b *builder) only(schema tree.Node, open []int) bool {
	for _, name := range []string{"allOf", "oneOf", "anyOf"} {
		if all := b.alternatives(schema.Get(name)); len(all) == 1 {
			return b.write(all[0], open)
		}
	}
	return false
}

// value writes an example. A number that is the example of a string is one in the source
// only because nobody put it in quotes.
func (b *builder) value(schema, example tree.Node) {
	kind := example.Kind()
	if (kind == jsontext.KindNumber || kind == jsontext.KindBoolean) && schema.Get("type").Text() == "string" {
		b.repairs = append(b.repairs, document.Repair{Offset: example.Offset(), Text: kind.String() + " put in quotes, because its type is string"})
		b.out = jsontext.AppendString(b.out, example.Raw())
		return
	}
	b.out = append(b.out, example.Raw()...)
}
