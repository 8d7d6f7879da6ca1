package payloadtest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestFirsts: of objects and arrays with the same members, the first one is edited, and one with
// another kind of value, or of another type, is not the same.
func TestFirsts(t *testing.T) {
	var cases []Case
	for i, text := range []string{
		`{"any":{"a":1,"b":[1,2,3]}}`,
		`{"any":{"a":2,"b":[4]}}`,
		`{"any":{"a":"x","b":[4]}}`,
		`{"any":[{"a":1,"b":["x"]},{"a":1}]}`,
	} {
		file := filepath.Join(t.TempDir(), string(rune('a'+i))+".json")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, Case{Topic: "order/create", File: file})
	}
	want := [][]string{{"", "/any", "/any/b"}, {}, {"/any"}, {"", "/any", "/any/0/b", "/any/1"}}
	for i, found := range firsts(decodeDouble, cases) {
		if got := sortedKeys(found); !slices.Equal(got, want[i]) {
			t.Errorf("case %d: %q, want %q", i, got, want[i])
		}
	}
}

// TestRepeats: of an example whose parts are like others, some are edited, the same ones every
// time, and each of their places in one way; of one whose parts are not, all are.
func TestRepeats(t *testing.T) {
	text, err := os.ReadFile("testdata/order-create/full.json")
	if err != nil {
		t.Fatal(err)
	}
	tried := func(firsts map[string]bool) int {
		n := amountFor(1, 0, false)
		n.firsts = firsts
		x := check(decodeDouble, Case{Topic: "order/create", Want: fullOrder()}, slices.Clone(text), n)
		if len(x.problems) > 0 {
			t.Error(x.problems)
		}
		return x.tried
	}
	all, none := tried(nil), tried(map[string]bool{})
	if again := tried(map[string]bool{}); none != again || 3*none > 2*all {
		t.Errorf("%d of %d edits, then %d", none, all, again)
	}
}

func sortedKeys(set map[string]bool) []string {
	var all []string
	for key := range set {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}
