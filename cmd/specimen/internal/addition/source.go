package addition

import (
	"go/token"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/redact"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// source is a payload as it was given, which is not in a spec yet.
type source struct{ name, text string }

// at returns the position of a byte.
func (s source) at(offset int) token.Position {
	before := s.text[:min(max(offset, 0), len(s.text))]
	if end := len(strings.TrimRight(s.text, " \t\r\n")); len(before) > end {
		before = s.text[:end]
	}
	line := strings.LastIndexByte(before, '\n') + 1
	return token.Position{Filename: s.name, Offset: len(before), Line: strings.Count(before, "\n") + 1, Column: len(before) - line + 1}
}

// lines returns a function that returns a line, counted from 1, with what looks like a
// secret masked.
func (s source) lines() cli.Source {
	lines := strings.Split(s.text, "\n")
	masked := make(map[int]string) // a payload may be one long line
	return func(file string, n int) (string, bool) {
		if file != s.name || n < 1 || n > len(lines) {
			return "", false
		}
		if _, ok := masked[n]; !ok {
			masked[n] = redact.Mask(strings.TrimSuffix(lines[n-1], "\r"))
		}
		return masked[n], true
	}
}

// problems returns what is wrong with a payload as an example.
func (s source) problems(x infer.Example) diagnostic.List {
	_, found := infer.Observe(x)
	for i := range found {
		found[i].Path = redact.Mask(found[i].Path) // the names of members may be secrets
	}
	return infer.Diagnostics(found, func(w infer.Where) token.Position { return s.at(w.Offset) })
}

// contradicts fails for a payload that brings new errors: it contradicts a decision.
// Without new ones it fails for the errors that the spec had before, because its types
// cannot be relied on.
func (s source) contradicts(before spec, old, now []infer.Problem, id string) error {
	var found, known []infer.Problem
	for _, x := range now {
		switch {
		case x.Warning():
		case slices.ContainsFunc(old, func(y infer.Problem) bool { return x.Path == y.Path && x.Message() == y.Message() }):
			known = append(known, x)
		default:
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		found = known
	}
	problems := infer.Diagnostics(found, func(w infer.Where) token.Position {
		switch {
		case w.Example == id:
			return s.at(w.Offset)
		case before.platform == nil:
			return token.Position{}
		case w.Example != "":
			return before.platform.Within(w.Example, w.Offset)
		}
		return before.platform.At(specs.Ref(w.Ref))
	})
	lines := s.lines()
	return cli.Refuse(problems, func(file string, n int) (string, bool) {
		if line, ok := before.set.Line(file, n); ok {
			return line, true
		}
		return lines(file, n)
	})
}
