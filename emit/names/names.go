package names

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// Names is every Go name of one generated package, as far as it depends on the
// model and the spec. Reserved lists the others.
type Names struct {
	Events   []Event   // by name
	Structs  []*Struct // by Go name, the envelope included
	Envelope *Struct   // the fields that events share, nil where there are none
	Enums    []Enum    // by name
	// Problems are the collisions, and as warnings the decisions on a name that is
	// the same without them. Where two things collide, both have the name here.
	Problems []infer.Problem
	// Clashes are the names that the Problems are about, one for each. The name of a
	// field has a dot before it.
	Clashes []string

	spec    Spec
	structs map[*infer.Struct]*Struct
	fields  map[*infer.Field]string
	topics  map[string]string // constants by topic
}

// Event is the type of an event, whatever the root of its body is.
type Event struct {
	infer.Event
	Go     string  // OrderEvent
	Struct *Struct // nil where the root is not an object
}

// Embeds reports whether the type embeds a declared type, which has the members of the
// body.
func (e Event) Embeds() bool { return e.Struct != nil && e.Struct.Body }

// Struct is a struct with the names that it has and gives.
type Struct struct {
	*infer.Struct
	Go     string // OrderLineItem
	Shape  string // the variable that describes its members
	Event  bool   // it is the type of an event
	Body   bool   // it is a declared type, which the types of events embed as their body
	Fields []Field
}

// Field is a field of a struct. Events embed the envelope, so its fields are
// theirs too.
type Field struct {
	*infer.Field
	Go string
}

// Enum is an enum, whose type has the name that the spec gives.
type Enum struct {
	*infer.Enum
	Constants []string // of its values, in their order
}

// Of returns the names of the package for a model.
func Of(s Spec, m infer.Model) Names {
	s.Topics = slices.SortedFunc(slices.Values(s.Topics), func(a, b Topic) int { return cmp.Compare(a.Name, b.Name) })
	n := Names{
		spec: s, structs: make(map[*infer.Struct]*Struct), fields: make(map[*infer.Field]string), topics: make(map[string]string),
	}
	n.nameTopics()
	n.nameStructs(m)
	n.nameEvents(m)
	for _, e := range m.Enums {
		n.Enums = append(n.Enums, Enum{e, n.Constants(e)})
	}
	n.checkPackage()
	n.checkBodies()
	return n
}

func (n *Names) nameTopics() {
	for _, t := range n.spec.Topics {
		name := GoName(t.Name)
		if slices.Contains(n.Reserved(), TopicPrefix+name) {
			name += TopicPrefix // TopicMemberTopic, beside TopicMember of the package
		}
		if t.GoName == name {
			n.redundant(name, name, t.Ref, t.Name)
		}
		n.topics[t.Name] = TopicPrefix + cmp.Or(t.GoName, name)
	}
}

func (n *Names) nameEvents(m infer.Model) {
	for _, e := range m.Events {
		event := Event{Event: e, Go: n.Event(e)}
		if root, ok := e.Root.(*infer.Struct); ok {
			event.Struct = n.structs[root]
		}
		n.Events = append(n.Events, event)
	}
}

func (n *Names) nameStructs(m infer.Model) {
	bodies := make(map[*infer.Struct]bool)
	for _, e := range m.Events {
		if root, ok := e.Root.(*infer.Struct); ok {
			bodies[root] = true
		}
	}
	for t := range m.AllStructs() {
		st := &Struct{Struct: t, Go: typeName(t), Event: bodies[t] && t.Name == "", Body: bodies[t] && t.Name != ""}
		st.Shape = shapeName(st.Go)
		if t == m.Envelope {
			n.Envelope = st
		}
		reserved := st.Reserved()
		for _, f := range t.Fields {
			name := fieldName(f, reserved)
			st.Fields, n.fields[f] = append(st.Fields, Field{f, name}), name
			if f.Name != "" && f.Name == ownName(f, reserved) {
				n.redundant("."+f.Name, f.Name, f.Ref, f.Path)
			}
		}
		n.checkFields(st)
		n.structs[t] = st
		n.Structs = append(n.Structs, st)
	}
	slices.SortFunc(n.Structs, func(a, b *Struct) int { return cmp.Compare(a.Go, b.Go) })
}

// Shared returns the fields of the envelope, if the struct embeds it.
func (n Names) Shared(st *Struct) []Field {
	if !st.Envelope {
		return nil
	}
	return n.Envelope.Fields
}
