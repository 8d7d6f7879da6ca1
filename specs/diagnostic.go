package specs

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
)

// Severity tells what must be mended from what should be.
type Severity int

// An Error stops generation, a Warning does not.
const (
	Error Severity = iota
	Warning
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Diagnostic is one problem at one place.
type Diagnostic struct {
	Pos      token.Position   // Line 0: of the file as a whole
	Path     string           // the place in the spec or in the payload, or ""
	Message  string           // one sentence, lower case, without values of a payload
	Hint     string           // what to do, or ""
	Also     []token.Position // other places that the message speaks of
	Severity Severity
}

// maxPath is how much of a path is shown.
const maxPath = 120

// String returns the problem in one line, "file:line:col: path: message".
func (d Diagnostic) String() string {
	s := ""
	if d.Pos.IsValid() || d.Pos.Filename != "" {
		s = d.Pos.String() + ": "
	}
	if d.Severity == Warning {
		s += "warning: "
	}
	if d.Path != "" {
		s += cut(d.Path, maxPath) + ": "
	}
	return Printable(s + d.Message)
}

// List is the problems of a run. Its zero value is empty and ready to use.
type List []Diagnostic

// Add appends a problem.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Sort orders the problems by file, line and column, and drops those that say
// the same at the same place as another one.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.Filename, b.Pos.Filename),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Message, b.Message),
	)
}

// HasErrors reports whether any problem is more than a warning.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as an error, or nil when nothing in it is more than a
// warning.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Error returns the first problem and how many follow.
func (l List) Error() string {
	switch len(l) {
	case 0:
		return "no problems"
	case 1:
		return l[0].String()
	}
	return fmt.Sprintf("%s (and %d more)", l[0], len(l)-1)
}
