package names

import "github.com/specimen-go/specimen/infer"

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
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool, infer.Int, infer.Float, infer.String:
			return t.String()
		}
		return "payload." + t.String()
	case *infer.Struct:
		return n.Struct(t)
	case *infer.Enum:
		return t.Name
	case infer.Slice:
		return "[]" + n.Type(t.Elem)
	case infer.Map:
		return "payload.Map[" + n.Type(t.Elem) + "]"
	case infer.Opt:
		return "payload.Opt[" + star(t.Pointer) + n.Type(t.Elem) + "]"
	case infer.Or:
		return "payload.Or[" + star(t.Pointer) + n.Type(t.Elem) + "]"
	case infer.JSON:
		return "payload.JSON[" + n.Type(t.Elem) + "]"
	}
	panic("names: unknown type")
}

// star returns the mark of a pointer type.
func star(pointer bool) string {
	if pointer {
		return "*"
	}
	return ""
}
