package infer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/evidence"
)

// knownTypes are types with some of the paths of random deliveries.
func knownTypes(t *testing.T) Model {
	t.Helper()
	e, problems := Observe([]Example{
		{ID: "1", Event: "A", Text: `{"x":{"a":{"b":1},"b":{"b":null}},"y":{"a":[{"b":"","*":[1]}],"b":"{\"a\":1}","1":{}}}`},
		{ID: "2", Event: "B", Text: `{"x":[[1]],"y":{"a":[{"a":[]}],"c":1}}`},
	}...)
	m, more := Decide(e, Decisions{
		Fields: []FieldDecision{{Path: "AEvent/x", Type: "map"}, {Path: "AEvent/y/b", Type: "json"}},
		Types:  []TypeDecision{{Name: "Self", At: []PathRef{{Path: "BEvent/y"}, {Path: "BEvent/y/a/*"}}}},
	})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(PrintProblems(problems))
	}
	return m
}

// collectedAt returns the evidence of a Accumulator that knows types and is at a level
// from the start.
func collectedAt(m Model, l evidence.Level, deliveries [][2]string) Evidence {
	c := NewAccumulator(nil)
	for _, e := range m.Events {
		c.Know(e.Name, TypeOf(e.Root, m.Envelope))
	}
	c.Raise(l)
	for _, d := range deliveries {
		c.Add(d[0], []byte(d[1]))
	}
	return c.Evidence()
}

// hostileDeliveries are random deliveries with duplicate members whose names fold at
// different levels.
func hostileDeliveries(r *rand.Rand, n int) [][2]string {
	all := randomDeliveries(r, n)
	for i, d := range all {
		for range r.IntN(3) {
			name := fmt.Sprintf(`"%c":`, 'a'+r.IntN(26))
			text := strings.Replace(d[1], "{", "{"+name+randomJSON(r, 2)+","+name+randomJSON(r, 1)+",", 1+r.IntN(2))
			all[i][1] = strings.ReplaceAll(text, ",}", "}")
		}
	}
	return all
}

// TestFoldLaws checks that folding commutes with merging, that folding twice is folding
// at the higher level, that folding while reading is folding afterwards, and that the
// size does not grow with the level.
func TestFoldLaws(t *testing.T) {
	for _, m := range []Model{{}, knownTypes(t)} {
		for seed := range uint64(10) {
			r := rand.New(rand.NewPCG(seed, 9))
			deliveries := hostileDeliveries(r, 2+r.IntN(8))
			cut := r.IntN(len(deliveries))
			whole, a, b := collectedAt(m, 0, deliveries), collectedAt(m, 0, deliveries[:cut]), collectedAt(m, 0, deliveries[cut:])
			size := whole.Foreign()
			for l := range evidence.MaxLevel + 1 {
				want := whole.Fold(l)
				if diff := firstDiff(dump(Merge(a.Fold(l), b)), dump(want)); diff != "" {
					t.Fatalf("seed %d: merged, then folded at %d: %s", seed, l, diff)
				}
				if diff := firstDiff(dump(collectedAt(m, l, deliveries)), dump(want)); diff != "" {
					t.Fatalf("seed %d: read at level %d: %s", seed, l, diff)
				}
				if diff := firstDiff(dump(whole.Fold(evidence.Level(r.IntN(int(l+1)))).Fold(l)), dump(want)); diff != "" {
					t.Fatalf("seed %d: folded twice, then at %d: %s", seed, l, diff)
				}
				if got := want.Foreign(); got > size {
					t.Fatalf("seed %d: %d places at level %d, %d below", seed, got, l, size)
				} else {
					size = got
				}
			}
			for event, n := range whole.Fold(evidence.MaxLevel).Events {
				if deepest := named(n, false); deepest != "" {
					t.Fatalf("seed %d: at the last level, %s has %s", seed, event, deepest)
				}
			}
		}
	}
}

// named returns a foreign member, a key of a map, or anything below a foreign path, or
// "".
func named(n *Node, foreign bool) string {
	for name, m := range n.Members {
		if m.Foreign || m.Key || foreign {
			return "the member " + name
		}
		if found := named(&m.Node, false); found != "" {
			return found
		}
	}
	for _, below := range []*Node{n.Rest, n.Elem, n.Inner} {
		switch {
		case below == nil:
		case foreign:
			return "more inside of a foreign place"
		default:
			if found := named(below, below.Foreign); found != "" {
				return found
			}
		}
	}
	return ""
}

