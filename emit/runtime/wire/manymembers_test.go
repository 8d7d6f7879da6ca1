package wire_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// many is a struct with hundreds of members.
type many struct {
	M     [600]string
	Extra payload.Members
}

// TestManyMembers checks the marks of a struct with hundreds of members.
func TestManyMembers(t *testing.T) {
	const n, words = 600, (600 + 63) / 64
	var zero many
	shape := wire.Shape{Room: make([]uint64, words), Zero: &zero}
	shape.Index = func(name string) int { return slices.Index(shape.Names, name) }
	for i := range n {
		shape.Names, shape.Fields = append(shape.Names, fmt.Sprint("m", i)), append(shape.Fields, &zero.M[i])
	}
	shape.Room[words-1] = ^uint64(1<<(n%64) - 1)
	texts := map[int]string{0: "7", 63: "null", 64: "[]", 255: "8", 256: "{}", 257: "null", 511: "true", 599: `""`}

	b := []byte{}
	for _, i := range slices.Sorted(maps.Keys(texts)) {
		b = append(wire.AppendKey(b, shape.Names[i]), texts[i]...)
	}
	text := string(wire.CloseObject(b, 0))
	decode := func(v *many, r *wire.Reader, i int, next string) int {
		p := wire.Place{Shape: &shape, Extra: &v.Extra, Next: next}
		k, i := r.Enter(&p, i, `{"m0":`)
		for k >= 0 {
			i = r.String(i, &v.M[k], nobody)
			k, i = r.Seek(&p, i, k+1)
		}
		return i
	}

	// All marks stand, and then those of the members that were not set since.
	for _, set := range []int{-1, 0, 64, 255, 256, 511} {
		var v many
		r := reader(text)
		decode(&v, &r.Reader, 0, "")
		x := v.Extra
		if got := len(x); got != n-1 {
			t.Errorf("%d members are kept or absent, want all but the one that fits", got)
		}
		if set >= 0 {
			v.M[set] = "set"
		}
		var marked [words]uint64
		wire.Mark(marked[:], &v, &x, &shape, func(r *wire.Reader, i int) any {
			was := new(many)
			decode(was, r, i, "")
			return was
		})
		want := []byte{}
		for i := range n {
			kept := marked[i/64]&(1<<(i%64)) != 0
			if kept != (i != set && i != 599) {
				t.Errorf("with member %d set, the mark of member %d stands: %t", set, i, kept)
			}
			if kept && texts[i] != "" {
				want = append(wire.AppendKey(want, shape.Names[i]), texts[i]...)
			}
		}
		got := wire.CloseObject(wire.AppendExtra(nil, &x, &shape, marked[:]), 0)
		if want := string(wire.CloseObject(want, 0)); string(got) != want {
			t.Errorf("with member %d set: %s, want %s", set, got, want)
		}
	}
}
