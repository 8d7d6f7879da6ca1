package tree

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestPositions checks where the values of a document stand, whatever it is written in.
func TestPositions(t *testing.T) {
	for name, text := range map[string]string{
		"JSON":              `{"a": {"é": [1.50, "x"]}, "n": null}`,
		"JSON with a mark":  "\ufeff" + `{"a": {"é": [1.50, "x"]}, "n": null}`,
		"block":             "a:\n  é:\n  - 1.50\n  - \"x\"\nn: null\n",
		"flow":              `a: {"é": [1.50, "x"]}` + "\nn: null",
		"CRLF":              "# é\r\na:\r\n  é:\r\n  - 1.50\r\n  - \"x\"\r\nn: null\r\n",
		"other breaks":      "# a\u2028# b\u0085# c\ra:\r  é:\r  - 1.50\r  - \"x\"\rn: null\r",
		"comments":          "---\n# c\na: # é\n  é:\n  # d\n  - 1.50 # e\n  - \"x\"\nn: null\n...\n",
		"marked YAML":       "\ufeffa:\n  é: [ 1.50, \"x\" ]\nn: null\n",
		"an anchor":         "a:\n  é: &z [ 1.50, \"x\" ]\nn: null\n",
		"a second document": "a: {é: [ 1.50, \"x\" ]}\nn: null\n---\nb: 2\n",
	} {
		tree, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a := tree.Root().Get("a")
		list := a.Get("é")
		if got, want := list.element("0").Raw()+list.element("1").Raw()+tree.Root().Get("n").Raw(), `1.50"x"null`; got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		for _, c := range []struct {
			offset int
			want   string
		}{
			{list.element("0").Offset(), "1.50"}, {list.element("1").Offset(), `"x"`}, {tree.Root().Get("n").Offset(), "null"},
		} {
			if !strings.HasPrefix(text[c.offset:], c.want) {
				t.Errorf("%s: at %d is %.9q, want %s", name, c.offset, text[c.offset:], c.want)
			}
		}
		if at := strings.Trim(text[list.NameOffset():], `"`); !strings.HasPrefix(at, "é") {
			t.Errorf("%s: the name is at %.9q", name, at)
		}
		if !strings.HasPrefix(strings.Trim(text[a.NameOffset():], `"`), "a") {
			t.Errorf("%s: the name is at %.9q", name, text[a.NameOffset():])
		}
	}
}

// TestYAML checks what YAML says in JSON.
func TestYAML(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"a: 1\nb: -0\nc: 1.10\nd: 1e5\ne: 12345678901234567890", `{"a": 1, "b": -0, "c": 1.10, "d": 1e5, "e": 12345678901234567890}`},
		{"a: true\nb: False\nc: NULL\nd: ~\ne:\nf: yes\ng: \"true\"", `{"a": true, "b": false, "c": null, "d": null, "e": null, "f": "yes", "g": "true"}`},
		{"a: 2020-01-02\nb: 2020-01-02T03:04:05Z\nc: 12:30:45\nd: 1.2.3", `{"a": "2020-01-02", "b": "2020-01-02T03:04:05Z", "c": "12:30:45", "d": "1.2.3"}`},
		{"a: 0x1F\nb: 007\nc: 1_000\nd: +1\ne: .5\nf: .inf\ng: 0o7", `{"a": "0x1F", "b": "007", "c": "1_000", "d": "+1", "e": ".5", "f": ".inf", "g": "0o7"}`},
		{"a: |\n  x\n  y\nb: >\n  x\n  y\nc: 'it''s'\nd: \"\\u0041\\0\"", `{"a": "x\ny\n", "b": "x y\n", "c": "it's", "d": "A\u0000"}`},
		{"200: x\ntrue: y\nnull: z", `{"200": "x", "true": "y", "null": "z"}`},
		{"a: &x {b: 1}\nc: *x\nd: [*x, *x]", `{"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}, {"b": 1}]}`},
		{"a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", `{"a": {"b": 1, "c": 2}, "d": {"c": 3, "b": 1}}`},
		{"x: &x {b: 1}\ny: &y {b: 2, c: 3}\nz: {<<: [*x, *y], d: 4}", `{"x": {"b": 1}, "y": {"b": 2, "c": 3}, "z": {"d": 4, "b": 1, "c": 3}}`},
		{"a: {<<: {b: 1}}", `{"a": {"b": 1}}`},
		{"a: !!str 1\nb: !own x\nc: !!binary aGk=\nd: !!float 1", `{"a": "1", "b": "x", "c": "aGk=", "d": 1}`},
		{"", "null"},
	} {
		tree, err := Parse(c.yaml)
		if err != nil {
			t.Errorf("%q: %v", c.yaml, err)
		} else if got := tree.Root().Raw(); got != c.want {
			t.Errorf("%q: got %s, want %s", c.yaml, got, c.want)
		}
	}
}

// TestOdd checks what is told of text that YAML may mean as a number.
func TestOdd(t *testing.T) {
	tree, err := Parse("a: {b: [1, 007]}\nc: {d: \"007\"}\ne: .inf")
	if err != nil {
		t.Fatal(err)
	}
	root := tree.Root()
	if !root.Get("a").IsOdd() || root.Get("c").IsOdd() || !root.Get("e").IsOdd() || root.At("a", "b").element("0").IsOdd() {
		t.Error("wrong values are odd")
	}
}

