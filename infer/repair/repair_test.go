package repair_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/repair"
)

// TestKinds has a smallest text for each kind of change, and what it is read as.
func TestKinds(t *testing.T) {
	tests := []struct {
		name, text, want string
		kinds            []repair.Kind
	}{
		{"strict", `{"a": [1, "x", {}]}`, `{"a": [1, "x", {}]}`, nil},
		{"line comment", "{\"a\": 1, // the first\n\"b\": 2}", "{\"a\": 1,\n\"b\": 2}", []repair.Kind{repair.CommentRemoved}},
		{"block comment", `{/* all */ "a": 1}`, `{ "a": 1}`, []repair.Kind{repair.CommentRemoved}},
		{"comment in its line", "{\n  # the first\n  \"a\": 1\n}", "{\n  \"a\": 1\n}", []repair.Kind{repair.CommentRemoved}},
		{"space", "{\u00a0\"a\":\u30001}", `{ "a": 1}`, []repair.Kind{repair.SpaceReplaced, repair.SpaceReplaced}},
		{"round quotes", "{“a”: “x”}", `{"a": "x"}`, []repair.Kind{repair.RoundQuotes, repair.RoundQuotes}},
		{"round quote at the end", "{\"a\": \"x”, \"b\": 1}", `{"a": "x", "b": 1}`, []repair.Kind{repair.RoundQuotes}},
		{"round quotes inside", "{\"a\": \"say “x”, then\", b: 1}", "{\"a\": \"say “x”, then\", \"b\": 1}", []repair.Kind{repair.NameQuoted}},
		{"JavaScript", `{a: 'it\'s "x"', $b: ` + "`y`}", `{"a": "it's \"x\"", "$b": "y"}`, []repair.Kind{repair.NameQuoted, repair.OtherQuotes, repair.EscapeCorrected, repair.NameQuoted, repair.OtherQuotes}},
		{"apostrophe", `{'a': 'it's'}`, `{"a": "it's"}`, []repair.Kind{repair.OtherQuotes, repair.OtherQuotes}},
		{"missing quote", "{\n\"a\": \"x,\n\"b\": \"y\n}", "{\n\"a\": \"x\",\n\"b\": \"y\"\n}", []repair.Kind{repair.QuoteAdded, repair.QuoteAdded}},
		{"inner quotes", `{"a": "a "b" c", "d": 1}`, `{"a": "a \"b\" c", "d": 1}`, []repair.Kind{repair.InnerQuotes, repair.InnerQuotes}},
		{"raw newline at the end", "{\"a\": \"x\n\",\n\"b\": 1}", "{\"a\": \"x\",\n\"b\": 1}", []repair.Kind{repair.NewlineRemoved}},
		{"raw newline inside", "{\"a\": \"x\ny\", \"b\": 1}", `{"a": "x\ny", "b": 1}`, []repair.Kind{repair.NewlineEscaped}},
		{"raw tab", "{\"a\": \"x\ty\"}", `{"a": "x\ty"}`, []repair.Kind{repair.ControlEscaped}},
		{"escapes", `{"a": "\x41\d\u{1F600}"}`, `{"a": "A\\d😀"}`, []repair.Kind{repair.EscapeCorrected, repair.EscapeCorrected, repair.EscapeCorrected}},
		{"Python", `{"a": True, "b": None}`, `{"a": true, "b": null}`, []repair.Kind{repair.LiteralWritten, repair.LiteralWritten}},
		{"numbers", `[+1, .5, 5., 1_000, 0xFF, 5n, 1.50]`, `[1, 0.5, 5.0, 1000, 255, 5, 1.50]`, slices.Repeat([]repair.Kind{repair.NumberWritten}, 6)},
		{"zeros", `{"zip": 01234}`, `{"zip": "01234"}`, []repair.Kind{repair.NumberQuoted}},
		{"text", `{"at": 2020-01-02T03:04:05Z, "state": open}`, `{"at": "2020-01-02T03:04:05Z", "state": "open"}`, []repair.Kind{repair.TextQuoted, repair.TextQuoted}},
		{"calls", `{"_id": ObjectId("5f"), "n": NumberLong("12"), "at": new Date(1500), "x": Date()}`, `{"_id": "5f", "n": 12, "at": 1500, "x": null}`, []repair.Kind{repair.CallUnwrapped, repair.CallUnwrapped, repair.CallUnwrapped, repair.ValueElided}},
		{"commas too many", `{, "a": [1,, 2,], }`, `{ "a": [1, 2] }`, slices.Repeat([]repair.Kind{repair.CommaRemoved}, 4)},
		{"missing comma", "{\"a\": \"x\"\n\"b\": [{} {}] \"c\": {}}", "{\"a\": \"x\",\n\"b\": [{}, {}], \"c\": {}}", slices.Repeat([]repair.Kind{repair.CommaAdded}, 3)},
		{"wide signs", "{\"a\"：1，\"b\" => 2; \"c\" = 3}", `{"a":1,"b" : 2, "c" : 3}`, []repair.Kind{repair.ColonWritten, repair.CommaWritten, repair.ColonWritten, repair.CommaWritten, repair.ColonWritten}},
		{"missing brackets", `{"a": {"b": [1, 2}`, "{\"a\": {\"b\": [1, 2]}\n}", []repair.Kind{repair.BracketAdded, repair.CutOff}},
		{"other bracket", `{"a": [1, 2}`, `{"a": [1, 2]}`, []repair.Kind{repair.BracketAdded}},
		{"ellipses", `{"a": ..., "b": {...}, "c": [ … ], "d": ["..."], ...}`, `{"a": null, "b": null, "c": null, "d": [null]}`, []repair.Kind{repair.ValueElided, repair.ValueElided, repair.ValueElided, repair.ValueElided, repair.EllipsisRemoved}},
		{"ellipses in other quotes", "{\"a\": “...”, \"b\": '…'}", `{"a": null, "b": null}`, []repair.Kind{repair.ValueElided, repair.ValueElided}},
		{"ellipsis between", `[1, ..., 5, ... 10 more]`, `[1, 5]`, []repair.Kind{repair.EllipsisRemoved, repair.EllipsisRemoved}},
		{"ellipsis as a member", `{"a": 1, "...": "..."}`, `{"a": 1 }`, []repair.Kind{repair.EllipsisRemoved}},
		{"ellipsis with members", `{"...": {"b": 1}, "…": {}}`, `{"...": {"b": 1} }`, []repair.Kind{repair.EllipsisRemoved}},
		{"old line ends", "{\"a\": 1\r}", "{\"a\": 1\r}", nil},
		{"old line ends, and a comma", "[0,\r]", "[0\r]", []repair.Kind{repair.CommaRemoved}},
		{"ellipsis as a comment", "{\"a\": 1 // ... and more\n}", "{\"a\": 1\n}", []repair.Kind{repair.EllipsisRemoved}},
		{"placeholders", `{"a": <string>, "b": string, "c": {{id}}, "d": "x"}`, `{"a": null, "b": null, "c": null, "d": "x"}`, slices.Repeat([]repair.Kind{repair.ValueElided}, 3)},
		{"round quotes the wrong way", "{\"a\": ”“\n\"b\":”“}", "{\"a\": null,\n\"b\":null}", []repair.Kind{repair.ValueElided, repair.CommaAdded, repair.ValueElided}},
		{"cut off", "{\"a\": {\"b\": 1,\n\"c\": \"x", "{\"a\": {\"b\": 1\n}\n}", []repair.Kind{repair.CutOff}},
		{"cut off behind a bracket", "{\"a\": 1,\n\"b\": [{", "{\"a\": 1\n}", []repair.Kind{repair.CutOff}},
		{"semicolons", "{a: 1; b: 2;}", `{"a": 1, "b": 2}`, []repair.Kind{repair.NameQuoted, repair.CommaWritten, repair.NameQuoted, repair.CommaRemoved}},
		{"ellipsis in its line", "[1,\n  ...\n]", "[1\n]", []repair.Kind{repair.EllipsisRemoved}},
		{"cut off before other text", "{\"a\": [1,\n2,\n## Next", "{\"a\": [1,\n2\n]\n}", []repair.Kind{repair.CutOff}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := repair.New(tt.text).Read(0, len(tt.text))
			if err != nil {
				t.Fatalf("%s: %v", tt.text, err)
			}
			var kinds []repair.Kind
			for _, c := range v.Changes {
				kinds = append(kinds, c.Kind)
			}
			if v.Text != tt.want || !slices.Equal(kinds, tt.kinds) {
				t.Errorf("%s\n got %s %q\nwant %s %q", tt.text, v.Text, kinds, tt.want, tt.kinds)
			}
		})
	}
}

