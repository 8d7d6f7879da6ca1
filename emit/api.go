package emit

import "github.com/specimen-go/specimen/infer"

// API gives the Go names in a platform's package, for tools that speak of it.
type API struct {
	s      *scheme
	topics map[string]string
	fields map[*infer.Field]string
}

// APIOf returns the names that Package gives to what is in the model. Where
// Package reports a collision, two things have one name here.
func APIOf(p Platform, m infer.Model) API {
	a := API{newScheme(p, m, ownPayload), make(map[string]string), make(map[*infer.Field]string)}
	for _, t := range a.s.topics {
		a.topics[t.Name] = t.constant
	}
	for _, st := range a.s.ordered {
		for _, f := range st.fields {
			a.fields[f.Field] = f.name
		}
	}
	return a
}

// Problems returns what Package says of the names: those that collide, and those
// decided without need.
func (a API) Problems() []infer.Problem { return a.s.problems }

// Clashes returns the Go names that Problems are about, sorted: one for each. Those
// of fields begin with a dot.
func (a API) Clashes() []string { return a.s.clashes }

// Reserved returns the names that the package declares itself, which nothing of
// the model can have.
func (a API) Reserved() []string { return a.s.reserved() }

// Declared returns the names that the package declares for what is in the model.
func (a API) Declared() []string {
	var all []string
	for _, e := range a.s.events {
		all = append(all, e.name)
	}
	for _, st := range a.s.ordered {
		all = append(all, st.name)
	}
	for _, e := range a.s.enums {
		all = append(append(all, e.Name), e.constants...)
	}
	return all
}

// Topic returns the name of a topic's constant, "" for no topic of the platform.
func (a API) Topic(name string) string { return a.topics[name] }

// Event returns the name of an event's type.
func (a API) Event(e infer.Event) string { return e.Name + "Event" }

// Struct returns the name of a struct of the model.
func (a API) Struct(s *infer.Struct) string { return a.s.structs[s].name }

// Field returns the name of a field of the model.
func (a API) Field(f *infer.Field) string { return a.fields[f] }

// Constants returns the names of an enum's values, in their order.
func (a API) Constants(e *infer.Enum) []string { return enumConstants(e) }

// Type returns a type as code outside the package writes it, without the name
// of the package itself: []string, payload.Opt[LineItem].
func (a API) Type(t infer.Type) string {
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool, infer.Int, infer.Float, infer.String:
			return t.String()
		}
		return "payload." + t.String()
	case *infer.Struct:
		return a.Struct(t)
	case *infer.Enum:
		return t.Name
	case infer.Slice:
		return "[]" + a.Type(t.Elem)
	case infer.Map:
		return "payload.Map[" + a.Type(t.Elem) + "]"
	case infer.Opt:
		return "payload.Opt[" + star(t.Pointer) + a.Type(t.Elem) + "]"
	case infer.Or:
		return "payload.Or[" + star(t.Pointer) + a.Type(t.Elem) + "]"
	case infer.JSON:
		return "payload.JSON[" + a.Type(t.Elem) + "]"
	}
	panic("emit: a type of no known kind")
}

// star is the mark of a pointer.
func star(pointer bool) string {
	if pointer {
		return "*"
	}
	return ""
}
