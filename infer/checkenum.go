package infer

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// shown is what examples have at the paths of an enum.
type shown struct {
	decision EnumDecision
	values   map[string]bool
	more     bool // whether there are more values
	strings  Fact
}

// show adds the strings at one path of an enum.
func (w *decider) show(d EnumDecision, n *Node) {
	s := w.shown[d.Name]
	if s == nil {
		s = &shown{decision: d, values: make(map[string]bool)}
		w.shown[d.Name] = s
	}
	for _, text := range n.Strings.Texts {
		s.values[text] = true
	}
	s.more = s.more || n.Strings.More
	s.strings = s.strings.Merge(n.Kinds[jsontext.KindString])
}

// checkValues reports enums that lack values of the examples, as a warning, and enums
// that list none of them, as an error.
func (w *decider) checkValues() {
	for _, name := range slices.Sorted(maps.Keys(w.shown)) {
		s := w.shown[name]
		var omitted []string
		for _, text := range slices.Sorted(maps.Keys(s.values)) {
			if !slices.Contains(s.decision.Values, text) {
				omitted = append(omitted, text)
			}
		}
		if len(omitted) == 0 {
			continue
		}
		values := Where{Ref: s.decision.Ref + "/values"}
		c := incompleteEnum{lacks: len(omitted), seen: len(s.values), alike: spelling(s.decision.Values, omitted)}
		if len(omitted) < len(s.values) || s.more {
			w.problems = append(w.problems, Problem{Cause: c, Where: values, Path: name, Warning: true})
			continue
		}
		c.none = true
		w.problems = append(w.problems, Problem{
			Cause: c, Where: Where{Example: s.strings.At.Example, Offset: s.strings.At.Offset}, Also: []Where{values}, Path: name,
		})
	}
}

// spelling returns a value of the list that examples spell differently, or "".
func spelling(values, omitted []string) string {
	for _, v := range values {
		for _, text := range omitted {
			if _, ok := diagnostic.Typos(text, v); ok {
				return v
			}
		}
	}
	return ""
}
