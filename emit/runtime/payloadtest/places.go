package payloadtest

import (
	"iter"
	"reflect"
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// long is how many elements of a list, a Map or a Value are tried with every edit.
// What comes after them is of the same type: each place there takes one edit, and they
// take turns.
const long = 8

// isFar reports whether the member or element with the index i of v, a value of
// type t, comes after those that are tried with every edit.
func isFar(v *value, t reflect.Type, i int) bool {
	t = typeFor(t, v)
	return i >= long && (v.kind == payload.KindArray || t == nil || t == valueType || generic(t) == "Map")
}

// walker walks through an example and the Go types of its values in parallel.
type walker struct {
	yield func(edit) bool
	turn  int
	done  bool
	flat  bool // objects and arrays below the first one are parts of their own
}

// allEdits yields every edit of every place below root, a value of type t, or
// one edit of each.
func allEdits(root *value, t reflect.Type, oneEach bool) iter.Seq[edit] {
	return func(yield func(edit) bool) {
		w := walker{yield: yield}
		w.walk(root, t, nil, nil, oneEach)
	}
}

// edits yields the edits of the places that are the part's own, or one edit of
// each; turn is how many have had one before.
func (p excerpt) edits(turn int) iter.Seq[edit] {
	return func(yield func(edit) bool) {
		w := walker{yield: yield, turn: turn, flat: true}
		w.walk(p.at, p.typ, p.path, p.tokens, p.oneEach)
	}
}

// walk yields the edits of all places below v, or one edit of each.
func (w *walker) walk(v *value, t reflect.Type, path []int, tokens []string, oneEach bool) {
	if v.kind == payload.KindString && isJSON(t) {
		t = inner(bare(t))
		if !holdsJSON(t, v.text) {
			return
		}
		v, path = made(v.text), with(path, 0)
		defer func(flat bool) { w.flat = flat }(w.flat)
		w.flat = false
	}
	if v.kind == payload.KindObject {
		w.take(additions(edit{path: path, tokens: with(tokens, unknownName), in: t, holder: v}), oneEach)
	}
	names := v.members()
	for i, m := range v.list {
		if w.done {
			return
		}
		name := m.name
		if v.kind == payload.KindArray {
			name = strconv.Itoa(i)
		}
		each := oneEach || isFar(v, t, i)
		at := edit{path: with(path, i), tokens: with(tokens, name), drop: 1, in: t, holder: v, names: names}
		w.take(edits(at, m), each)
		if w.flat && m.value.kind != payload.KindString {
			continue
		}
		w.walk(m.value, child(t, v, m.name), at.path, at.tokens, each)
	}
}

// take yields the edits of one place, or the one whose turn it is.
func (w *walker) take(all []edit, oneEach bool) {
	if oneEach {
		w.turn++
		all = all[w.turn%len(all):][:1]
	}
	for _, e := range all {
		w.done = w.done || !w.yield(e)
	}
}

// additions returns the edits that give an object one more member, before its
// first and after its last.
func additions(at edit) []edit {
	m := member{name: unknownName, key: quote(unknownName), value: made(`{"b":[1.50,null,"\u00e9\/"],"a":{}}`)}
	first, last := at, at
	first.what, first.path, first.with = "first of its object", with(at.path, 0), []member{m}
	last.what, last.path, last.with = "last of its object", with(at.path, len(at.holder.list)), []member{m}
	return []edit{first, last}
}

// with returns a new list that ends in one more element.
func with[T any](list []T, next T) []T { return append(slices.Clip(list), next) }
