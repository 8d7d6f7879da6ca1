package jsonschema

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Types is the types of a platform as definitions.
type Types struct {
	platform emit.Platform
	names    names.Names
	defs     map[string]*Schema // by the names of the Go types
}

// Of returns the types of a platform. The names must not collide.
func Of(platform emit.Platform, n names.Names) Types {
	t := Types{platform, n, make(map[string]*Schema)}
	for _, st := range n.Structs {
		t.defs[st.Go] = t.structSchema(st)
	}
	for _, e := range n.Enums {
		t.defs[e.Name] = enumSchema(e)
	}
	for _, e := range n.Events {
		t.defs[e.Go] = t.eventSchema(e)
	}
	return t
}

// Index returns the schema of an object with a member for each topic, whose value is the body
// of a delivery on it: so that a schema of many bodies has a type for each event, and says
// which topics have it.
func (t Types) Index() *Schema {
	s := &Schema{
		Title:       t.platform.Title + " webhooks",
		Description: "The bodies of the deliveries of " + t.platform.Title + ", by their topics.",
		Type:        Kinds{object},
	}
	for _, topic := range t.platform.Topics {
		member := undocumented()
		if topic.Event != "" {
			member = refTo(infer.EventPath(topic.Event))
		}
		for _, name := range append([]string{topic.Name}, topic.Aliases...) {
			s.Properties = append(s.Properties, NamedSchema{name, member})
		}
	}
	return t.whole(s)
}

// undocumented returns the schema of the bodies of a topic without a documented payload.
func undocumented() *Schema {
	return &Schema{Description: "No payload is documented.", AnyOf: anything()}
}

// Event returns the schema of the bodies of an event, by its name in the spec or that of its
// Go type. ok is false if there is no such event.
func (t Types) Event(name string) (s *Schema, ok bool) {
	i := slices.IndexFunc(t.names.Events, func(e names.Event) bool { return e.Name == name || e.Go == name })
	if i < 0 {
		return nil, false
	}
	e := t.names.Events[i]
	event := *t.defs[e.Go]
	return t.whole(&event), true
}

// Events returns the names by which Event finds the events.
func (t Types) Events() []string {
	var all []string
	for _, e := range t.names.Events {
		all = append(all, e.Name, e.Go)
	}
	return all
}

// Topics returns the names of the topics.
func (t Types) Topics() []string {
	var all []string
	for _, topic := range t.platform.Topics {
		all = append(all, topic.Name)
	}
	return all
}

// Topic returns the schema of the bodies of a topic, by its name or an alias of it. ok is
// false if there is no such topic.
func (t Types) Topic(name string) (s *Schema, ok bool) {
	for _, topic := range t.platform.Topics {
		switch {
		case topic.Name != name && !slices.Contains(topic.Aliases, name):
		case topic.Event == "":
			s := undocumented()
			s.Title = names.UnknownEvent
			return t.whole(s), true
		default:
			return t.Event(topic.Event)
		}
	}
	return nil, false
}

// whole returns a schema with the definitions that it refers to.
func (t Types) whole(s *Schema) *Schema {
	s.Dialect = Dialect
	used := make(map[string]bool)
	var use func(name string)
	use = func(name string) {
		if !used[name] {
			used[name] = true
			t.defs[name].refs(use)
		}
	}
	s.refs(use)
	for _, name := range slices.Sorted(maps.Keys(used)) {
		s.Defs = append(s.Defs, NamedSchema{name, t.defs[name]})
	}
	return s
}

// eventSchema returns the schema of the bodies of an event.
func (t Types) eventSchema(e names.Event) *Schema {
	var s *Schema
	switch {
	case e.Struct == nil:
		s = t.rootSchema(e.Root)
	case e.Embeds():
		s = alone(refTo(e.Struct.Go))
	default:
		s = t.defs[e.Go]
	}
	var topics []string
	for _, topic := range t.platform.Topics {
		if topic.Event == e.Name {
			topics = append(topics, topic.Name)
		}
	}
	slices.Sort(topics)
	if s.isAny() {
		s.AnyOf = anything()
	}
	s.Title, s.Description = e.Go, emit.EventText(e, topics)
	return s
}

// rootSchema returns the schema of bodies of a type that is not a struct. Null is a body of a
// type that takes several kinds of values.
func (t Types) rootSchema(root infer.Type) *Schema {
	s := t.valueSchema(root)
	if len(s.Type) != 1 {
		return orNull(s)
	}
	return s
}

// structSchema returns the schema of the objects of a struct.
func (t Types) structSchema(st *names.Struct) *Schema {
	s := &Schema{Title: st.Go, Description: emit.StructText(st), Type: Kinds{object}}
	for _, f := range slices.Concat(t.names.Shared(st), st.Fields) {
		s.Properties = append(s.Properties, NamedSchema{f.Key, t.fieldSchema(f)})
		if f.Required {
			s.Required = append(s.Required, f.Key)
		}
	}
	return s
}

// fieldSchema returns the schema of the values of a member.
func (t Types) fieldSchema(f names.Field) *Schema {
	s := t.valueSchema(f.Type)
	if f.Required {
		s = alone(notNull(s))
	} else {
		s = orNull(s)
	}
	s.Description = strings.TrimSpace(emit.Sentence(f.About) + " " + capital(emit.Sentence(f.Presence())))
	if shown := t.platform.Shown[f.Path]; shown != "" {
		s.Examples = []Literal{Literal(shown)}
	}
	if s.isAny() && (s.Description != "" || s.Examples != nil) {
		s.AnyOf = anything()
	}
	return s
}

// capital returns text with a capital at its beginning.
func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// enumSchema returns the schema of the values of an enum, which is open.
func enumSchema(e names.Enum) *Schema {
	s := scalarSchema(e.Base)
	known := make([]string, len(e.Values))
	for i, v := range e.Values {
		known[i] = v.Text
		if v.About != "" {
			known[i] += " (" + strings.TrimSuffix(emit.Sentence(v.About), ".") + ")"
		}
		literal := Literal(v.Text)
		if e.Base == infer.String {
			literal = Literal(jsontext.AppendString(nil, v.Text))
		}
		s.Examples = append(s.Examples, literal)
	}
	s.Description = strings.TrimSpace(emit.Sentence(e.About) + " Known values: " + strings.Join(known, ", ") + ". There may be others.")
	return s
}
