package infer

import (
	"fmt"
	"strings"
	"testing"
)

// TestHardExamples: examples that are too deep, too long or not what they seem.
// Each row has the ids of its cases.
func TestHardExamples(t *testing.T) {
	deep := func(n int) string { return strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) }
	wide := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"k%dx":1`, i)
		}
		return "{" + b.String()[1:] + "}"
	}
	for _, c := range []struct{ id, text, want string }{
		{"J3", deep(100), ""},
		{"J3", deep(101), `A#1:500: nested more than 100 levels deep`},
		{"J3", strings.Repeat("[", 100_000), `A#1:100: nested more than 100 levels deep`},
		{"J22", deep(2000), `A#1:500: nested more than 100 levels deep`},
		{"J7", "[" + strings.Repeat("9", 1000) + "]", ""},
		{"J7", "[" + strings.Repeat("9", 1<<20) + "]", `A#1:1: /0: a number of more than 1000 digits; hint: no type takes it: shorten it`},
		{"J8", `{"a":"\ud800"}`, `A#1:5: half a surrogate pair in a string; hint: write the character itself, or both halves`},
		{"J9", "{\"a\":\"x\xff\"}", `A#1:7: bytes that are not UTF-8; hint: write the text in UTF-8, or a \u escape`},
		{"J9", "{\"\xc0\xaf\":1}", `A#1:2: bytes that are not UTF-8; hint: write the text in UTF-8, or a \u escape`},
		{"J9", "[\"\xed\xa0\x80\"]", `A#1:2: bytes that are not UTF-8; hint: write the text in UTF-8, or a \u escape`},
		{"J10", `{"a\u0000b":"\u0000"}`, ""},
		{"J11", `{"a":1,"a":1}`, `A#1:7 (A#1:1): a member of this name is already there; hint: keep one of the two`},
		{"J11", `{"a":1,"\u0061":[]}`, `A#1:7 (A#1:1): a member of this name is already there; hint: keep one of the two`},
		{"J12", "{\"\u00e9\":1,\"e\u0301\":2}", ""},
		{"J13", "\ufeff{}", `A#1:0: want a value; hint: remove the byte order mark before it`},
		{"J14", `{} {}`, `A#1:3: something follows the value; hint: a payload is strict JSON (RFC 8259)`},
		{"J14", "{}\n{}\n", `A#1:3: something follows the value; hint: a payload is strict JSON (RFC 8259)`},
		{"J14", `{"a":1} // x`, `A#1:8: something follows the value; hint: JSON has no comments: remove it`},
		{"J15", ``, `A#1:0: the text ends too early; hint: is a bracket or a quote open?`},
		{"J15", " \n ", `A#1:3: the text ends too early; hint: is a bracket or a quote open?`},
		{"J18", wide(1000), ""},
		{"J18", wide(1001), `objects with more than 1000 different members; hint: show fewer of its keys, and decide that it is a map`},
		{"Y5", `{"<<":{"a":1}}`, ""},
	} {
		_, problems := Observe(Example{ID: "A#1", Event: "A", Text: c.text})
		got := strings.TrimSuffix(printProblems(problems), "\n")
		if got != c.want && (c.id != "J18" || !strings.HasSuffix(got, c.want) || strings.Contains(got, "\n")) {
			t.Errorf("%s: %.40q: %.300s, want %s", c.id, c.text, got, c.want)
		}
	}
}

// TestSameExamples: two examples of one text count once, in whatever topic (X8).
func TestSameExamples(t *testing.T) {
	x := Example{ID: "a#1", Event: "A", Text: `{"id":1}`}
	y := x
	y.ID = "b#1"
	one, _ := ObserveAll([]Example{x})
	two, _ := ObserveAll([]Example{y, x})
	if one.String() != two.String() {
		t.Errorf("two:\n%s\none:\n%s", two, one)
	}
}
