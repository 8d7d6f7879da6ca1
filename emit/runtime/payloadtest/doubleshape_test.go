package payloadtest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// shapeOf returns the shape of a struct with few members, of which it requires those at
// the indexes in need, which are integers but for the list at 9.
func shapeOf(zero interface{ fields() []any }, need []int, room uint64, names ...string) wire.Shape {
	s := wire.Shape{Names: names, Room: []uint64{room}, Index: indexOf(names...), Zero: zero, Fields: zero.fields(), Escaped: slices.Contains(names, `"`)}
	for _, i := range need {
		want := payload.KindInteger
		if i == 9 {
			want = payload.KindArray
		}
		s.Need = append(s.Need, wire.Need{Index: i, Want: want})
	}
	return s
}

// indexOf returns the Index of a shape.
func indexOf(names ...string) func(string) int {
	return func(name string) int {
		if flaw == "folds case" {
			name = strings.ToLower(name)
		}
		return slices.Index(names, name)
	}
}

// object reads an object: members reads a run of its members that begins with the
// one with the index k.
func object(r *wire.Reader, i int, x *payload.Members, shape *wire.Shape, next, first string, members func(k, i int) (int, int)) int {
	if flaw == "needs nothing" {
		needless := *shape
		needless.Need, shape = nil, &needless
	}
	from, at := i, wire.Place{Shape: shape, Extra: x, Next: next}
	k, i := r.Enter(&at, i, first)
	for k >= 0 {
		k, i = members(k, i)
		k, i = r.Seek(&at, i, k)
	}
	spoil(x, shape.Names, passed(r, from, i, next))
	return i
}

// passed returns the text of the value at from, of which a decoder returned i.
func passed(r *wire.Reader, from, i int, next string) payload.Value {
	return Value(strings.TrimSuffix(r.Body()[from:max(i, ^i)], next))
}

// spoil applies the flaws of what an object keeps besides its variables.
func spoil(x *payload.Members, names []string, object payload.Value) {
	if flaw == "" {
		return
	}
	for _, m := range slices.Clone(*x) {
		name := state.Name(&m)
		known, there := slices.Contains(names, name), !state.Value(&m).IsAbsent()
		switch {
		case flaw == "drops unknown" && !known, flaw == "drops misfits" && known && there, flaw == "no absence" && !there:
			x.Delete(name)
		case flaw == "keeps too much" && known && there:
			for name, v := range object.Members() {
				x.Set(name, v)
			}
		}
	}
}
