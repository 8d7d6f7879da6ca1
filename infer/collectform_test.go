package infer

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// tree is a JSON value that can be written in many forms.
type tree struct {
	scalar  string // its text, "" for an array or object
	array   bool
	list    []tree
	names   []string // of the members, as keys of spellings
	ordered bool     // some member is there twice
}

// spellings are forms of names: plain ones, ones that are renamed, the word that they
// are renamed to, and ones that are never predicted.
var spellings = map[string][]string{
	"id":      {`"id"`, `"\u0069d"`},
	"tags":    {`"tags"`},
	"10042":   {`"10042"`, `"\u00310042"`},
	"10043":   {`"10043"`},
	"10044":   {`"10044"`},
	"<id>":    {`"<id>"`, `"\u003cid>"`},
	"a\ufffd": {`"a` + "\ufffd" + `"`, `"a\ufffd"`, `"a\uFFFD"`},
	"half":    {`"\ud800"`, `"\udfff"`},
	"":        {`""`},
	" ":       {`" "`, `"\u0020"`},
	`"`:       {`"\""`, `"\u0022"`},
	"日本":      {`"日本"`, `"\u65e5\u672c"`},
}

// maskDigits renames names of digits.
func maskDigits(name string) string {
	switch {
	case name == "<id>":
		return "<word>"
	case name != "" && strings.Trim(name, "0123456789") == "":
		return "<id>"
	}
	return name
}

// randomTree returns a random value with small objects of few names.
func randomTree(r *rand.Rand, depth int) tree {
	if depth == 0 || r.IntN(4) == 0 {
		return tree{scalar: randomJSON(r, 0)}
	}
	v := tree{array: r.IntN(4) == 0}
	all := slices.Sorted(maps.Keys(spellings))
	for range r.IntN(5) {
		v.list = append(v.list, randomTree(r, depth-1))
		name := all[r.IntN(len(all))]
		v.ordered = v.ordered || slices.Contains(v.names, name)
		v.names = append(v.names, name)
	}
	return v
}

// write writes a value with random white space, and its members in random order if none
// is a duplicate.
func (v tree) write(b *strings.Builder, r *rand.Rand) {
	space := func() { b.WriteString([]string{"", "", "", " ", "  ", "\n", "\t", "\r\n "}[r.IntN(8)]) }
	if v.scalar != "" {
		b.WriteString(v.scalar)
		return
	}
	order := r.Perm(len(v.list))
	if v.array || v.ordered {
		slices.Sort(order)
	}
	b.WriteByte("{["[bit(v.array)])
	space()
	for k, at := range order {
		if k > 0 {
			b.WriteByte(',')
			space()
		}
		if !v.array {
			all := spellings[v.names[at]]
			b.WriteString(all[r.IntN(len(all))])
			space()
			b.WriteByte(':')
			space()
		}
		v.list[at].write(b, r)
		space()
	}
	b.WriteByte("}]"[bit(v.array)])
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// collectedMasked is collected with renaming.
func collectedMasked(deliveries []string) Evidence {
	c := NewAccumulator(maskDigits)
	for _, d := range deliveries {
		c.Add("A", []byte(d))
	}
	return c.Evidence()
}

// counts returns the counts of evidence, without origins.
func counts(e Evidence) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(e.Events)) {
		n := unplaced(e.Events[name])
		dumpNode(&b, name, n, Fact{})
	}
	return b.String()
}

// unplaced returns a copy of a node without origins.
func unplaced(n *Node) *Node {
	if n == nil {
		return nil
	}
	c := *n
	for i := range c.Facts {
		c.Facts[i].At = Origin{}
	}
	for i := range c.Kinds {
		c.Kinds[i].At = Origin{}
	}
	c.Elem, c.Inner, c.Rest = unplaced(n.Elem), unplaced(n.Inner), unplaced(n.Rest)
	c.Members = make(map[string]*Member, len(n.Members))
	for name, m := range n.Members {
		c.Members[name] = &Member{Node: *unplaced(&m.Node), Absent: Fact{Count: m.Absent.Count}}
	}
	return &c
}

