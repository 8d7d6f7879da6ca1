package infer

import (
	"iter"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Model is the types of a platform.
type Model struct {
	Events   []Event   // by name
	Structs  []*Struct // every struct that an event reaches, by path
	Enums    []*Enum   // by name
	Envelope *Struct   // what events share at their root, or nil

	decided map[string]*Decided // by path; see Model.At
	pool    *pool
}

// AllStructs returns all structs of the model: the envelope, if there is one, then
// Structs.
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

// Event is what the deliveries of one or several topics hold.
type Event struct {
	Name string // "Order"
	Root Type   // of the whole body
}

// Type is one of Scalar, *Struct, *Enum, Slice, Map, Opt, Or and JSON.
type Type interface {
	// String gives the type in the notation of Go, with structs by their path.
	String() string
	isType()
}

// Scalar is a type without parts.
type Scalar uint8

// The scalars. The last four are the types of package payload by these names.
const (
	Bool Scalar = iota
	Int
	Float
	String
	Number
	Timestamp
	Flag
	Value
)

// Struct is the type of objects by their members.
type Struct struct {
	Path     string // where it stands, by the shortest path
	Name     string // what a decision calls it, or ""
	About    string
	Why      string
	Fields   []*Field // in the order of the examples
	Envelope bool     // whether the fields of the Model's envelope come before them
	At       Origin
	Ref      Ref // of the decision that names it, if any
}

// Field is one member.
type Field struct {
	Key      string // its name in JSON
	Path     string
	Name     string // what a decision calls it in Go, or ""
	Type     Type
	Rule     Rule // what decided the type
	About    string
	Why      string
	Required bool
	Null     bool     // was seen null
	Absent   bool     // was seen absent
	Unseen   bool     // was never seen with a value
	Samples  []string // JSON of some scalars seen
	At       Origin
	Ref      Ref // of the decision on it, if any
}

// Enum is a string with known values.
type Enum struct {
	Name   string
	Values []string
	Names  map[string]string // Go names of values, without the enum's, where one is decided
	About  string
	Why    string
	Ref    Ref
}

// Slice is the type of arrays.
type Slice struct {
	Elem Type
	Most int // elements of the longest one seen
}

// Map is the type of objects whose names are keys.
type Map struct {
	Elem Type
	Most int // members of the largest one seen
}

// Opt is an Elem, null or absent.
type Opt struct {
	Elem    Type
	Pointer bool // whether it holds a pointer to the Elem, which holds an Opt like this
}

// Or is an Elem, or JSON of another shape.
type Or struct {
	Elem    Type
	Also    jsontext.Kinds // the other kinds that were seen
	Pointer bool           // as in Opt
}

// JSON is an Elem written as JSON in a string.
type JSON struct{ Elem Type }

func (Scalar) isType()  {}
func (*Struct) isType() {}
func (*Enum) isType()   {}
func (Slice) isType()   {}
func (Map) isType()     {}
func (Opt) isType()     {}
func (Or) isType()      {}
func (JSON) isType()    {}

func (s Scalar) String() string {
	return [...]string{"bool", "int64", "float64", "string", "Number", "Timestamp", "Flag", "Value"}[s]
}

func (s *Struct) String() string { return s.Path }
func (e *Enum) String() string   { return e.Name }
func (t Slice) String() string   { return "[]" + t.Elem.String() }
func (t Map) String() string     { return "Map[" + t.Elem.String() + "]" }
func (t Opt) String() string     { return "Opt[" + star(t.Pointer) + t.Elem.String() + "]" }
func (t JSON) String() string    { return "JSON[" + t.Elem.String() + "]" }

// star is the mark of a pointer.
func star(pointer bool) string {
	if pointer {
		return "*"
	}
	return ""
}

func (t Or) String() string {
	var also []string
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		if t.Also.Has(k) {
			also = append(also, k.String())
		}
	}
	return "Or[" + star(t.Pointer) + t.Elem.String() + "|" + strings.Join(also, "|") + "]"
}

// String lists the model's structs and fields, for tests and for people.
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
		b.WriteString("\nenum " + e.Name + " " + strings.Join(e.Values, " ") + "\n")
	}
	return b.String()
}
