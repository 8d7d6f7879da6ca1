package names

import (
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Topic returns the constant of a topic, "" for one that the spec does not have.
func (n Names) Topic(name string) string { return n.topics[name] }

// Of returns a struct of the model with its names.
func (n Names) Of(s *infer.Struct) *Struct { return n.structs[s] }

// Struct returns the name of a struct, of the model or of another one: the name does
// not depend on what else is in a model.
func (n Names) Struct(s *infer.Struct) string {
	if named := n.structs[s]; named != nil {
		return named.Go
	}
	return typeName(s)
}

// Event returns the name of the type of an event.
func (n Names) Event(e infer.Event) string { return infer.EventPath(e.Name) }

// Constants returns the names of the values of an enum, in their order.
func (n Names) Constants(e *infer.Enum) []string { return enumConstants(e) }

// Field returns the name of a field of the model.
func (n Names) Field(f *infer.Field) string { return n.fields[f] }

// Type returns a type as code outside the package writes it, without the name
// of the package itself: []string, payload.Opt[LineItem].
func (n Names) Type(t infer.Type) string {
	var b strings.Builder
	for _, p := range n.Parts(t, "payload.") {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Part is a part of a type as code writes it.
type Part struct {
	Text string
	Of   infer.Type // the *infer.Struct or the *infer.Enum whose name the text is, or nil
}

// Parts returns a type in parts, with the prefix before the types of package payload.
func (n Names) Parts(t infer.Type, prefix string) []Part {
	around := func(before string, elem infer.Type, after string) []Part {
		inner := n.Parts(elem, prefix)
		return append(append([]Part{{Text: before}}, inner...), Part{Text: after})
	}
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool, infer.Int, infer.Float, infer.String:
			return []Part{{Text: t.String()}}
		}
		return []Part{{Text: prefix + t.String()}}
	case *infer.Struct:
		return []Part{{n.Struct(t), t}}
	case *infer.Enum:
		return []Part{{t.Name, t}}
	case infer.Slice:
		return around("[]", t.Elem, "")
	case infer.Map:
		return around(prefix+"Map[", t.Elem, "]")
	case infer.Opt:
		return around(prefix+"Opt["+infer.Star(t.Pointer), t.Elem, "]")
	case infer.Or:
		return around(prefix+"Or["+infer.Star(t.Pointer), t.Elem, "]")
	case infer.ObjectOrList:
		parts := append([]Part{{Text: prefix + "ObjectOrList["}}, n.Parts(t.Object, prefix)...)
		parts = append(append(parts, Part{Text: ", "}), n.Parts(t.List.Elem, prefix)...)
		return append(parts, Part{Text: "]"})
	case infer.JSON:
		return around(prefix+"JSON[", t.Elem, "]")
	}
	panic("names: unknown type")
}
