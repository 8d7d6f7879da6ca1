package edit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestFormat checks what changes, one thing in each case.
func TestFormat(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"as it is", "a: b\nc: {d: [e, f]}\n", "a: b\nc: {d: [e, f]}\n"},
		{"no line end at the end", "a: b", "a: b\n"},
		{"indentation", "a:\n    b:\n       c: d\n    e: f\n", "a:\n  b:\n    c: d\n  e: f\n"},
		{"lists below their key", "a:\n- b\n-   c\nd: e\n", "a:\n  - b\n  - c\nd: e\n"},
		{"items in lines", "a:\n   -   b: c\n       d: e\n   -\n     b: f\n", "a:\n  - b: c\n    d: e\n  -\n    b: f\n"},
		{"lists in lists", "a:\n- - b\n  -   c\n- d\n", "a:\n  - - b\n    - c\n  - d\n"},
		{"spaces", "a   :   b   \n\"c\" :  'd'\n", "a: b\n\"c\": 'd'\n"},
		{"braces", "a: { b: c ,d: [ e,f , g ], }\nh: [ ]\ni: {  }\n", "a: {b: c, d: [e, f, g],}\nh: []\ni: {}\n"},
		{"braces like JSON", "a: {\"b\":1,\"c\":[1,2]}\n", "a: {\"b\": 1, \"c\": [1, 2]}\n"},
		{"braces in lines", "a: [b,\nc,   # see\n\n  d\n]\n", "a: [b,\n    c,   # see\n    d\n  ]\n"},
		{"commas that begin lines", "a: [ b\n,c ]\nd: {e: f # g\n  , }\n", "a: [b\n    , c]\nd: {e: f # g\n    ,}\n"},
		{"nothing", "a:\nb: {c, d: }\ne: ~\n", "a:\nb: {c, d: }\ne: ~\n"},
		{"blank lines", "\n\na: b\n\n\n\nc:\n\n  d: e\n\n  f: g\n\n\n", "a: b\n\nc:\n  d: e\n\n  f: g\n"},
		{"comments", "# one\n\n#two\na: b    # three\nc: # four\n      # five\n      d: e\n      # six\n# seven\nf: g\n   # eight\n", "# one\n\n#two\na: b    # three\nc: # four\n  # five\n  d: e\n  # six\n# seven\nf: g\n# eight\n"},
		{"a comment between levels", "a:\n    b:\n        c: d\n      # e\n    f: g\n", "a:\n  b:\n    c: d\n  # e\n  f: g\n"},
		{"literal", "a:\n    b: |\n          {\n            \"x\": 1  \n\n          }\n\n    c: d\n", "a:\n  b: |\n    {\n      \"x\": 1  \n\n    }\n\n  c: d\n"},
		{"literal with an indicator", "a:\n    b: |1-\n       x\n      y\n    c: d\n", "a:\n  b: |2-\n      x\n     y\n  c: d\n"},
		{"literal that keeps its end", "a: |+\n   x\n\n\nb: c\n", "a: |+\n  x\n\n\nb: c\n"},
		{"literal with a line of spaces", "a: |\n    x\n      \n  \n    y\n", "a: |\n  x\n    \n\n  y\n"},
		{"literal with a tab", "a: |\n    {\n    \t\"x\": 1\n    }\n", "a: |\n  {\n  \t\"x\": 1\n  }\n"},
		{"literal behind a dash", "a:\n-   |   # see\n     x\n- y\n", "a:\n  - |   # see\n    x\n  - y\n"},
		{"literal and a comment", "a:\n    b: |\n        x\n     # not of it\n    c: d\n", "a:\n  b: |\n    x\n  # not of it\n  c: d\n"},
		{"folded", "a: >-\n     x\n       y\n     z\n", "a: >-\n  x\n    y\n  z\n"},
		{"strings in lines", "a: b\n     c\n\n   d\ne: \"f\n      g \\\n       h\"\ni: 'j\n   k'\n", "a: b\n  c\n\n  d\ne: \"f\n  g \\\n  h\"\ni: 'j\n  k'\n"},
		{"a string below its key", "a:\n       b\n       c\n", "a:\n  b\n  c\n"},
		{"marks and directives", "%YAML 1.2\n---   \na: b\n...\n", "%YAML 1.2\n---\na: b\n...\n"},
		{"characters of many bytes", "é:   ü\nb:\n    日本:   [ ü,日本 ]\n", "é: ü\nb:\n  日本: [ü, 日本]\n"},
		{"lines with CRLF", "a:\r\n    b: |\r\n        x\r\n\r\n        y\r\n", "a:\r\n  b: |\r\n    x\r\n\r\n    y\r\n"},
		{"lines with both", "a:  b\nc:  d\r\n", "a: b\nc: d\n"},
		{"a byte order mark", "\ufeffa:  b\n", "a: b\n"},
		{"everything in braces", "{a: {b: c},  d: [ ]}\n", "{a: {b: c}, d: []}\n"},
		{"an indented file", "  a:\n    b: c\n  d: e\n", "a:\n  b: c\nd: e\n"},
	} {
		got, err := Format([]byte(c.text))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got\n%s%v, want\n%s", c.what, got, err, c.want)
			continue
		}
		checkFormat(t, []byte(c.text))
	}
}

