package infer

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// randomDeliveries returns deliveries of two topics with all kinds of errors: texts
// that end too early, duplicate members, invalid UTF-8.
func randomDeliveries(r *rand.Rand, n int) [][2]string {
	var all [][2]string
	for _, x := range randomExamples(r, n) {
		text := x.Text
		switch r.IntN(8) {
		case 0:
			text = text[:r.IntN(len(text))]
		case 1:
			text = `{"x":1,` + text[1:]
		case 2:
			text = `{"z":"` + "\xff" + `","` + "\xfe" + `":"\ud800",` + text[1:]
		case 3:
			text = strings.ReplaceAll(text, ",", " ,\n ")
		}
		all = append(all, [2]string{x.Event, text})
	}
	return all
}

// collected returns the evidence that one Accumulator has of deliveries.
func collected(deliveries [][2]string) Evidence {
	c := NewAccumulator(nil)
	for _, d := range deliveries {
		c.Add(d[0], []byte(d[1]))
	}
	return c.Evidence()
}

// TestAccumulatorIsMerge checks that many Accumulators give the evidence of one, however
// the deliveries are divided and in whatever tree they are merged.
func TestAccumulatorIsMerge(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 6))
		deliveries := randomDeliveries(r, 1+r.IntN(12))
		want := dump(collected(deliveries))
		for range 3 {
			r.Shuffle(len(deliveries), func(i, j int) { deliveries[i], deliveries[j] = deliveries[j], deliveries[i] })
			var parts []Evidence
			for from := 0; from < len(deliveries); {
				to := from + 1 + r.IntN(len(deliveries)-from)
				parts = append(parts, collected(deliveries[from:to]))
				from = to
			}
			if diff := firstDiff(dump(mergeTree(r, parts)), want); diff != "" {
				t.Fatalf("seed %d: %d parts: %s", seed, len(parts), diff)
			}
		}
	}
}

// TestObserveIsMerge checks that observing examples together gives the merged
// evidence of each.
func TestObserveIsMerge(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		examples := randomExamples(r, 1+r.IntN(8))
		slices.SortFunc(examples, func(a, b Example) int { return strings.Compare(a.Event+a.Text, b.Event+b.Text) })
		examples = slices.CompactFunc(examples, func(a, b Example) bool { return a.Event == b.Event && a.Text == b.Text })
		together, problems := Observe(examples...)
		if len(problems) > 0 {
			t.Fatal(PrintProblems(problems))
		}
		if diff := firstDiff(dump(mergeTree(r, observeEach(t, examples))), dump(together)); diff != "" {
			t.Fatalf("seed %d: one by one: %s", seed, diff)
		}
	}
}

func total(n *Node) int {
	sum := 0
	for _, f := range n.Kinds {
		sum += f.Count
	}
	return sum
}

// TestAccumulatorRename checks that the values of renamed members count together, and
// that their names are gone.
func TestAccumulatorRename(t *testing.T) {
	c := NewAccumulator(func(name string) string {
		if strings.HasPrefix(name, "id") {
			return "<id>"
		}
		return name
	})
	for range 2 {
		c.Add("A", []byte(`{"id1":1,"a":{"id1":null},"id2":2,"id1":true}`))
	}
	c.Add("A", []byte(`{}`))
	n := c.Evidence().Events["A"]
	if got := counted(n, ""); got != " /<id> /a /a/<id>" {
		t.Errorf("members%s", got)
	}
	if m := n.Members["<id>"]; total(&m.Node) != 6 || m.Absent.Count != 1 || n.Most != 4 || n.Facts[FactRepeated].Seen() {
		t.Errorf("%d values, absent %d times, %d at most", total(&m.Node), m.Absent.Count, n.Most)
	}
}

// TestAccumulatorKeepsNoValues checks that no part of the evidence is a value.
func TestAccumulatorKeepsNoValues(t *testing.T) {
	e := collected([][2]string{{"A", `{"a":"secret","b":4111111111111111,"c":["secret",{"d":"{\"e\":\"secret\"}"}]}`}})
	for _, value := range []string{"secret", "4111"} {
		if got := dump(e); strings.Contains(got, value) {
			t.Errorf("%q is in the evidence:\n%s", value, got)
		}
	}
}

