package infer

// Decisions are what the spec decides about a platform's types. Each has its
// reason, Why.
//
// Places are written as paths: the name of an event's type ("OrderEvent") or of
// a type decision, then the names of members as in a JSON Pointer (RFC 6901), *
// for each element of an array or value of a map, and ~2 for a member that is
// really named *. Where a string holds JSON, the path goes on inside it.
type Decisions struct {
	Types    []TypeDecision
	Fields   []FieldDecision
	Enums    []EnumDecision
	Envelope []EnvelopeMember
}

// PathRef is a path in a decision, and its line.
type PathRef struct {
	Path string
	Ref  Ref
}

// TypeDecision gives one name, and one type made of all their evidence, to the
// objects at some places.
type TypeDecision struct {
	Name       string
	At         []PathRef
	About, Why string
	Ref        Ref
}

// FieldDecision decides what one place is.
type FieldDecision struct {
	Path       string
	Type       string // one of TypeWords, or "" to leave that to the rules
	Name       string // of the field in Go, or ""
	Required   bool   // its absence is a mismatch
	About, Why string
	Ref        Ref
}

// EnumDecision names the known values of the strings at some places. It rejects
// no other value.
type EnumDecision struct {
	Name       string
	At         []PathRef
	Values     []string
	Names      map[string]string // Go names of values, without the enum's, where one is decided
	About, Why string
	Ref        Ref
}

// EnvelopeMember is a root member that events share. The events that show all
// of the envelope's members share one type for them.
type EnvelopeMember struct {
	Name string
	Ref  Ref
}
