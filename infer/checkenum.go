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
	fact     Fact // of the values
}

// show adds the values at one path of an enum.
func (w *decider) show(d EnumDecision, n *Node) {
	s := w.shown[d.Name]
	if s == nil {
		s = &shown{decision: d, values: make(map[string]bool)}
		w.shown[d.Name] = s
	}
	samples, kind := n.Strings, jsontext.KindString
	if d.Integers {
		samples, kind = n.Numbers, jsontext.KindNumber
	}
	for _, text := range samples.Texts {
		s.values[text] = true
	}
	s.more = s.more || samples.More
	s.fact = s.fact.Merge(n.Kinds[kind])
}

// checkValues reports enums that lack values of the examples, as a warning, and enums
// that list none of them, as an error unless a document has the list.
func (w *decider) checkValues() {
	for _, name := range slices.Sorted(maps.Keys(w.shown)) {
		s := w.shown[name]
		var omitted []string
		for _, text := range slices.Sorted(maps.Keys(s.values)) {
			if !slices.Contains(s.decision.Texts(), text) {
				omitted = append(omitted, text)
			}
		}
		if len(omitted) == 0 {
			continue
		}
		values := Where{Ref: s.decision.Ref + "/values"}
		c := incompleteEnum{lacks: len(omitted), seen: len(s.values), alike: spelling(s.decision, omitted)}
		c.none = len(omitted) == len(s.values) && !s.more
		if s.decision.Documented || !c.none {
			c.path = s.decision.At[0].Path
			w.problems = append(w.problems, Problem{Cause: c, Where: values, Path: w.pool.shorten(c.path)})
			continue
		}
		w.problems = append(w.problems, Problem{
			Cause: c, Where: AtOrigin(s.fact.At), Also: []Where{values}, Path: name,
		})
	}
}

// spelling returns a value of the list that examples spell differently, or "".
func spelling(d EnumDecision, omitted []string) string {
	if d.Integers {
		return ""
	}
	for _, v := range d.Texts() {
		for _, text := range omitted {
			if _, ok := diagnostic.Typos(text, v); ok {
				return v
			}
		}
	}
	return ""
}