// TestAccumulatorMalformed checks that the values of a delivery before a syntax error
// count, and that open arrays and objects do not.
func TestAccumulatorMalformed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"a":{"b":1},"c":`, "malformed /a /a/b"},
		{`{"a":{"b":1`, "malformed"},
		{`{"a":{"b":1,`, "malformed /a/b"},
		{`{"a":1,}`, "malformed /a"},
		{`{"a":1}`, "root /a"},
		{`{"a":1} x`, "malformed /a"},
		{`[1,2`, "malformed /*"},
		{`["a`, "malformed"},
		{"1 2", "malformed"},
		{"\x00\x01", "malformed"},
		{"", "malformed"},
	} {
		n := collected([][2]string{{"A", c.text}}).Events["A"]
		got := "root"
		if n.Facts[FactMalformed].Seen() {
			got = "malformed"
		}
		if got += counted(n, ""); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// counted returns the paths below a node at which a value was counted.
func counted(n *Node, path string) string {
	list := ""
	if path != "" && n.First() != (Origin{}) {
		list = " " + path
	}
	if n.Elem != nil {
		list += counted(n.Elem, path+"/*")
	}
	for _, name := range slices.Sorted(maps.Keys(n.Members)) {
		list += counted(&n.Members[name].Node, path+"/"+name)
	}
	return list
}

// firstDiff returns the first line in which two texts differ, or "".
func firstDiff(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return strings.Join(a[min(i, len(a)):min(i+1, len(a))], "") + "\nwant\n" + strings.Join(b[min(i, len(b)):min(i+1, len(b))], "")
		}
	}
	return ""
}

// dump prints all of the evidence.
func dump(e Evidence) string {
	var b strings.Builder
	fmt.Fprintf(&b, "level %d\n", e.Folded)
	for _, name := range slices.Sorted(maps.Keys(e.Events)) {
		dumpNode(&b, name, e.Events[name], Fact{})
	}
	return b.String()
}

func dumpNode(b *strings.Builder, path string, n *Node, absent Fact) {
	flat := *n
	flat.Members, flat.Elem, flat.Inner, flat.Rest = nil, nil, nil, nil
	b.WriteString(path)
	v := reflect.ValueOf(flat)
	for i := range v.NumField() {
		if !v.Field(i).IsZero() {
			fmt.Fprintf(b, " %s:%v", v.Type().Field(i).Name, v.Field(i))
		}
	}
	fmt.Fprintf(b, " absent:%v\n", absent)
	if n.Elem != nil {
		dumpNode(b, path+"/*", n.Elem, Fact{})
	}
	if n.Inner != nil {
		dumpNode(b, path+"(inside)", n.Inner, Fact{})
	}
	if n.Rest != nil {
		dumpNode(b, path+"(rest)", n.Rest, Fact{})
	}
	for _, name := range slices.Sorted(maps.Keys(n.Members)) {
		m, below := n.Members[name], path+"/"+name
		if m.Key {
			below += "(key)"
		}
		dumpNode(b, below, &m.Node, m.Absent)
	}
}

// FuzzAccumulator checks that a text is malformed if and only if the reader says so,
// whether its members are expected or not, and that each value counts as often as it
// occurs.
func FuzzAccumulator(f *testing.F) {
	for _, text := range []string{
		`{"a":1,"b":"x","c":[1.5,null],"d":{"e":"{\"f\":1}"}}`, `{"a" : 1 , "b":"x"}`, `{"a":1,"c":[],"b":"\u00e9"}`,
		`{"a":01}`, `{"a":1,"b"}`, `{"a":1,"b":}`, `{"a":-}`, `{"a":1.}`, `{"a":1e}`, `{"a":tru,"b":1}`, `{"a":nul}`, `{"b":"` + "\x00" + `"}`,
		`{"a":1,,"b":2}`, `{"a":1 "b":2}`, `{,"a":1}`, `{"a":1}}`, `{" ":1}`, `{"a":1,"a":2}`, `[1,2`, `"\ud800"`, " 7 ", "",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c := NewAccumulator(nil)
		c.Add("A", []byte(`{"a":1,"b":"x","c":[1.5,null],"d":{"e":"{\"f\":1}"}}`))
		before := values(c.Evidence().Events["A"])
		c.Add("A", []byte(text))
		n := c.Evidence().Events["A"]
		v, err := jsontext.ParseValue(text)
		if deep(v, evidence.MaxDepth) {
			return
		}
		if n.Facts[FactMalformed].Seen() != (err != nil) {
			t.Fatalf("malformed %v, but %v", n.Facts[FactMalformed], err)
		}
		if got, want := values(n)-before, valuesOf(v); err == nil && !repeats(n) && got != want {
			t.Errorf("%d values, want %d", got, want)
		}
	})
}

// values returns the number of values in evidence, except those in strings.
func values(n *Node) int {
	sum := total(n)
	if n.Elem != nil {
		sum += values(n.Elem)
	}
	if n.Rest != nil {
		sum += values(n.Rest)
	}
	for _, m := range n.Members {
		sum += values(&m.Node)
	}
	return sum
}

// valuesOf returns the number of values in a value, except those in strings.
func valuesOf(v jsontext.Value) int {
	sum := 1
	for e := range v.Items() {
		sum += valuesOf(e)
	}
	for _, m := range v.Members() {
		sum += valuesOf(m)
	}
	return sum
}

// deep reports whether a value is nested deeper than most.
func deep(v jsontext.Value, most int) bool {
	for e := range v.Items() {
		if most == 1 || deep(e, most-1) {
			return true
		}
	}
	for _, m := range v.Members() {
		if most == 1 || deep(m, most-1) {
			return true
		}
	}
	return false
}

// repeats reports whether some object has a duplicate member.
func repeats(n *Node) bool {
	if n.Facts[FactRepeated].Seen() || n.Elem != nil && repeats(n.Elem) {
		return true
	}
	for _, m := range n.Members {
		if repeats(&m.Node) {
			return true
		}
	}
	return false
}
