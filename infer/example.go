package infer

// Ref names a line of the spec, for problems to point at. It is opaque to this
// package.
type Ref string

// Example is one documented jsontext.
type Example struct {
	ID     string // unique in the platform
	Order  int    // its place in the spec: what stands first there stands first in a struct
	Event  string // whose payload it is: "Order"
	Text   string // the exact JSON text
	Elided []Elision
	Ref    Ref
}

// Elision is a value that the document left out. What stands in its place, null
// or "", is no evidence of its type.
type Elision struct {
	Pointer string // RFC 6901
	Ref     Ref
}