// TestErrors checks what is said of a document that cannot be read, and where.
func TestErrors(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 8), i)
	}
	merges := "a: &a {" + strings.Repeat("xxxxxxxx: 1, ", 1000) + "}\nb: {<<: [" + strings.Repeat("*a, ", 50_000) + "]}\n"
	for _, c := range []struct {
		text, want string
		offset     int
	}{
		{`{"a": nul}`, "malformed JSON: expected null, true or false", 6},
		{`{"a": 1`, "malformed JSON: unexpected end of JSON", 7},
		{`{"a": 1} x`, "malformed JSON: unexpected text after the JSON value", 9},
		{strings.Repeat(`[`, 600), "nesting exceeds the limit of 512 levels", 512},
		{"a: 1\nb: [1\nc: 2", "malformed YAML: did not find expected ',' or ']'", 0},
		{"a: *secret", "malformed YAML: an alias refers to an anchor that is not there", 0},
		{"a: &a [*a]", "nesting exceeds the limit of 512 levels", 7},
		{"a: &a {<<: *a}", "<< merges a value that is not a mapping", 11},
		{"a: &a {<<: [*a, *a]}", "<< merges a value that is not a mapping", 12},
		{"{a: 1}: 2", "malformed JSON: expected a member name in quotes", 1},
		{"? {a: 1}\n: 2", "a mapping or a list is the name of a member", 2},
		{"a: {<<: 1}", "<< merges a value that is not a mapping", 8},
		{"a: \x00", "malformed YAML: control characters are not allowed", 0},
		{bomb, "the aliases of the document repeat too much of it", -1},
		{merges, "the aliases of the document repeat too much of it", -1},
	} {
		_, err := Parse(c.text)
		e, ok := err.(*Error)
		if !ok {
			t.Errorf("%.40q: got no error, want %s", c.text, c.want)
		} else if e.Problem != c.want || c.offset >= 0 && e.Offset != c.offset {
			t.Errorf("%.40q: got %s at %d, want %s at %d", c.text, e.Problem, e.Offset, c.want, c.offset)
		}
	}
}

// TestFollow checks where references lead.
func TestFollow(t *testing.T) {
	tree, err := Parse(`{
		"list": [{"$ref": "#/a~1b/c%20d"}, {"$ref": "#/list/0"}, {"$ref": "#/missing"}, {"$ref": "other.yaml#/a"},
			{"$ref": "#/list/4"}, {"$ref": "#name"}, {"$ref": 1}, {"$ref": "#/list/9"}, {"$ref": "#/list/00"}],
		"a/b": {"c d": "found"}}`)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`"found"`, `"found"`, "$ref refers to nothing in this document", "$ref refers to another document", "$ref leads in a circle",
		"$ref is not a JSON Pointer", `{"$ref": 1}`, "$ref refers to nothing in this document", "$ref refers to nothing in this document",
	}
	i := 0
	for item := range tree.Root().Get("list").Items() {
		got, err := item.Follow()
		if text := got.Raw(); err == nil && text != want[i] || err != nil && err.Error() != want[i] {
			t.Errorf("%s: got %s, %v, want %s", item.Raw(), text, err, want[i])
		}
		i++
	}
}

func TestGet(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, `"m%d": %d, "\u006d%d": %d, `, i, i, i, i+1)
	}
	for _, text := range []string{`{"m1": 1, "\u006d1": 2}`, "{" + b.String() + `"": 0}`} {
		tree, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got := tree.Root().Get("m1").Raw(); got != "2" {
				t.Errorf("%.20s: m1 is %s, want 2, the last one", text, got)
			}
			if tree.Root().Get("m").Exists() {
				t.Errorf("%.20s has m", text)
			}
		}
	}
	if n := (Node{}); n.Get("a").Exists() || n.Raw() != "" || n.Text() != "" || n.Len() != 0 || n.Kind() != jsontext.KindAbsent {
		t.Error("a value that is not there has something")
	}
}

func TestDedent(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"a": 1}`, `{"a": 1}`},
		{"{\n      \"a\": [\n        1\n      ]\n    }", "{\n  \"a\": [\n    1\n  ]\n}"},
		{"{\r\n\t\t\"a\": 1 \r\n\t}", "{\n\t\"a\": 1\n}"},
		{"{\n\"a\": 1\n  }", "{\n\"a\": 1\n}"},
		{"{\n\n  \"a\": 1}", "{\n\n\"a\": 1}"},
	} {
		if got := Dedent(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestMemory checks that a document takes a small multiple of its length.
func TestMemory(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		most int
	}{
		"JSON objects": {"[" + strings.Repeat(`{"a":[]},`, 400_000) + "0]", 30},
		"JSON numbers": {"[" + strings.Repeat(`0,`, 2_000_000) + "0]", 60},
		"YAML flow":    {"a: [" + strings.Repeat(`{a: []},`, 100_000) + "0]", 200},
		"YAML block":   {strings.Repeat("- a: []\n", 100_000), 200},
		"YAML text":    {"a: |\n" + strings.Repeat("  xxxxxxxxxxxxxxxxxx\n", 100_000), 30},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Parse(c.text)
		runtime.ReadMemStats(&after)
		if used := int(after.TotalAlloc-before.TotalAlloc) / len(c.text); err != nil || used > c.most {
			t.Errorf("%s: allocated %d times the text, want at most %d (%v)", name, used, c.most, err)
		}
	}
}
