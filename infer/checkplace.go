package infer

import "github.com/specimen-go/specimen/infer/jsontext"

// Decisions that are on a place and decide nothing there, or not what was meant.

// checkTypePlace adds the problem of a type decision on a place without objects:
// on a list, for example, where its elements were meant.
func (w *decider) checkTypePlace(t TypeDecision, at PathRef) {
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
