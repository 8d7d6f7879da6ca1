package payload_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

// TestManyMembers checks the marks of a struct with hundreds of members.
func TestManyMembers(t *testing.T) {
	const n, words = 600, (600 + 63) / 64
	shape := payload.Shape{Room: make([]uint64, words)}
	shape.Index = func(name string) int { return slices.Index(shape.Names, name) }
	var fields []reflect.StructField
	for i := range n {
		shape.Names = append(shape.Names, fmt.Sprint("m", i))
		fields = append(fields, reflect.StructField{Name: fmt.Sprint("M", i), Type: reflect.TypeFor[string]()})
	}
	shape.Room[words-1] = ^uint64(1<<(n%64) - 1)
	fields = append(fields, reflect.StructField{Name: "Extra", Type: reflect.TypeFor[payload.Members]()})
	many := reflect.StructOf(fields)
	texts := map[int]string{0: "7", 63: "null", 64: "[]", 255: "8", 256: "{}", 257: "null", 511: "true", 599: `""`}

	b := []byte{}
	for _, i := range slices.Sorted(maps.Keys(texts)) {
		b = append(payload.AppendKey(b, shape.Names[i]), texts[i]...)
	}
	text := string(payload.CloseObject(b, 0))
	decode := func(v any, r *payload.Reader, i int, next string) int {
		fields := reflect.ValueOf(v).Elem()
		p := payload.Place{Shape: &shape, Extra: fields.Field(n).Addr().Interface().(*payload.Members), Next: next}
		k, i := r.Enter(&p, i, `{"m0":`)
		for k >= 0 {
			i = r.StringAt(i, fields.Field(k).Addr().Interface().(*string), nobody)
			k, i = r.Seek(&p, i, k+1)
		}
		return i
	}

	// All marks stand, and then those of the members that were not set since.
	for _, set := range []int{-1, 0, 64, 255, 256, 511} {
		v := reflect.New(many)
		r := reader(text)
		decode(v.Interface(), &r, 0, "")
		x := v.Elem().Field(n).Interface().(payload.Members)
		if got := len(x); got != n-1 {
			t.Errorf("%d members are kept or absent, want all but the one that fits", got)
		}
		if set >= 0 {
			v.Elem().Field(set).SetString("set")
		}
		var marked [words]uint64
		payload.Mark(marked[:], &x, &shape, v.Interface(), decode)
		want := []byte{}
		for i := range n {
			kept := marked[i/64]&(1<<(i%64)) != 0
			if kept != (i != set && i != 599) {
				t.Errorf("with member %d set, the mark of member %d stands: %t", set, i, kept)
			}
			if kept && texts[i] != "" {
				want = append(payload.AppendKey(want, shape.Names[i]), texts[i]...)
			}
		}
		got := payload.CloseObject(payload.AppendExtra(nil, &x, &shape, marked[:]), 0)
		if want := string(payload.CloseObject(want, 0)); string(got) != want {
			t.Errorf("with member %d set: %s, want %s", set, got, want)
		}
	}
}
