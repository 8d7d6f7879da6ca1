package payload_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

// TestManyMembers checks the marks of a struct with so many members that they
// do not fit a Marks of its usual size.
func TestManyMembers(t *testing.T) {
	const n = 600
	shape := payload.Shape{Room: make([]uint64, (n+63)/64)}
	shape.Index = func(name string) int { return slices.Index(shape.Names, name) }
	for i := range n {
		shape.Names = append(shape.Names, fmt.Sprint("m", i))
	}
	shape.Room[len(shape.Room)-1] = ^uint64(1<<(n%64) - 1)
	texts := map[int]string{0: "7", 63: "null", 64: "[]", 255: "8", 256: "{}", 257: "null", 511: "true", 599: `""`}

	b := []byte{}
	for _, i := range slices.Sorted(maps.Keys(texts)) {
		b = append(payload.AppendKey(b, shape.Names[i]), texts[i]...)
	}
	text := string(payload.CloseObject(b, 0, nil, nil))
	r := reader(text)
	var (
		x    payload.Members
		seen [(n + 63) / 64]uint64
		last = -1
		i    int
	)
	for k, at := r.Seek(0, 0, &x, &shape); k >= 0; k, at = r.Seek(i, last+1, &x, &shape) {
		seen[k/64] |= 1 << (k % 64)
		var exact bool
		if at, exact = r.StringAt(at, new(string)); !exact {
			r.KeepAt(at, k, &x, &shape)
		}
		last, i = k, at
	}
	r.CloseAt(0, &x, seen[:], &shape, false)
	if got := len(x); got != n-1 {
		t.Errorf("%d members are kept or absent, want all but the one that fits", got)
	}

	// All marks stand, and then those of the members that were not set since.
	for _, set := range []int{-1, 0, 64, 255, 256, 511} {
		m := x.Marks()
		want := []byte{}
		for i := range n {
			was, now := "", ""
			if i == set {
				now = "set"
			}
			kept := m.Keep(shape.Names[i], &was, &now)
			if kept != (i != set && i != 599) {
				t.Errorf("with member %d set, the mark of member %d stands: %t", set, i, kept)
			}
			if kept && texts[i] != "" {
				want = append(payload.AppendKey(want, shape.Names[i]), texts[i]...)
			}
		}
		if got, want := string(payload.CloseObject(nil, 0, x, &m)), string(payload.CloseObject(want, 0, nil, nil)); got != want {
			t.Errorf("with member %d set: %s, want %s", set, got, want)
		}
	}
}