// TestFormatRefuses checks that a form that specs do not have is left alone.
func TestFormatRefuses(t *testing.T) {
	for _, text := range []string{
		"a: &x b\nc: *x\n", "a: !!str b\n", "? a\n: b\n", "? a\n", "a: [b: c]\n", "--- {a: b}\n", "[a]\n", "", "a: b # \u2028\n",
	} {
		if got, err := Format([]byte(text)); !errors.Is(err, ErrShape) {
			t.Errorf("%q: got %q, %v", text, got, err)
		}
	}
	if _, err := Format([]byte("a: [\n")); err == nil || errors.Is(err, ErrShape) {
		t.Errorf("broken YAML: %v", err)
	}
}

// checkFormat checks what holds of every text: its form is final, it says the same, and it
// has the same comments in the same order.
func checkFormat(t *testing.T, text []byte) {
	t.Helper()
	once, err := Format(text)
	if err != nil {
		return
	}
	twice, err := Format(once)
	if err != nil || !bytes.Equal(once, twice) {
		t.Fatalf("%q\nbecomes\n%s\nand then %v\n%s", text, once, err, twice)
	}
	was, err := newSource(text)
	if err != nil {
		t.Fatal(err)
	}
	is, err := newSource(once)
	if err != nil || !equal(was.root, is.root) {
		t.Fatalf("%q\nbecomes\n%s\nwhich says something else: %v", text, once, err)
	}
	if a, b := allComments(text), allComments(once); !slices.Equal(a, b) {
		t.Fatalf("%q\nbecomes\n%s\nwith the comments %q", text, once, b)
	}
	if squeeze(text) != squeeze(once) {
		t.Fatalf("%q\nbecomes\n%s\nwhich differs in more than white space", text, once)
	}
}

// keepsForm checks that an edit of a formatted text is formatted.
func keepsForm(t *testing.T, before, after []byte) {
	t.Helper()
	if form, err := Format(before); err != nil || !bytes.Equal(form, before) {
		return
	}
	if form, err := Format(after); err != nil || !bytes.Equal(form, after) {
		t.Errorf("%q was formatted, and became %q, which is not: %v, want %q", before, after, err, form)
	}
}

// squeeze returns a text without white space and the digits of indentation indicators.
func squeeze(text []byte) string {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" \t\r\n", c) || '0' <= c && c <= '9' {
			return -1
		}
		return c
	}, string(text))
}

// allComments returns the lines of the comments of a text, sorted: to which node the YAML
// library gives them depends on blank lines.
func allComments(text []byte) []string {
	var doc yaml.Node
	if yaml.Unmarshal(text, &doc) != nil {
		return nil
	}
	return commentsOf(&doc)
}

// FuzzFormat checks of any text what checkFormat says.
func FuzzFormat(f *testing.F) {
	for _, pattern := range []string{"../*/platform.yaml", "../../cmd/specimen/testdata/platforms/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text[:min(len(text), 2000)])
		}
	}
	f.Add([]byte("a:\n- b: |2-\n     c\n  # d\n  e: [f, {g: h}] # i\n\n\n# j\nk: \"l\n  m\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) { checkFormat(t, text) })
}
