package diagnostic

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"github.com/specimen-go/specimen/specs/finding"
)

// List is the diagnostics of a run. Its zero value is an empty list.
type List []Diagnostic

// Add appends a diagnostic.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Sort orders the list by file, line and column, and drops a diagnostic that
// has the position, path and message of another one.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		ComparePositions(a.Pos, b.Pos),
		cmp.Compare(a.Severity(), b.Severity()),
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.message, b.message),
	)
}

// ComparePositions orders positions by file, line and column.
func ComparePositions(a, b token.Position) int {
	return cmp.Or(cmp.Compare(a.Filename, b.Filename), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// HasFindings reports whether the list has more than notes.
func (l List) HasFindings() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() != finding.Note })
}

// HasErrors reports whether the list has more than warnings and notes.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() == finding.Error })
}

// Err returns the list as an error, or nil if it has no errors.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Error returns the first diagnostic and the number of others.
func (l List) Error() string {
	switch len(l) {
	case 0:
		return "no problems"
	case 1:
		return l[0].String()
	}
	return fmt.Sprintf("%s (and %d more)", l[0], len(l)-1)
}
