package infer

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestDomainOf checks which values are in the domain of each type.
func TestDomainOf(t *testing.T) {
	const values = `true 1 5.0 5.5 9223372036854775808 1e999 "" "1" "true" "x" "2024-01-02" "[1]" [] {}`
	for _, c := range []struct {
		typ  Type
		want string // the values in the domain
	}{
		{Bool, `true`},
		{Int, `1 5.0`},
		{Float, `1 5.0 5.5 9223372036854775808`},
		{Number, `1 5.0 5.5 9223372036854775808 1e999 "" "1" "true" "x" "2024-01-02" "[1]"`},
		{String, `"" "1" "true" "x" "2024-01-02" "[1]"`},
		{Timestamp, `"" "1" "true" "x" "2024-01-02" "[1]"`},
		{Flag, `true 1 "1" "true"`},
		{Value, values},
		{&Enum{Name: "E", Base: String}, `"" "1" "true" "x" "2024-01-02" "[1]"`},
		{JSON{}, `"" "[1]" [] {}`},
		{JSON{Slice{Elem: Int}}, `"" "[1]" []`},
		{JSON{&Struct{Path: "S"}}, `"" "[1]" {}`},
		{Slice{Elem: Int}, `[]`},
		{Map{Elem: Int}, `{}`},
		{&Struct{Path: "S"}, `{}`},
		{Opt{Elem: Int}, `1 5.0`},
		{Or{Elem: Bool, Also: jsontext.KindsOf(jsontext.KindArray, jsontext.KindObject)}, `true [] {}`},
	} {
		var got []string
		for text := range strings.FieldsSeq(values) {
			if inDomain(t, text, DomainOf(c.typ)) {
				got = append(got, text)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.typ, got, c.want)
		}
	}
}

// inDomain reports whether a value is in a domain, by the evidence that it gives.
func inDomain(t *testing.T, text string, d Domain) bool {
	e, problems := Observe(Example{ID: "A#1", Event: "A", Text: text})
	if len(problems) > 0 {
		t.Fatal(PrintProblems(problems))
	}
	n := e.Events["A"]
	for _, k := range d.Except {
		if n.Facts[k].Seen() {
			return false
		}
	}
	return n.NotNull()&^d.Kinds == 0
}

// TestPresence checks the texts for when a member has no value.
func TestPresence(t *testing.T) {
	for _, c := range []struct {
		f    Field
		want string
	}{
		{Field{}, ""},
		{Field{Null: true}, "may be null"},
		{Field{Absent: true}, "may be absent"},
		{Field{Null: true, Absent: true}, "may be null or absent"},
		{Field{Null: true, Unseen: true}, "always null so far"},
		{Field{Null: true, Absent: true, Unseen: true}, "always null so far, may be absent"},
		{Field{Absent: true, Unseen: true}, "may be absent"},
	} {
		if got := c.f.Presence(); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.f, got, c.want)
		}
	}
}