// TestIndent checks that a raw newline inside a string does not bring along what all lines of
// the value are indented by.
func TestIndent(t *testing.T) {
	const text = "see:\n  {\n    \"a\": \"b\n  c\n    d\"\n  }\n"
	begin := strings.Index(text, "{")
	v, err := repair.New(text).Read(begin, len(text))
	if err != nil {
		t.Fatal(err)
	}
	if want := "{\n    \"a\": \"b\\nc\\n  d\"\n  }"; v.Text != want {
		t.Errorf("got %q, want %q", v.Text, want)
	}
}

// TestErrors checks that text that was not meant as JSON is left alone.
func TestErrors(t *testing.T) {
	for _, text := range []string{
		"{", "[", "{shop}", "{id}/orders", `{"a": "x" + y}`, `{"a": 1 "b"}`, "{ return x; }", `{"a"}`, `{"a": [1, 2, "b": 1}`, "{% if a %}", strings.Repeat("[", 600),
	} {
		v, err := repair.New(text).Read(0, len(text))
		var e *repair.Error
		if err == nil {
			t.Errorf("%s: read as %s", text, v.Text)
		} else if !errors.As(err, &e) {
			t.Errorf("%s: error %T", text, err)
		}
	}
}

// TestElided checks where Value.Elided points, which is always at null: of several members
// of one name the last one counts.
func TestElided(t *testing.T) {
	for text, want := range map[string][]string{
		`{"a": {…}, "b": [0, ...], "c": [{…}], "n": 1e999}`: {"/a", "/c/0"},
		`{"a": [0, {…}], "a": ["b"], "b": {…}}`:             {"/b"},
		`{"a": {…}, "a": {"b": {…}}}`:                       {"/a/b"},
		`{"a": {"b": {…}}, "a": 1}`:                         nil,
		`{"a/b": {…}, "~": {…}, "\u00e9": {…}}`:             {"/a~1b", "/~0", "/é"},
	} {
		v, err := repair.New(text).Read(0, len(text))
		if err != nil || !slices.Equal(v.Elided, want) {
			t.Errorf("%s: %q instead of %q, %v", text, v.Elided, want, err)
		}
	}
}
