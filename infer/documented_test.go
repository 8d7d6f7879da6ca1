package infer

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// randomTables returns n lines about the paths of randomExamples, each as a table.
func randomTables(r *rand.Rand, n int) []Table {
	var all []Table
	for i := range n {
		m := TableMember{
			Path: []string{"x", "y", "x/a", "y/b", "z", "z/c", "x/created_at", "y/1"}[r.IntN(8)], Type: randomTableType(r, 2),
			Null: r.IntN(4) == 0, Optional: r.IntN(4) == 0, Required: r.IntN(4) == 0, Order: 100 + i, Ref: Ref(fmt.Sprintf("/documented/%d", i)),
		}
		all = append(all, Table{Event: []string{"A", "B"}[r.IntN(2)], Members: []TableMember{m}})
	}
	return all
}

func randomTableType(r *rand.Rand, depth int) *TableType {
	words := TableWords()
	t := &TableType{Word: words[r.IntN(len(words))]}
	if depth > 0 && (t.Word == "list" || t.Word == "map") && r.IntN(4) > 0 {
		t.Of = randomTableType(r, depth-1)
	}
	return t
}

// randomTold returns random examples with their evidence and that of random tables.
func randomTold(t *testing.T, r *rand.Rand, n int) ([]Example, []Evidence) {
	t.Helper()
	examples := randomExamples(r, n)
	all := observeEach(t, examples)
	for _, table := range randomTables(r, r.IntN(6)) {
		e, problems := ObserveTables(table)
		if len(problems) > 0 {
			t.Fatal(PrintProblems(problems))
		}
		all = append(all, e)
	}
	return examples, all
}

// TestTablesMerge: evidence of tables merges by the same laws as that of examples.
func TestTablesMerge(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 11))
		_, all := randomTold(t, r, r.IntN(4))
		checkMergeLaws(t, seed, r, all)
	}
}

// TestTablesWiden: examples fit the types that tables and examples give together, and
// what these take, the types after one more example take as well.
func TestTablesWiden(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 12))
		examples, all := randomTold(t, r, 3)
		sum := mergeTree(r, all)
		before, problems := Decide(sum, Decisions{})
		if HasErrors(problems) {
			t.Fatalf("seed %d: %s", seed, PrintProblems(problems))
		}
		for _, x := range examples {
			fits(t, before, x)
		}
		more := observeEach(t, randomExamples(r, 1))[0]
		after, _ := Decide(Merge(sum, more), Decisions{})
		for range 40 {
			for _, x := range randomExamples(r, 1) {
				v, err := jsontext.ParseValue(x.Text)
				if err != nil {
					t.Fatal(err)
				}
				old, ok := root(before, x.Event)
				if now, _ := root(after, x.Event); ok && accepts(old, v, false) && !accepts(now, v, true) {
					t.Fatalf("seed %d: no longer accepted: %s\n%s\nbefore\n%s\nafter\n%s", seed, x.Text, EvidenceText(more), before, after)
				}
			}
		}
	}
}

// TestTableConfirmed: an example that has what a table says changes nothing of a type
// but its presence.
func TestTableConfirmed(t *testing.T) {
	values := map[string]string{
		"string": `"x"`, "integer": "7", "number": "1.50", "bool": "true", "timestamp": `"2026-01-02T03:04:05Z"`, "flag": `"1"`,
		"json": `"[]"`, "list": "[]", "map": "{}", "object": "{}",
	}
	for _, word := range TableWords() {
		text, ok := values[word]
		if !ok {
			continue // any value
		}
		told, _ := ObserveTables(Table{Event: "A", Members: []TableMember{{Path: "x", Type: &TableType{Word: word}, Order: 9, Ref: "r"}}})
		empty := observeEach(t, []Example{{ID: "A#1", Event: "A", Text: "{}"}})[0]
		confirmed := observeEach(t, []Example{{ID: "A#2", Order: 1, Event: "A", Text: `{"x":` + text + `}`}})[0]
		before, _ := Decide(Merge(empty, told), Decisions{})
		after, problems := Decide(Merge(confirmed, told), Decisions{})
		was, is := before.At("AEvent/x").Type, after.At("AEvent/x").Type
		switch {
		case len(problems) > 0:
			t.Errorf("%s: %s", word, PrintProblems(problems))
		case word == "json": // what it holds is known only now
		case InsideOpt(was).String() != InsideOpt(is).String() || was.String() == is.String():
			t.Errorf("%s: the type is %s, and %s with an example", word, was, is)
		}
	}
}
