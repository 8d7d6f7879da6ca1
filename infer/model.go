package infer

import (
	"iter"
	"strings"
)

// Model is the types of a platform.
type Model struct {
	Events   []Event   // sorted by name
	Structs  []*Struct // those that events contain, except the envelope, sorted by path
	Enums    []*Enum   // sorted by name
	Envelope *Struct   // or nil

	decided map[string]*Decided // by shortest path; see At
	pool    *pool
}

// AllStructs returns the envelope, if there is one, and then Structs.
func (m Model) AllStructs() iter.Seq[*Struct] {
	return func(yield func(*Struct) bool) {
		if m.Envelope != nil && !yield(m.Envelope) {
			return
		}
		for _, s := range m.Structs {
			if !yield(s) {
				return
			}
		}
	}
}

// Event is the type of the bodies of one or more topics.
type Event struct {
	Name string // such as "Order"
	Root Type   // of the body
}

// Struct is the type of objects with a field for each member.
type Struct struct {
	Path     string // the shortest one; the name, if a decision declares the type
	Name     string // that a decision gives it, or ""
	About    string
	Why      string
	Places   []string // the paths that the decision lists
	Fields   []*Field // in the order of the spec's examples
	Envelope bool     // whether it starts with the envelope
	At       Origin   // of the first object
	NotSent  bool     // whether no payload has such an object
	Ref      Ref      // of the decision that declares it, or ""
}

// Field is a member of a struct.
type Field struct {
	Key      string // the name of the member
	Path     string // the shortest one
	Name     string // the Go name that a decision gives it, or ""
	Type     Type
	Rule     Rule // that gave the type
	About    string
	Why      string
	Required bool // whether its absence and its null are mismatches
	Null     bool // whether it was null
	Absent   bool // whether it was absent
	Unseen   bool // whether it never had a value
	// Documented says that a table has the member. NotSent says that no payload has it,
	// though payloads have objects of the struct. Assumed says that Absent is so only because
	// no example at all has the member.
	Documented, NotSent, Assumed bool
	Samples                      []string // some of its scalars, as JSON
	At                           Origin   // of the first value
	Ref                          Ref      // of the decision for the path, or ""
}

// Enum is a string or integer type with known values. It takes any other value of its
// base type too.
type Enum struct {
	Name   string
	Base   Scalar // String or Int
	At     []PathRef
	Values []EnumValue
	About  string
	Why    string
	Ref    Ref
}

// EnumValue is a known value of an enum.
type EnumValue struct {
	Text  string // the string, or the literal of the integer
	Name  string // the Go name that the decision gives it, without that of the enum, or ""
	About string
}

// Texts returns the known values.
func (e *Enum) Texts() []string { return textsOf(e.Values) }

func textsOf(values []EnumValue) []string {
	var all []string
	for _, v := range values {
		all = append(all, v.Text)
	}
	return all
}

// String returns a line for each event, field and enum, with the rule of each field.
func (m Model) String() string {
	var b strings.Builder
	for _, e := range m.Events {
		b.WriteString("event " + e.Name + " " + e.Root.String() + "\n")
	}
	for s := range m.AllStructs() {
		b.WriteString("\n" + s.Path)
		if s.Envelope {
			b.WriteString(" with Envelope")
		}
		b.WriteString("\n")
		for _, f := range s.Fields {
			b.WriteString("  " + f.Key + " " + f.Type.String() + " " + string(f.Rule))
			if f.Required {
				b.WriteString(" required")
			}
			b.WriteString("\n")
		}
	}
	for _, e := range m.Enums {
		b.WriteString("\nenum " + e.Name)
		if e.Base == Int {
			b.WriteString(" of integers:")
		}
		b.WriteString(" " + strings.Join(e.Texts(), " ") + "\n")
	}
	return b.String()
}
