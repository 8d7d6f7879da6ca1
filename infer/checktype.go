package infer

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// checkTypeRoots reports examples of declared types that are not objects.
func (w *decider) checkTypeRoots(e Evidence) {
	for _, name := range slices.Sorted(maps.Keys(e.Types)) {
		for k, f := range e.Types[name].Kinds {
			if f.Seen() && jsontext.Kind(k) != jsontext.KindObject {
				w.problems = append(w.problems, Problem{Cause: notAnObject(), Where: AtOrigin(f.At), Path: name})
			}
		}
	}
}

// checkTypePath reports a declared type for a path without objects, such as an array
// whose elements were meant.
func (w *decider) checkTypePath(t TypeDecision, at PathRef) {
	path := w.pool.shorten(at.Path)
	n := w.pool.nodes[path]
	if n == nil {
		return
	}
	if f := w.pool.fields[path]; f.Type != "" && f.Type != "json" && f.Type != "struct" {
		c := otherType{word: f.Type}
		if f.Type == "map" {
			c.elements = at.Path + "/*"
		}
		w.problems = append(w.problems, Problem{Cause: c, Where: Where{Ref: at.Ref}, Also: []Where{{Ref: f.Ref}}, Path: path})
		w.misplaced[t.Name] = len(w.problems) - 1
		return
	}
	if n.Claims.Seen(ClaimJSON) && at.Implied {
		return
	}
	kinds := n.NotNull() | n.Claims.Kinds() | w.pool.inner[path]
	if kinds == 0 || kinds.Has(jsontext.KindObject) {
		return
	}
	first := n.First()
	c := notObjects{arrays: kinds.Has(jsontext.KindArray)}
	if elem := w.pool.nodes[path+"/*"]; c.arrays && (elem == nil || elem.NotNull() == 0 || elem.Has(jsontext.KindObject)) {
		c.elements = at.Path + "/*"
	}
	w.problems = append(w.problems, Problem{
		Cause: c, Where: Where{Ref: at.Ref}, Also: []Where{{Example: first.Example, Offset: first.Offset}}, Path: path,
	})
	w.misplaced[t.Name] = len(w.problems) - 1
}
