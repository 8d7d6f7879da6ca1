package repair_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/infer/repair"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// TestHostile checks that texts that look like JSON again and again are read in time that
// grows as they do: the number of bytes that all errors are away from their beginnings is
// bounded by their lengths.
func TestHostile(t *testing.T) {
	const n = 1 << 18
	for _, part := range []string{"{", "[", `{"`, `{"a":`, `["a"`, `{"a":"x"y"`, "{\"\n", `{/*`, "{//\n", `{"a":x{`, "{…", "[…,", "{a:", `"`, "“{“", "{'", "\\{\"\\", "{\"a\":\"\\"} {
		text := strings.Repeat(part, n/len(part))
		r := repair.New(text)
		read := 0
		for at := 0; at < len(text); {
			if text[at] != '{' && text[at] != '[' {
				at++
				continue
			}
			v, err := r.Read(at, len(text))
			end := v.End
			if err != nil {
				end = err.(*repair.Error).Offset
			}
			end = max(end, at+1)
			read += end - at
			at = end
		}
		if read > 2*len(text) {
			t.Errorf("%q: %d bytes read of %d", part, read, len(text))
		}
	}
}

// FuzzRead checks that what is read is JSON, that JSON is read as it is, and that reading
// what was read changes nothing more.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		`{"a": [1, "x", {}]}`, "{“a”: ”“\n'b': [1,, ...], c: <x> // y\n", "{\"a\": \"b\n\", \"c\": \"d\n\"e\": 0x1}", `[{"a": "x "y" z"}, {…}]`, "{\"a\": 1,\n/* x */ \"...\": \"...\"}",
		"[0,\r]", `{"a": 1, "...": 5}`, `{"...": {"b": 1}}`,
		`{"a": [0, {…}], "a": ["b"], "c": 1e999}`, `{"a": {…}, "c": 1e999}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		v, err := repair.New(text).Read(0, len(text))
		if err != nil {
			if e := err.(*repair.Error); e.Offset < 0 || e.Offset > len(text) {
				t.Fatalf("the error is at %d", e.Offset)
			}
			return
		}
		if !json.Valid([]byte(v.Text)) {
			t.Fatalf("not JSON: %s", v.Text)
		}
		if v.End > len(text) || v.End < 2 {
			t.Fatalf("the end is %d", v.End)
		}
		strict := jsontext.NewText(text)
		if end := strict.Skip(0); strict.Err == nil {
			if v.End != end || len(v.Changes) == 0 && v.Text != text[:end] {
				t.Fatalf("JSON changed: %s, up to %d instead of %d", v.Text, v.End, end)
			}
			for _, c := range v.Changes {
				if c.Kind != repair.ValueElided && c.Kind != repair.EllipsisRemoved {
					t.Fatalf("JSON changed: %s\n%v", v.Text, v.Changes)
				}
			}
		}
		for _, p := range v.Elided {
			s := jsontext.NewScanner(v.Text)
			if !s.Find(jsonpointer.Tokens(p)...) || s.Kind() != jsontext.KindNull {
				t.Fatalf("%s is elided, in %s", p, v.Text)
			}
		}
		again, err := repair.New(v.Text).Read(0, len(v.Text))
		if err != nil || again.Text != v.Text && !bytes.ContainsAny([]byte(v.Text), ".…") {
			t.Fatalf("read again: %s\nwas %s: %v", again.Text, v.Text, err)
		}
	})
}
