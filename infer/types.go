package infer

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Type is one of Scalar, *Struct, *Enum, Slice, Map, ObjectOrList, Opt, Or and JSON.
type Type interface {
	// String returns the type in the notation of Go, with structs by their path.
	String() string
	isType()
}

// Scalar is a type that is not made of others.
type Scalar uint8

// The scalars. From Number on, they are types of package payload.
const (
	Bool Scalar = iota
	Int
	Float
	String
	Number
	Timestamp
	Base64
	Unix
	UnixMilli
	UnixMicro
	Flag
	Value
)

// KeepsNumber reports whether a type keeps the text of a number, or of a string: it is
// Number, or a time that is sent as a number.
func KeepsNumber(t Type) bool {
	switch t {
	case Type(Number), Type(Unix), Type(UnixMilli), Type(UnixMicro):
		return true
	}
	return false
}

// Slice is the type of arrays.
type Slice struct {
	Elem Type
	Most int // the number of elements of the longest one seen
}

// Map is the type of objects whose names of members are keys.
type Map struct {
	Elem Type
	Most int // the number of members of the largest one seen
}

// ObjectOrList is the type of objects beside arrays.
type ObjectOrList struct {
	Object *Struct
	List   Slice
}

// Opt is an Elem that can be null or absent.
type Opt struct {
	Elem    Type
	Pointer bool // whether it holds a pointer, as it does to a struct
}

// Or is an Elem, or JSON of another kind.
type Or struct {
	Elem    Type
	Also    jsontext.Kinds // the other kinds seen
	Pointer bool           // whether it holds a pointer, because Elem contains the same Or
}

// JSON is an Elem written as JSON in a string, or plain. It has room for null and absence.
type JSON struct{ Elem Type }

func (Scalar) isType()       {}
func (*Struct) isType()      {}
func (*Enum) isType()        {}
func (Slice) isType()        {}
func (Map) isType()          {}
func (Opt) isType()          {}
func (ObjectOrList) isType() {}
func (Or) isType()           {}
func (JSON) isType()         {}

func (s Scalar) String() string {
	return [...]string{"bool", "int64", "float64", "string", "Number", "Timestamp", "Base64", "Unix", "UnixMilli", "UnixMicro", "Flag", "Value"}[s]
}

func (s *Struct) String() string { return s.Path }
func (e *Enum) String() string   { return e.Name }
func (t Slice) String() string   { return "[]" + t.Elem.String() }
func (t Map) String() string     { return "Map[" + t.Elem.String() + "]" }
func (t Opt) String() string     { return "Opt[" + Star(t.Pointer) + t.Elem.String() + "]" }
func (t JSON) String() string    { return "JSON[" + t.Elem.String() + "]" }

func (t ObjectOrList) String() string {
	return "ObjectOrList[" + t.Object.String() + ", " + t.List.Elem.String() + "]"
}

// Star returns the * of a pointer type, or "".
func Star(pointer bool) string {
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
	return "Or[" + Star(t.Pointer) + t.Elem.String() + "|" + strings.Join(also, "|") + "]"
}
