package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

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
