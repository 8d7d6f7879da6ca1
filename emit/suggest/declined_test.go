package suggest

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/infer"
)

// TestDeclined: what is declined is not suggested again.
func TestDeclined(t *testing.T) {
	for seed := range uint64(3) {
		in := input(t, randomExamples(rand.New(rand.NewPCG(seed, 3)))[:3], infer.Decisions{})
		all, _ := Find(in)
		for i, s := range all {
			in.Declined = []Declined{{[]string{s.Kind, ""}[i%2], s.Path}}
			again, after := Find(in)
			checkApplied(t, in, after)
			for _, x := range again {
				if x.Kind == s.Kind && slices.Contains(x.Change.paths(), s.Path) {
					t.Errorf("seed %d: declined %v: still suggested:\n%s", seed, in.Declined, printOne(x))
				}
			}
		}
	}
}

// TestDeclinedOneOfMany: one path of several that would have one type keeps its own.
func TestDeclinedOneOfMany(t *testing.T) {
	in := input(t, []infer.Example{{ID: "x#1", Event: "X", Text: `{
		"a": {"zip": "1", "city": "A", "street": "B", "floor": 1},
		"b": {"zip": "1", "city": "A", "street": "B", "floor": 1},
		"c": {"zip": "1", "city": "A", "street": "B", "floor": 1}
	}`}}, infer.Decisions{})
	in.Declined = []Declined{{"type", "XEvent/b"}}
	all, _ := Find(in)
	if len(all) != 1 || len(all[0].Change.Types) != 1 || paths(all[0].Change.Types[0].At) != "XEvent/a XEvent/c" {
		t.Errorf("got\n%s", printAll(all))
	}
	in.Declined = append(in.Declined, Declined{"", "XEvent/c"})
	if all, _ := Find(in); len(all) != 0 {
		t.Errorf("one path is left, and got\n%s", printAll(all))
	}
}

// TestDeclinedInSuggested: a path of a type that is only suggested can be declined.
func TestDeclinedInSuggested(t *testing.T) {
	in := input(t, []infer.Example{{ID: "x#1", Event: "X", Text: `{
		"from_place": {"zip": "1", "city": "A", "street": "B", "toll": "1.50"},
		"to_place": {"zip": "1", "city": "A", "street": "B", "toll": "2.50"}
	}`}}, infer.Decisions{})
	in.Declined = []Declined{{"number", "Place/toll"}}
	all, _ := Find(in)
	if len(all) != 1 || all[0].Kind != "type" {
		t.Errorf("got\n%s", printAll(all))
	}
}

// TestAt: suggestions for one place are those about it or about what is inside.
func TestAt(t *testing.T) {
	in := input(t, []infer.Example{{ID: "x#1", Event: "X", Text: `{"a": {"b": "1.50", "c": "x"}, "ab": "1.50", "d": "2.50"}`}}, infer.Decisions{})
	for at, want := range map[string]string{
		"XEvent/a":   "XEvent/a/b ",
		"XEvent/a/b": "XEvent/a/b ",
		"XEvent/ab":  "XEvent/ab ",
		"XEvent/a/c": "",
		"XEvent":     "XEvent/a/b XEvent/ab XEvent/d ",
	} {
		in.At = []string{at}
		all, _ := Find(in)
		got := ""
		for _, s := range all {
			got += s.Path + " "
		}
		if got != want {
			t.Errorf("at %s: got %q, want %q", at, got, want)
		}
	}
}

// TestNext: a person who accepts each suggestion gets decisions that leave none to make.
func TestNext(t *testing.T) {
	for seed := range uint64(3) {
		in := input(t, randomExamples(rand.New(rand.NewPCG(seed, 4))), infer.Decisions{})
		skip := func(s Suggestion) bool { return s.Weak }
		for n := 0; ; n++ {
			s, ok := Next(in, skip)
			if !ok {
				break
			}
			in.Decisions = s.Change.Apply(in.Decisions)
			if _, problems := infer.Decide(in.Evidence, in.Decisions); len(problems) > 0 {
				t.Fatalf("seed %d: after\n%sDecide says %v", seed, printOne(s), problems)
			}
			if n == 500 {
				t.Fatalf("seed %d: no end; the last one is\n%s", seed, printOne(s))
			}
		}
		checkApplied(t, in, in.Decisions)
	}
}
