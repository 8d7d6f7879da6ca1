package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// checkNoEffect reports decisions that have no effect because the bodies of their event
// are of several kinds, or because a decision above them gives another type. If there
// are errors, this can be a consequence of them, and is not reported.
func (w *decider) checkNoEffect(d Decisions, events map[string]*Node, reached map[*Struct]bool) {
	if HasErrors(w.problems) {
		return
	}
	mixed := make(map[string][]Where)
	check := func(written string, ref Ref) {
		path := w.pool.shorten(written)
		home := path
		for strings.HasSuffix(home, "/*") {
			home = strings.TrimSuffix(home, "/*")
		}
		home, _, below := parent(home)
		if !below || w.pool.nodes[path] == nil || reached[w.structs[w.pool.aliases.home(home)]] {
			return
		}
		if root, cause := w.above(path, events, nil); root != "" {
			mixed[root] = append(mixed[root], Where{Ref: ref})
		} else if cause != "" {
			w.problems = append(w.problems, Problem{
				Cause: noEffect(), Where: Where{Ref: ref}, Also: []Where{{Ref: cause}}, Path: path,
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
		w.problems = append(w.problems, mixedRoot(root, w.pool.nodes[root], refs))
	}
}

// above returns the event with bodies of several kinds that a path is below, or else
// the decision above it that gives another type. through has the declared types on the
// way, as a type can contain itself.
func (w *decider) above(path string, events map[string]*Node, through []string) (root string, cause Ref) {
	for before, _, ok := parent(path); ok; before, _, ok = parent(before) {
		path = before
		if f := w.pool.fields[path]; f.Type != "" && f.Type != "json" && f.Type != "struct" && f.Type != "map" {
			return "", f.Ref
		}
	}
	for event := range events {
		if EventPath(event) == path && !oneKind(w.pool.nodes[path]) {
			return path, ""
		}
	}
	if t, ok := w.types[path]; ok && !slices.Contains(through, path) {
		for _, at := range t.At {
			if root, cause := w.above(w.pool.shorten(at.Path), events, append(through, path)); root != "" || cause != "" {
				return root, cause
			}
		}
	}
	return "", ""
}

// mixedRoot is the problem of an event with bodies of several kinds. It is at the first
// body of the rarest kind.
func mixedRoot(root string, n *Node, refs []Where) Problem {
	rarest := jsontext.KindNull
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		f, least := n.Kinds[k], n.Kinds[rarest]
		if f.Seen() && (rarest == jsontext.KindNull || f.Count < least.Count || f.Count == least.Count && least.At.Compare(f.At) < 0) {
			rarest = k
		}
	}
	slices.SortFunc(refs, func(a, b Where) int { return strings.Compare(string(a.Ref), string(b.Ref)) })
	return Problem{
		Cause: mixedBodies{rarest, len(refs)}, Where: AtOrigin(n.Kinds[rarest].At),
		Also: refs, Path: root,
	}
}
