package infer

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// observeEach observes examples one after the other, in order.
func observeEach(t *testing.T, examples []Example) []Evidence {
	t.Helper()
	var all []Evidence
	for _, x := range examples {
		e, problems := Observe(x)
		if len(problems) > 0 {
			t.Fatalf("Observe(%s): %s", x.Text, PrintProblems(problems))
		}
		all = append(all, e)
	}
	return all
}

// mergeTree merges evidence in a random tree.
func mergeTree(r *rand.Rand, all []Evidence) Evidence {
	switch len(all) {
	case 0:
		return Evidence{}
	case 1:
		return all[0]
	}
	cut := r.IntN(len(all))
	return Merge(mergeTree(r, all[:cut]), mergeTree(r, all[cut:]))
}

// TestMergeLaws checks the laws of Merge for the evidence of examples.
func TestMergeLaws(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		checkMergeLaws(t, seed, r, observeEach(t, randomExamples(r, 1+r.IntN(6))))
	}
}

// checkMergeLaws checks that Merge is commutative and associative, with the zero value as
// identity, so that evidence and types are the same for any order and tree, and that it is
// idempotent on what types depend on.
func checkMergeLaws(t *testing.T, seed uint64, r *rand.Rand, all []Evidence) {
	t.Helper()
	want := mergeTree(r, all)
	wantModel, _ := Decide(want, Decisions{})
	for range 3 {
		shuffled := slices.Clone(all)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := mergeTree(r, shuffled)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: merged in another order:\n%s\nwant\n%s", seed, EvidenceText(got), EvidenceText(want))
		}
		if model, _ := Decide(got, Decisions{}); model.String() != wantModel.String() {
			t.Fatalf("seed %d: decided after another order:\n%s\nwant\n%s", seed, model, wantModel)
		}
	}
	for _, got := range []Evidence{Merge(want, Evidence{}), Merge(Evidence{}, want)} {
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: merged with nothing:\n%s\nwant\n%s", seed, EvidenceText(got), EvidenceText(want))
		}
	}
	if got, _ := Decide(Merge(want, want), Decisions{}); got.String() != wantModel.String() {
		t.Fatalf("seed %d: merged with itself:\n%s\nwant\n%s", seed, got, wantModel)
	}
}

// FuzzMerge checks the laws for any three payloads, and that merging gives the evidence
// of observing all of them.
func FuzzMerge(f *testing.F) {
	f.Add(`{"a":1,"b":[1.5,""]}`, `{"a":"2024-01-02","c":{}}`, `{"b":[{"x":null}],"a":"{\"y\":[0]}"}`)
	f.Add(`[]`, `null`, `-0`)
	f.Add(`{"a":1e999}`, `{"a":{"1":0,"2":true}}`, `{}`)
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var examples []Example
		var all []Evidence
		for i, text := range []string{a, b, c} {
			x := Example{ID: string(rune('c' - i)), Order: i, Event: "E", Text: text}
			e, problems := Observe(x)
			if len(problems) > 0 {
				t.Skip()
			}
			if !slices.ContainsFunc(examples, func(y Example) bool { return y.Text == x.Text }) {
				examples, all = append(examples, x), append(all, e)
			}
		}
		want, _ := Observe(examples...)
		for seed := range uint64(4) {
			r := rand.New(rand.NewPCG(seed, 6))
			r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			if got := mergeTree(r, all); !reflect.DeepEqual(got, want) {
				t.Fatalf("merged:\n%s\nobserved:\n%s", EvidenceText(got), EvidenceText(want))
			}
		}
		if twice := Merge(want, want); !slices.Equal(decided(t, twice), decided(t, want)) {
			t.Fatalf("merged with itself:\n%s", EvidenceText(twice))
		}
	})
}

// decided returns the lines of the types that evidence gives.
func decided(t *testing.T, e Evidence) []string {
	t.Helper()
	model, problems := Decide(e, Decisions{})
	if len(problems) > 0 {
		t.Skip() // members that no Go names can be given, say
	}
	return strings.Split(model.String(), "\n")
}

// TestMergeIdempotent checks that evidence merged with itself gives the same types: the
// facts are the same, and only the counts grow.
func TestMergeIdempotent(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 2))
		e := mergeTree(r, observeEach(t, randomExamples(r, 1+r.IntN(4))))
		want, _ := Decide(e, Decisions{})
		if got, _ := Decide(Merge(e, e), Decisions{}); got.String() != want.String() {
			t.Fatalf("seed %d: merged with itself:\n%s\nwant\n%s", seed, got, want)
		}
	}
}

// TestMergeLeavesItsArguments checks that Merge does not change its arguments.
func TestMergeLeavesItsArguments(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 3))
		all := observeEach(t, randomExamples(r, 2))
		a, b := EvidenceText(all[0]), EvidenceText(all[1])
		Merge(all[0], all[1])
		if EvidenceText(all[0]) != a || EvidenceText(all[1]) != b {
			t.Fatalf("seed %d: Merge changed an argument", seed)
		}
	}
}

// TestDecideFits checks that every example fits the type decided from all of them, and
// still fits after one more.
func TestDecideFits(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 4))
		examples := randomExamples(r, 2+r.IntN(5))
		all := observeEach(t, examples)
		var sum Evidence
		for i := range all {
			sum = Merge(sum, all[i])
			model, problems := Decide(sum, Decisions{})
			if len(problems) > 0 {
				t.Fatalf("seed %d: %s", seed, PrintProblems(problems))
			}
			for _, x := range examples[:i+1] {
				fits(t, model, x)
			}
		}
	}
}

// TestDecideWidens checks that types accept after one more example what they accepted
// before, including values that no example has, and that one more example makes no member
// required. A Value promises nothing.
func TestDecideWidens(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5))
		all := observeEach(t, randomExamples(r, 4))
		before, _ := Decide(Merge(Merge(all[0], all[1]), all[2]), Decisions{})
		after, _ := Decide(mergeTree(r, all), Decisions{})
		for _, d := range after.All() {
			if was := before.At(d.Path); d.Required != "" && was != nil && was.Required == "" {
				t.Fatalf("seed %d: %s is now required\nbefore\n%s\nafter\n%s", seed, d.Path, before, after)
			}
		}
		for range 20 {
			for _, x := range randomExamples(r, 1) {
				v, err := jsontext.ParseValue(x.Text)
				if err != nil {
					t.Fatal(err)
				}
				old, ok := root(before, x.Event)
				if now, _ := root(after, x.Event); ok && accepts(old, v, false) && !accepts(now, v, true) {
					t.Fatalf("seed %d: no longer accepted: %s\nbefore\n%s\nafter\n%s", seed, x.Text, before, after)
				}
			}
		}
	}
}

func root(m Model, event string) (Type, bool) {
	for _, e := range m.Events {
		if e.Name == event {
			return e.Root, true
		}
	}
	return nil, false
}

func fits(t *testing.T, m Model, x Example) {
	t.Helper()
	v, err := jsontext.ParseValue(x.Text)
	if err != nil {
		t.Fatal(err)
	}
	if typ, ok := root(m, x.Event); !ok || !accepts(typ, v, true) {
		t.Fatalf("example %s does not fit the types made of it:\n%s\n%s", x.ID, x.Text, m)
	}
}
