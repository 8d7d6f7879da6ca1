package infer

import (
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Decisions that are on a place and decide nothing there, or not what was meant.

// checkTypePlace adds the problem of a type decision on a place without objects:
// on a list, for example, where its elements were meant.
func (w *decider) checkTypePlace(t TypeDecision, at Place) {
	place := w.pool.shorten(at.Path)
	n := w.pool.places[place]
	if n == nil {
		return
	}
	if f := w.pool.fields[place]; f.Type != "" && f.Type != "json" && f.Type != "struct" {
		c := otherType{word: f.Type}
		if f.Type == "map" {
			c.elements = at.Path + "/*"
		}
		w.problems = append(w.problems, Problem{Cause: c, Where: Where{Ref: at.Ref}, Also: []Where{{Ref: f.Ref}}, Path: place})
		w.misplaced[t.Name] = len(w.problems) - 1
		return
	}
	kinds := n.kinds() | w.pool.inner[place]
	if kinds == 0 || kinds.Has(jsontext.KindObject) {
		return
	}
	first := n.First()
	c := notObjects{arrays: kinds.Has(jsontext.KindArray)}
	if elem := w.pool.places[place+"/*"]; c.arrays && (elem == nil || elem.kinds() == 0 || elem.has(jsontext.KindObject)) {
		c.elements = at.Path + "/*"
	}
	w.problems = append(w.problems, Problem{
		Cause: c, Where: Where{Ref: at.Ref}, Also: []Where{{Example: first.Example, Offset: first.Offset}}, Path: place,
	})
	w.misplaced[t.Name] = len(w.problems) - 1
}

// elements returns the path of the elements of the arrays at a path, if these are
// what was found there, and the elements have the kinds that a decision wants. It
// returns "" otherwise.
func (w *decider) elements(found jsontext.Kind, path string, want jsontext.Kinds) string {
	elem := w.pool.places[w.pool.shorten(path)+"/*"]
	if found != jsontext.KindArray || elem == nil || elem.kinds() == 0 || elem.kinds()&^want != 0 {
		return ""
	}
	return path + "/*"
}

// written returns the path of a place as it is among those of a decision.
func (w *decider) written(at []Place, place string) string {
	for _, p := range at {
		if w.pool.shorten(p.Path) == place {
			return p.Path
		}
	}
	return place
}

// shown is what examples show at the places of an enum.
type shown struct {
	decision EnumDecision
	values   map[string]bool
	more     bool // there are others
	strings  Fact
}

// show adds the strings at one place of an enum.
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

// checkValues reports values of examples that the list of an enum omits. A list with
// none of them is wrong.
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

// spelling returns a value of a list that examples spell differently, or "".
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

// checkDead reports decisions that decide nothing because the event above them has
// bodies of several kinds, or because a decision above them leaves no types there.
// Where there are errors, that can be what follows from these.
func (w *decider) checkDead(d Decisions, events map[string]*Node, reached map[*Struct]bool) {
	if HasErrors(w.problems) {
		return
	}
	mixed := make(map[string][]Where)
	check := func(path string, ref Ref) {
		place := w.pool.shorten(path)
		home := place
		for strings.HasSuffix(home, "/*") {
			home = strings.TrimSuffix(home, "/*")
		}
		home, _, below := parent(home)
		if !below || w.pool.places[place] == nil || reached[w.structs[w.pool.aliases.home(home)]] {
			return
		}
		if root, cause := w.above(place, events, nil); root != "" {
			mixed[root] = append(mixed[root], Where{Ref: ref})
		} else if cause != "" {
			w.problems = append(w.problems, Problem{
				Cause: noEffect(), Where: Where{Ref: ref}, Also: []Where{{Ref: cause}}, Path: place, Warning: true,
			})
		}
	}
	for _, t := range d.Types {
		for _, at := range t.At {
			check(at.Path, at.Ref)
		}
	}
	for _, f := range d.Fields {
		check(f.Path, f.Ref)
	}
	for _, e := range d.Enums {
		for _, at := range e.At {
			check(at.Path, at.Ref)
		}
	}
	for root, refs := range mixed {
		w.problems = append(w.problems, mixedRoot(root, w.pool.places[root], refs))
	}
}

// above returns the event with bodies of several kinds that a place is below of, or
// else the decision above it that leaves no types there. The types that it came
// through are passed over: a type may hold itself.
func (w *decider) above(place string, events map[string]*Node, through []string) (root string, cause Ref) {
	for before, _, ok := parent(place); ok; before, _, ok = parent(before) {
		place = before
		if f := w.pool.fields[place]; f.Type != "" && f.Type != "json" && f.Type != "struct" && f.Type != "map" {
			return "", f.Ref
		}
	}
	for event, n := range events {
		if EventPath(event) == place && !n.oneKind() {
			return place, ""
		}
	}
	if t, ok := w.types[place]; ok && !slices.Contains(through, place) {
		for _, at := range t.At {
			if root, cause := w.above(w.pool.shorten(at.Path), events, append(through, place)); root != "" || cause != "" {
				return root, cause
			}
		}
	}
	return "", ""
}

// mixedRoot is the problem of an event whose bodies are of several kinds, so that
// decisions below it decide nothing. It is at the first body of the rarest kind.
func mixedRoot(root string, n *Node, refs []Where) Problem {
	rarest := jsontext.KindNull
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		f, least := n.Kinds[k], n.Kinds[rarest]
		if f.Seen() && (rarest == jsontext.KindNull || f.Count < least.Count || f.Count == least.Count && least.At.Compare(f.At) < 0) {
			rarest = k
		}
	}
	slices.SortFunc(refs, func(a, b Where) int { return strings.Compare(string(a.Ref), string(b.Ref)) })
	at := n.Kinds[rarest].At
	return Problem{
		Cause: mixedBodies{rarest, len(refs)}, Where: Where{Example: at.Example, Offset: at.Offset},
		Also: refs, Path: root, Warning: true,
	}
}
