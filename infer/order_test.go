package infer

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAppendedExamplesMoveNothing checks that examples added after the others rename no
// type and move no field, and add fields only after the old ones.
func TestAppendedExamplesMoveNothing(t *testing.T) {
	compared := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		all := randomExamples(r, 2+r.IntN(5))
		before := fieldsOf(t, all[:1+r.IntN(len(all)-1)])
		after := fieldsOf(t, all)
		for path, old := range before {
			now, ok := after[path]
			if !ok {
				continue // a map, or one of several kinds, by now
			}
			compared++
			if len(now) < len(old) || !slices.Equal(now[:len(old)], old) {
				t.Errorf("seed %d: %s had the fields %q, and has %q", seed, path, old, now)
			}
		}
	}
	if compared < 300 {
		t.Errorf("compared %d types only", compared)
	}
}

// fieldsOf returns the keys of the fields of each struct, by path.
func fieldsOf(t *testing.T, examples []Example) map[string][]string {
	t.Helper()
	e, problems := Observe(examples...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	model, _ := Decide(e, Decisions{})
	fields := map[string][]string{}
	for _, s := range model.Structs {
		for _, f := range s.Fields {
			fields[s.Path] = append(fields[s.Path], f.Key)
		}
	}
	return fields
}