// TestFoldKeepsWhatTypesHave checks that the paths of the model and their counts are
// the same at every level. Of foreign paths, the kinds of values are left.
func TestFoldKeepsWhatTypesHave(t *testing.T) {
	m := knownTypes(t)
	deliveries := [][2]string{
		{"A", `{"x":{"k1":{"b":1,"n":[1]},"k2":{"b":"s"}},"y":{"a":[{"b":"","n":{"n":1}}],"b":"{\"a\":1,\"n\":2}","c":{"a":1}}}`},
		{"B", `{"x":[[2]],"y":{"a":[{"a":[{"a":[]}]}]},"n":{"a":1}}`},
	}
	e := collectedAt(m, 0, deliveries).Fold(evidence.MaxLevel)
	got := counted(e.Events["A"], "") + counted(e.Events["B"], "")
	if want := " /x /y /y/a /y/a/* /y/a/*/b /y/b /x /x/* /x/*/* /y /y/a /y/a/*"; got != want {
		t.Errorf("left\n%s, want\n%s", got, want)
	}
	x := e.Events["A"].Members["x"]
	if b := x.Rest.Members["b"]; b == nil || total(&b.Node) != 2 || total(x.Rest) != 2 || x.Rest.Foreign {
		t.Errorf("of the values of a map is left %s", dump(e))
	}
	if inner := e.Events["A"].Members["y"].Members["b"].Inner; inner == nil || total(&inner.Members["a"].Node) != 1 {
		t.Errorf("of JSON in a string is left %s", dump(e))
	}
}

// nestedNames are deliveries whose names are data at several depths.
func nestedNames(r *rand.Rand, n, depth int) [][2]string {
	var all [][2]string
	for range n {
		text := "1"
		for range depth {
			text = fmt.Sprintf(`{"n%d":%s,"id":"x"}`, r.IntN(700), text)
			if r.IntN(4) == 0 {
				text = "[" + text + ",[]]"
			}
		}
		all = append(all, [2]string{"A", text})
	}
	return all
}

// TestEvidenceIsBounded checks that the evidence of deliveries with any names stays
// small, and is the same however they are divided.
func TestEvidenceIsBounded(t *testing.T) {
	for seed := range uint64(2) {
		r := rand.New(rand.NewPCG(seed, 10))
		deliveries := nestedNames(r, 3000+3000*int(1-seed), 2+2*int(seed))
		want := collected(deliveries)
		if size := want.Foreign(); size > evidence.MaxForeign || want.Folded == 0 {
			t.Fatalf("%d places at level %d", size, want.Folded)
		}
		text := dump(want)
		for range 1 {
			r.Shuffle(len(deliveries), func(i, j int) { deliveries[i], deliveries[j] = deliveries[j], deliveries[i] })
			var parts []Evidence
			for part := range slices.Chunk(deliveries, 500+r.IntN(3000)) {
				parts = append(parts, collected(part))
			}
			if diff := firstDiff(dump(mergeTree(r, parts)), text); diff != "" {
				t.Fatalf("seed %d: %d parts: %s", seed, len(parts), diff)
			}
		}
	}
}

// TestFoldingLosesNoValue checks that folded values count, except for their parts.
func TestFoldingLosesNoValue(t *testing.T) {
	var deliveries [][2]string
	for k := range 3 * evidence.MaxForeign / 10 {
		var b strings.Builder
		for j := range 10 {
			fmt.Fprintf(&b, `"k%d":{"a":1},`, 10*k+j)
		}
		deliveries = append(deliveries, [2]string{"A", "{" + b.String() + `"id":1}`})
	}
	e := collected(deliveries)
	if got, want := values(e.Events["A"]), len(deliveries)*12; got != want || e.Folded == 0 {
		t.Errorf("%d values at level %d, want %d", got, e.Folded, want)
	}
}

// FuzzFold checks the laws of folding for any two bodies and any level.
func FuzzFold(f *testing.F) {
	f.Add(`{"x":{"a":1,"a":2},"y":{"b":"{\"a\":1}"}}`, `{"x":{"b":{"b":2},"z":`, 3)
	f.Add(`[[1,{"a":[]}]]`, `{"q":{"q":{"q":[{"q":1}]}}}`, 27)
	f.Add(`{"x":{"a":{"n":{"a":1,"a":2}}}}`, `{"n":[{"a":{"a":"\\ud800"}}]}`, 6)
	f.Fuzz(func(t *testing.T, a, b string, at int) {
		l := evidence.Level(uint(at) % uint(evidence.MaxLevel+1))
		for _, m := range []Model{{}, knownTypes(t)} {
			one, two := [][2]string{{"A", a}}, [][2]string{{"A", b}}
			want := dump(collectedAt(m, 0, append(one, two...)).Fold(l))
			if diff := firstDiff(dump(Merge(collectedAt(m, l, one), collectedAt(m, 0, two))), want); diff != "" {
				t.Fatalf("merged at level %d: %s", l, diff)
			}
			if diff := firstDiff(dump(collectedAt(m, l, append(two, one...))), want); diff != "" {
				t.Fatalf("read at level %d: %s", l, diff)
			}
		}
	})
}
