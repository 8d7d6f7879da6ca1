package infer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestEachSyntaxError checks that the errors of a text are found in one run, where each of them
// can be corrected in place, and none that follows from another one.
func TestEachSyntaxError(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"a": tru, "b": nul, "c": [1,], "d": 2}`, "6 16 29"},
		{`{"a": 1,}`, "8"},
		{`[1,,2,,]`, "3 6 7"},
		{`[,1, tru]`, "1 5"},
		{`{,"a": 1, "b":,}`, "1 14"},
		{`{"a": {"b": [1, 2,],},}`, "18 20 22"},
		{`{"a": 'x', "b": 'y'}`, "6 16"},
		{`{'a': 1, 'b': 2, "c": 'it"s'}`, "1 9 22"},
		{`{"a": 1 "b": 2 "c": 3}`, "8 15"},
		{"{\"a\": \"x\"\n \"b\": [1 2]}", "11 19"},
		{"{\"a\": 1, // one\n \"b\": 2, # two\n \"c\": tru}", "9 25 37"},
		{`{"a": "x	y", "b": "\q"}`, "8 20"},
		{`{"a": 12kg, "b": 3EUR, "c": +1}`, "8 19 28"},
		{`{"a": NaN, "b": -Infinity, "c": undefined}`, "6 17 32"},
		{`{a: tru, b: nul}`, "1"},
		{`{"a": tru`, "9"},
		{`{"a": [1, 2}, "b": tru}`, "11"},
		{`{"a": "x, "b": tru}`, "11"},
		{`{} tru nul`, "3"},
		{`{"a": 1}}, tru`, "8"},
		{`tru`, "3"},
		{`[` + strings.Repeat("x,", 50) + `1]`, "1 3 5 7 9 11 13 15 17 19"},
		{``, "0"},
		{"{\"a\": 1, // more\n}", "9 17"},
		{`a=1&b=tru`, "0"},
	} {
		_, problems := Observe(Example{ID: "A#1", Event: "A", Text: c.text})
		var offsets []int
		for _, p := range problems {
			offsets = append(offsets, p.Where.Offset)
		}
		slices.Sort(offsets)
		if got := strings.Trim(fmt.Sprint(offsets), "[]"); got != c.want {
			t.Errorf("%s: errors at %s, want %s: %v", c.text, got, c.want, problems)
		}
	}
}

// FuzzEachSyntaxError checks that the errors of a text ascend, and that a correction keeps its
// length.
func FuzzEachSyntaxError(f *testing.F) {
	for _, text := range []string{`{"a": tru, 'b': [1,], }`, "[1 2 // x\n+3 \"\\q\"", `[12kg .5 "x` + "\t" + `"`, `{} {}`, `[1, ...]`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := jsontext.NewScanner(text)
		r.Skip()
		var first *jsontext.SyntaxError
		if !errors.As(r.Done(), &first) {
			return
		}
		last := -1
		eachSyntaxError(text, first, func(e *jsontext.SyntaxError, hint string) {
			if e.Offset <= last || e.Offset > len(text) || hint == "" {
				t.Errorf("%q: an error at %d after one at %d, hint %q", text, e.Offset, last, hint)
			}
			last = e.Offset
		})
		if fixed, ok := corrected(text, first); ok && len(fixed) != len(text) {
			t.Errorf("%q is corrected as %q", text, fixed)
		}
	})
}
