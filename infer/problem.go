package infer

import (
	"go/token"
	"slices"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Problem is an error or a warning about an example or a decision.
type Problem struct {
	Cause         // what is wrong
	Where Where   // the value of an example, or the line of the spec
	Also  []Where // others that are part of the problem
	Path  string  // as decisions have it, or a JSON Pointer into an example, or ""
}

// Warning reports whether types are right in spite of the problem.
func (p Problem) Warning() bool { return p.Rule().Severity() != finding.Error }

// Cause is what is wrong, as data. Each kind of problem has a type for it; those of
// this package are in exampleproblems.go and decisionproblems.go.
type Cause interface {
	// Rule returns what is reported, with how severe it is.
	Rule() finding.Rule
	// Message returns what is wrong, in lower case and without a full stop. It has no
	// values of payloads.
	Message() string
	// Hint returns what to do about it, or "".
	Hint() string
}

// Say returns a Cause that is only text.
func Say(rule finding.Rule, message, hint string) Cause { return text{rule, message, hint} }

type text struct {
	rule          finding.Rule
	message, hint string
}

func (t text) Rule() finding.Rule { return t.rule }
func (t text) Message() string    { return t.message }
func (t text) Hint() string       { return t.hint }

// Same reports whether p and q have the same position, path and message.
func (p Problem) Same(q Problem) bool {
	return p.Where == q.Where && p.Path == q.Path && p.Message() == q.Message()
}

// HasErrors reports whether a problem is more than a warning.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return !p.Warning() })
}

// Where is a byte of an example or a line of the spec.
type Where struct {
	Example string // Example.ID, or "" for a line of the spec
	Offset  int    // from the start of the example's text
	Ref     Ref    // of the line
}

// AtOrigin returns the byte of an example where something was seen.
func AtOrigin(o Origin) Where { return Where{Example: o.Example, Offset: o.Offset} }

// Diagnostics returns the problems as diagnostics. position returns the position of a
// value or line.
func Diagnostics(problems []Problem, position func(Where) token.Position) diagnostic.List {
	var list diagnostic.List
	for _, p := range problems {
		d := diagnostic.New(p.Rule(), position(p.Where), p.Path, p.Message(), p.Hint())
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
