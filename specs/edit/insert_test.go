package edit

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	total  = Member{"A/total", Inline{{"type", Text("number")}, {"why", Text("a decimal in a string")}}}
	person = Member{"Person", Block{{"at", List{"A/buyer", "A/seller"}}, {"why", Text("it's: the same")}}}
)

// TestInsert checks where insertions go. Each case is the text before, with «» around
// the lines to insert.
func TestInsert(t *testing.T) {
	fields := []Insertion{{Path: []string{"fields"}, Members: []Member{total}}}
	types := []Insertion{{Path: []string{"types"}, Members: []Member{person}}}
	places := func(path ...string) []Insertion {
		return []Insertion{{Path: path, Items: []string{"A/*", "B/c: d"}}}
	}
	for _, c := range []struct {
		name, text string
		insert     []Insertion
	}{
		{"behind the last entry", "platform: a\nfields:\n  A/b: {why: x} # why\n«  A/total: {type: number, why: a decimal in a string}\n»  # the end\n", fields},
		{"before the next section", "fields:\n  A/b: {why: x}\n«  A/total: {type: number, why: a decimal in a string}\n»\n# next\ntypes:\n  A: {at: [b]}\n", fields},
		{"a new section in its place", "platform: a\ntopic: {header: X}\n«fields:\n  A/total: {type: number, why: a decimal in a string}\n»topics:\n  a: {payload: undocumented}\n", fields},
		{"a new section with the space of the others", "platform: a\n\n# about topics\ntopic:\n  header: X\n«\ntypes:\n  Person:\n    at: [A/buyer, A/seller]\n    why: \"it's: the same\"\n»\ntopics:\n  a: {payload: undocumented}\n", types},
		{"CRLF", "platform: a\r\nfields:\r\n    A/b:\r\n        why: >\r\n          x\r\n\r\n          y\r\n«    A/total: {type: number, why: a decimal in a string}\r\n»\r\n# end", fields},
		{"no final line end", "fields:\n  A/b: {why: x}«\n  A/total: {type: number, why: a decimal in a string}»", fields},
		{"a byte order mark", "\ufefffields:\n  A/b: {why: 日本}\n«  A/total: {type: number, why: a decimal in a string}\n»", fields},
		{"braces", "fields: {A/b: {why: \"a } # b\"}«, A/total: {type: number, why: a decimal in a string}», # c\n}\n", fields},
		{"a file in braces", "{platform: a, topic: {header: 'it''s'}«, types: {Person: {at: [A/buyer, A/seller], why: \"it's: the same\"}}»}", types},
		{"a text over several lines", "fields:\n  A/b:\n    why: one # not\n    about: two\n      three's\n\n      four # c\n«  A/total: {type: number, why: a decimal in a string}\n»  \n", fields},
		{"quotes over several lines", "fields:\n  A/b:\n    why: \"one\n  \\\" two\n\n  three\" # c\n«  A/total: {type: number, why: a decimal in a string}\n»", fields},
		{"braces over several lines", "fields:\n  A/b: {\n why: one,\n# c }\n about: x,\n}\n«  A/total: {type: number, why: a decimal in a string}\n»", fields},
		{"an end of document", "---\nfields:\n  A/b: {why: x}\n«  A/total: {type: number, why: a decimal in a string}\n»...\n", fields},
		{"a list in lines", "types:\n  A:\n    at:\n    - A/b\n    - \"A/c\"  # c\n«    - A/*\n    - \"B/c: d\"\n»    why: x\n", places("types", "A", "at")},
		{"a list in brackets", "types:\n  A: {at: [A/b, 'A/c'«, A/*, \"B/c: d\"»], why: x}\n", places("types", "A", "at")},
		{"a key in an entry", "fields:\n  A/b: {why: x«, name: Total»}\n", []Insertion{{Path: []string{"fields", "A/b"}, Members: []Member{{"name", Text("Total")}}}}},
		{"a literal block at the end", "topics:\n  a/b:\n    examples:\n      - name: x\n        payload: |\n          {\n\n          }\n«    name: AB\n»\n  c: {payload: undocumented}\n", []Insertion{{Path: []string{"topics", "a/b"}, Members: []Member{{"name", Text("AB")}}}}},
		{"a comment of what is above", "platform: a\nfields:\n  A/b: {why: x}\n    # about b\n\n    # and more\n«  A/total: {type: number, why: a decimal in a string}\n»  # about the next\n# about topics\ntopics: {}\n", []Insertion{{Path: []string{"fields"}, Members: []Member{total}}}},
		{"a list of integers", "platform: a\n«enums:\n  Policy:\n    values: [1, -2]\n»", []Insertion{{Path: []string{"enums"}, Members: []Member{{"Policy", Block{{"values", Integers{"1", "-2"}}}}}}}},
		{"a list of many", "platform: a\n«types:\n  T:\n    at:\n      - " + strings.Repeat("A", 60) + "/b\n      - " + strings.Repeat("A", 60) + "/c\n»", []Insertion{{Path: []string{"types", "T", "at"}, Items: []string{strings.Repeat("A", 60) + "/b", strings.Repeat("A", 60) + "/c"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, rest, _ := strings.Cut(c.text, "«")
			added, after, _ := strings.Cut(rest, "»")
			got, err := Insert([]byte(before+after), c.insert)
			if want := before + added + after; err != nil || string(got) != want {
				t.Errorf("got %q, %v\nwant %q", got, err, want)
			}
			keepsForm(t, []byte(before+after), got)
		})
	}
}

// TestInsertRefuses checks that a file that cannot be edited safely stays as it is.
func TestInsertRefuses(t *testing.T) {
	for _, text := range []string{
		"", "a", "- a", "fields:\n", "fields: []\n", "fields: x\n",
		"fields: &a\n  A/b: &b {why: x}\n", "fields:\n  A/total: {why: x}\n",
	} {
		got, err := Insert([]byte(text), []Insertion{{Path: []string{"fields"}, Members: []Member{total}}})
		if !errors.Is(err, ErrShape) {
			t.Errorf("%q: got %q, %v; want ErrShape", text, got, err)
		}
	}
}

// TestScalar checks that YAML reads every string as it was.
func TestScalar(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a b", "a b"},
		{"A/b/*", "A/b/*"},
		{"it's", "it's"},
		{"*", `"*"`},
		{"a: b", `"a: b"`},
		{"a #b", `"a #b"`},
		{"a, b", `"a, b"`},
		{"", `""`},
		{"true", `"true"`},
		{"12", `"12"`},
		{"2024-01-02", `"2024-01-02"`},
		{"~", `"~"`},
		{"a\"\\\n", `"a\"\\\n"`},
		{"- a", `"- a"`},
		{" a", `" a"`},
		{"日本", "日本"},
		{"\u202e\U000e0001", `"\u202e\U000e0001"`},
		{"null", `"null"`},
		{"<<", `"<<"`},
		{"a:", `"a:"`},
		{":", `":"`},
	} {
		if got := scalar(c.text); got != c.want {
			t.Errorf("scalar(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

// FuzzInsert checks that insertions keep every byte of the old text, and that the
// result has them.
func FuzzInsert(f *testing.F) {
	for _, seed := range []string{
		"fields:\n  A/b: {why: x}\n", "platform: a\r\ntypes: {A: {at: [b]}}", "fields:\n  a:\n   b: 'c\n\n   d'\n# e\ntopics:\n  a: |2\n      b\n",
		"fields: {a: b,\n# }\n}\ntypes:\n- a", "\ufefffields:\n  ? a\n  : b\n", "fields:\n  a:\n  b: \"\\\"\"\n...\n",
	} {
		f.Add([]byte(seed), "A/total", "a decimal")
	}
	f.Fuzz(func(t *testing.T, text []byte, key, why string) {
		if len(text)+len(key)+len(why) > 1000 || !utf8.ValidString(key+why) {
			return
		}
		m := Member{key, Inline{{"type", Text("number")}, {"why", Text(why)}}}
		got, err := Insert(text, []Insertion{{Path: []string{"fields"}, Members: []Member{m}}})
		if err != nil {
			return
		}
		n := len(got) - len(text)
		i := 0
		for i < len(text) && got[i] == text[i] {
			i++
		}
		if n <= 0 || !bytes.HasSuffix(got, text[i:]) {
			t.Fatalf("%q became %q", text, got)
		}
		root, err := parse(bytes.TrimPrefix(got, []byte("\ufeff")))
		if err != nil {
			t.Fatalf("%q does not load: %v", got, err)
		}
		entry := member(member(root, "fields"), key)
		if entry == nil || !means(entry, m.Value) {
			t.Fatalf("%q lacks %q", got, key)
		}
		keepsForm(t, text, got)
	})
}
