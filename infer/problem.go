package infer

import (
	"go/token"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Problem is an error or a warning about an example or a decision.
type Problem struct {
	Cause           // what is wrong
	Where   Where   // at which value of an example, or at which line of the spec
	Also    []Where // other places that are part of the problem
	Path    string  // a path as decisions have it, a JSON Pointer into an example, or ""
	Warning bool
}

// Cause is what is wrong, as data. Each kind of problem is a type of its own,
// which says in English what its data mean.
type Cause interface {
	// Message returns one sentence in lower case. It contains no value of a jsontext.
	Message() string
	// Hint returns what to do about it, or "".
	Hint() string
}

// Say returns the Cause of a problem that has no data besides its text.
func Say(message, hint string) Cause { return text{message, hint} }

type text struct{ message, hint string }

func (t text) Message() string { return t.message }
func (t text) Hint() string    { return t.hint }

// Same reports whether p says what q says, of the same place.
func (p Problem) Same(q Problem) bool {
	return p.Where == q.Where && p.Path == q.Path && p.Message() == q.Message()
}

// HasErrors reports whether some problem is not a warning.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return !p.Warning })
}

// Where is a byte of an example's text, or else a line of the spec.
type Where struct {
	Example string // Example.ID, or ""
	Offset  int    // in bytes from the start of the example's text
	Ref     Ref
}

// Diagnostics returns the problems as diagnostics at the positions that a function
// finds for their places.
func Diagnostics(problems []Problem, position func(Where) token.Position) diagnostic.List {
	var list diagnostic.List
	for _, p := range problems {
		d := diagnostic.Diagnostic{Pos: position(p.Where), Path: p.Path, Message: p.Message(), Hint: p.Hint()}
		if p.Warning {
			d.Severity = diagnostic.Warning
		}
		for _, w := range p.Also {
			d.Also = append(d.Also, position(w))
		}
		if len(d.Also) > 2 { // no message tells so many apart by their order
			slices.SortFunc(d.Also, diagnostic.ComparePositions)
		}
		list.Add(d)
	}
	return list
}
