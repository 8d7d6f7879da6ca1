package infer

// Decisions are what the spec decides about the types of a platform. Why is the
// reason for a decision, About the documentation of its type or field.
//
// A path is the name of an event's type ("OrderEvent") or of a declared type,
// followed by the names of members as in a JSON Pointer (RFC 6901), with * for every
// element of an array or value of a map, and ~2 for a member that is named *. Below a
// string that holds JSON, it goes on with the members of that JSON.
type Decisions struct {
	Types    []TypeDecision
	Fields   []FieldDecision
	Enums    []EnumDecision
	Envelope []EnvelopeMember
	Abouts   []About
}

// About is what a document says about the meaning of the values at a path. The About of
// a FieldDecision comes before it, and an earlier one before a later one.
type About struct {
	PathRef
	Text string
}

// PathRef is a path in a decision, and its line.
type PathRef struct {
	Path string
	Ref  Ref
	// Implied reports whether the spec does not list the path: a table names its type.
	Implied bool
}

// TypeDecision declares a type: the objects at several paths have one struct, made of
// the evidence of all of them.
type TypeDecision struct {
	Name       string
	At         []PathRef
	About, Why string
	Ref        Ref
}

// FieldDecision decides about the values at a path.
type FieldDecision struct {
	Path       string
	Type       string // one of TypeWords, or "" for the type that the rules give
	Name       string // the Go name of the field, or ""
	Required   bool   // whether its absence and its null are mismatches
	Optional   bool   // whether it may be absent, whatever examples and tables say
	About, Why string
	Ref        Ref
}

// EnumDecision declares an enum: the known values of the strings, or of the integers, at
// some paths. Other values are accepted too.
type EnumDecision struct {
	Name       string
	At         []PathRef
	Integers   bool // whether the values are integers
	Documented bool // whether a document lists them
	Values     []EnumValue
	About, Why string
	Ref        Ref
}

// Texts returns the known values.
func (d EnumDecision) Texts() []string { return textsOf(d.Values) }

// Base returns the type of the values: String or Int.
func (d EnumDecision) Base() Scalar {
	if d.Integers {
		return Int
	}
	return String
}

// EnvelopeMember is a member at the root of several events. The events that have all
// members of the envelope, but for the optional ones, share one struct of them.
type EnvelopeMember struct {
	Name     string
	Optional bool
	Ref      Ref
}
