package selfcheck

import (
	"cmp"
	"errors"
	"go/scanner"
	"go/types"
	"slices"
)

// report adds an error of the parser or the type checker. A file may be checked twice,
// with and without tests; duplicates count once.
func (c *session) report(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var found []Problem
	var syntax scanner.ErrorList
	var typed types.Error
	switch {
	case errors.As(err, &syntax):
		for _, e := range syntax {
			found = append(found, Problem{e.Pos, e.Msg})
		}
	case errors.As(err, &typed):
		found = []Problem{{c.fset.Position(typed.Pos), typed.Msg}}
	default:
		found = []Problem{{Message: err.Error()}}
	}
	for _, p := range found {
		if !slices.Contains(c.problems, p) {
			c.problems = append(c.problems, p)
		}
	}
}

// sorted returns the problems by position.
func (c *session) sorted() []Problem {
	slices.SortFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Filename, b.Pos.Filename),
			cmp.Compare(a.Pos.Offset, b.Pos.Offset),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return c.problems
}