// TestAccumulatorForms checks that deliveries have the same counts in all forms and
// however they are divided, and that all of them are JSON.
func TestAccumulatorForms(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 9))
		trees := make([]tree, 1+r.IntN(5))
		for i := range trees {
			trees[i] = randomTree(r, 3)
		}
		var want string
		for form := range 3 {
			deliveries := make([]string, len(trees))
			var parts []Evidence
			for i, v := range trees {
				var b strings.Builder
				v.write(&b, r)
				deliveries[i] = []string{"", "", " ", "\r\n"}[r.IntN(4)] + b.String() + []string{"", "", "\n", "\t "}[r.IntN(4)]
				parts = append(parts, collectedMasked(deliveries[i:i+1]))
			}
			together := collectedMasked(deliveries)
			if diff := firstDiff(dump(mergeTree(r, parts)), dump(together)); diff != "" {
				t.Fatalf("seed %d: one by one: %s\n%s", seed, diff, strings.Join(deliveries, "\n"))
			}
			got := counts(together)
			if form == 0 {
				want = got
			}
			if diff := firstDiff(got, want); diff != "" {
				t.Fatalf("seed %d: written in another form: %s\n%s", seed, diff, strings.Join(deliveries, "\n"))
			}
			if n := together.Events["A"]; n.Facts[FactMalformed].Seen() {
				t.Fatalf("seed %d: %d of the deliveries are malformed:\n%s", seed, n.Facts[FactMalformed].Count, strings.Join(deliveries, "\n"))
			}
		}
	}
}

// TestObserveForms checks that an example is valid whatever was read before it.
func TestObserveForms(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 10))
		var examples []Example
		want := 0
		for i := range 1 + r.IntN(4) {
			var b strings.Builder
			randomTree(r, 3).write(&b, r)
			x := Example{ID: fmt.Sprint("A#", i), Order: i, Event: fmt.Sprint("A", r.IntN(2)), Text: b.String()}
			if _, problems := Observe(x); !slices.ContainsFunc(examples, func(y Example) bool { return x.Event == y.Event && x.Text == y.Text }) {
				want += len(problems)
				examples = append(examples, x)
			}
		}
		if _, problems := Observe(examples...); len(problems) != want {
			t.Fatalf("seed %d: one by one %d problems, together\n%s", seed, want, PrintProblems(problems))
		}
	}
}

// FuzzAccumulatorVerdict checks that a delivery is malformed if and only if it is not
// JSON or nested too deep, whatever was read before it, and that the evidence of two
// deliveries depends neither on their order nor on who reads them.
func FuzzAccumulatorVerdict(f *testing.F) {
	for _, texts := range [][2]string{
		{`{"id": 1, "10042": 1, "tags": ["x"]}`, `{"id": 2, "10043": 1, "tags": ["y"]}`},
		{`{"a\ufffd": 1, "b": 2}`, `{"a\ufffd": 1, "b": 2}`},
		{`{"10042":1}`, `{ "10042":1}`},
		{`{"10042":1}`, `{"x":1, 5}`},
		{`{"10042":1}`, `{ 1}`},
		{`{"1":1,"2":[{}]}`, "{\"1\":1,\t}"},
		{`{"\ud800":1}`, `{"\udfff":1,"\ud800":2}`},
		{`{"<id>":1}`, `{"7":1,"8":2}`},
		{`{"a":"{\"7\":1}"}`, `{"a":"{ \"7\":1, }"}`},
		{`{"":00`, `{}0`},
		{`{"a":1}`, "{}\n"},
	} {
		f.Add(texts[0], texts[1])
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		bad := 0
		for _, text := range []string{first, second} {
			v, err := jsontext.ParseValue(text)
			if valid := json.Valid([]byte(text)); !valid && err == nil {
				t.Fatalf("%q is no JSON, but ParseValue accepts it", text)
			}
			if err != nil || deep(v, evidence.MaxDepth) {
				bad++
			}
		}
		got := collectedMasked([]string{first, second})
		if n := got.Events["A"].Facts[FactMalformed].Count; n != bad {
			t.Errorf("%d malformed, want %d", n, bad)
		}
		for name, other := range map[string]Evidence{
			"in the other order": collectedMasked([]string{second, first}),
			"one by one":         Merge(collectedMasked([]string{first}), collectedMasked([]string{second})),
		} {
			if diff := firstDiff(dump(other), dump(got)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	})
}
