package infer

import (
	"fmt"
	"strings"
	"testing"
)

// TestHardExamples checks examples that are too deep, too long, or not what they seem.
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
		{"J3", deep(101), `A#1:500: nested more than 100 levels deep [deep-nesting]`},
		{"J3", strings.Repeat("[", 100_000), `A#1:100: nested more than 100 levels deep [deep-nesting]`},
		{"J22", deep(2000), `A#1:500: nested more than 100 levels deep [deep-nesting]`},
		{"J7", "[" + strings.Repeat("9", 1000) + "]", ""},
		{"J7", "[" + strings.Repeat("9", 1<<20) + "]", `A#1:1: /0: number of more than 1000 digits; hint: no type holds it: shorten it [long-number]`},
		{"J8", `{"a":"\ud800"}`, `A#1:5: unpaired surrogate in a string; hint: write the character itself, or both halves of the pair [invalid-text]`},
		{"J9", "{\"a\":\"x\xff\"}", `A#1:7: invalid UTF-8; hint: write the character in UTF-8, or as a \u escape [invalid-text]`},
		{"J9", "{\"\xc0\xaf\":1}", `A#1:2: invalid UTF-8; hint: write the character in UTF-8, or as a \u escape [invalid-text]`},
		{"J9", "\xff\xfe{\x00}\x00", `A#1:0: the text is UTF-16; hint: save it as UTF-8 [invalid-text]`},
		{"J9", "\x1f\x8b\x08\x00", `A#1:1: the text is compressed with gzip; hint: unpack it [invalid-text]`},
		{"J9", "\xfe\xff\x00{\x00}", `A#1:0: the text is UTF-16; hint: save it as UTF-8 [invalid-text]`},
		{"J9", "[\"\xed\xa0\x80\"]", `A#1:2: invalid UTF-8; hint: write the character in UTF-8, or as a \u escape [invalid-text]`},
		{"J10", `{"a\u0000b":"\u0000"}`, ""},
		{"J11", `{"a":1,"a":1}`, `A#1:7 (A#1:1): duplicate member; hint: remove one of the two [duplicate-member]`},
		{"J11", `{"a":1,"\u0061":[]}`, `A#1:7 (A#1:1): duplicate member; hint: remove one of the two [duplicate-member]`},
		{"J12", "{\"\u00e9\":1,\"e\u0301\":2}", ""},
		{"J13", "\ufeff{}", `A#1:0: expected a value; hint: remove the byte order mark before it [invalid-json]`},
		{"J14", `{} {}`, `A#1:3: unexpected text after the JSON value; hint: a payload is one value: make an example of each [invalid-json]`},
		{"J14", "{}\n{}\n", `A#1:3: unexpected text after the JSON value; hint: a payload is one value: make an example of each [invalid-json]`},
		{"J14", `{"a":1} // x`, `A#1:8: unexpected text after the JSON value; hint: JSON has no comments: remove it [invalid-json]`},
		{"J15", ``, `A#1:0: unexpected end of JSON; hint: is a bracket or quote not closed? [invalid-json]`},
		{"J15", " \n ", `A#1:3: unexpected end of JSON; hint: is a bracket or quote not closed? [invalid-json]`},
		{"J18", wide(1000), ""},
		{"J18", wide(1001), ""},
		{"Y5", `{"<<":{"a":1}}`, ""},
	} {
		_, problems := Observe(Example{ID: "A#1", Event: "A", Text: c.text})
		got := strings.TrimSuffix(PrintProblems(problems), "\n")
		if got != c.want {
			t.Errorf("%s: %.40q: %.300s, want %s", c.id, c.text, got, c.want)
		}
	}
}

// TestManyMembers checks that objects with more than MaxMembers members are maps, by
// rule if their values have one type, or by decision.
func TestManyMembers(t *testing.T) {
	wide := func(n int, last string) string {
		var b strings.Builder
		for k := range n - 1 {
			fmt.Fprintf(&b, `"k%dx":1,`, k)
		}
		return "{" + b.String() + `"k":` + last + "}"
	}
	const limit = "objects with more than 1000 different members"
	const rule = " [many-members]"
	const hint = "; hint: if their names are keys, write under fields: AEvent/a: {type: map, why: …}" + rule
	for _, c := range []struct{ text, decided, want string }{
		{wide(1000, "1"), "", "struct"},
		{wide(1000, "true"), "", "struct"},
		{wide(1001, "1"), "", "Map[int64]"},
		{wide(1001, `"1"`), "", "Map[Number]"},
		{wide(1001, "true"), "", limit + rule},
		{`{"a":` + wide(1001, "1") + `}`, "", "a Map[int64] map"},
		{`{"a":` + wide(1001, "true") + `}`, "", limit + hint},
		{`{"a":` + wide(1001, "1") + `}`, "struct", limit + hint},
		{`{"a":` + wide(1001, "true") + `}`, "map", "a Map[Or[int64|boolean]] spec"},
		{`{"a":` + wide(1001, "true") + `}`, "value", "a Value spec"},
	} {
		e, problems := Observe(Example{ID: "A#1", Event: "A", Text: c.text})
		var d Decisions
		if c.decided != "" {
			d.Fields = []FieldDecision{{Path: "AEvent/a", Type: c.decided, Ref: "r"}}
		}
		m, more := Decide(e, d)
		got := PrintProblems(append(problems, more...))
		switch {
		case got != "":
			_, got, _ = strings.Cut(strings.TrimSuffix(got, "\n"), "AEvent")
			if _, after, ok := strings.Cut(got, ": "); ok {
				got = after
			}
		case m.Events[0].Root.String() != "AEvent":
			got = m.Events[0].Root.String()
		case len(m.Structs[0].Fields) == 1000:
			got = "struct"
		default:
			f := m.Structs[0].Fields[0]
			got = f.Key + " " + f.Type.String() + " " + string(f.Rule)
		}
		if got != c.want {
			t.Errorf("%.20s… %s: %s, want %s", c.text, c.decided, got, c.want)
		}
	}
}

// TestSameExamples checks that two examples with one text count once, whatever their
// topics are (X8).
func TestSameExamples(t *testing.T) {
	x := Example{ID: "a#1", Event: "A", Text: `{"id":1}`}
	y := x
	y.ID = "b#1"
	one, _ := Observe([]Example{x}...)
	two, _ := Observe([]Example{y, x}...)
	if EvidenceText(one) != EvidenceText(two) {
		t.Errorf("two:\n%s\none:\n%s", EvidenceText(two), EvidenceText(one))
	}
}
