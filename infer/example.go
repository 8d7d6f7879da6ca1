package infer

// Ref refers to a line of the spec, for the positions of problems. This package does
// not look into it, and only appends "/" and the name of a key.
type Ref string

// Example is an example of the spec: a payload of an event, or a value of a declared type.
type Example struct {
	ID       string // unique in the platform
	Order    int    // in the spec: what stands first there stands first in a struct
	Event    string // such as "Order", or "" for an example of a type
	Type     string // the declared type that it is an example of, or ""
	Former   bool   // whether a newer edition replaced its document
	Document string // that it is from, or ""
	Text     string // the exact JSON
	Elided   []Elision
	Ref      Ref
}

// Elision is a value that the document left out. The null or "" that stands for it
// is not evidence of a type.
type Elision struct {
	Pointer string // RFC 6901
	Ref     Ref
}
