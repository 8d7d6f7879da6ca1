package explain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
)

// given is an event with members for many rules.
func given(t *testing.T, d infer.Decisions) (infer.Evidence, infer.Model) {
	t.Helper()
	evidence, problems := infer.Observe([]infer.Example{
		{ID: "A#1", Event: "A", Text: `{"bool":true,"int":1,"number":1.0,"wide":9223372036854775808,"text":"12","when_at":"2026-01-02",
			"mixed":1,"either":"x","none":null,"item":{"a":1},"by":{"1":2,"2":3},"list":[1],"empty":{},"decided":"1.50"}`},
		{ID: "A#2", Event: "A", Text: `{"bool":false,"int":0,"number":1,"wide":1,"text":"","when_at":"2026-01-02",
			"mixed":"1","either":true,"item":null,"by":{},"list":[2],"empty":{},"decided":"2"}`},
	}...)
	m, more := infer.Decide(evidence, d)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return evidence, m
}

var decisions = infer.Decisions{Fields: []infer.FieldDecision{{Path: "AEvent/decided", Type: "number", Ref: "decided"}}}

// TestAt checks the rule, the counts and what was seen for each path.
func TestAt(t *testing.T) {
	_, m := given(t, decisions)
	for _, c := range []struct {
		path string
		rule infer.Rule
		seen string
	}{
		{"AEvent", "struct", "object:2@0"},
		{"AEvent/bool", "boolean", "boolean:2@8"},
		{"AEvent/int", "integer", "number:2@19"},
		{"AEvent/number", "number", "number:2@30; number with a fraction or an exponent:1@30"},
		{"AEvent/wide", "number", "number:2@41; integer that does not fit 64 bits:1@41"},
		{"AEvent/text", "string", "string:2@68; empty string:1@A#2"},
		{"AEvent/when_at", "timestamp", "string:2@83"},
		{"AEvent/mixed", "number-or-string", "number:1@108; string:1@A#2"},
		{"AEvent/either", "mixed", "boolean:1@A#2; string:1@119"},
		{"AEvent/none", "unseen", "null:1@130; absent:1@A#2"},
		{"AEvent/item", "struct", "object:1@142; null:1@A#2"},
		{"AEvent/by", "map", "object:2@155"},
		{"AEvent/list", "list", "array:2@176"},
		{"AEvent/list/*", "integer", "number:2@177"},
		{"AEvent/empty", "empty-object", "object:2@188"},
		{"AEvent/decided", "spec", "string:2@201"},
	} {
		p, ok := explain.At(m, c.path)
		if !ok {
			t.Errorf("%s: no such path", c.path)
			continue
		}
		var seen []string
		for _, s := range p.Seen {
			at := fmt.Sprint(s.At.Offset)
			if s.At.Example != "A#1" {
				at = s.At.Example
			}
			seen = append(seen, fmt.Sprintf("%s:%d@%s", s.What, s.Count, at))
		}
		if got := strings.Join(seen, "; "); p.Rule != c.rule || got != c.seen {
			t.Errorf("%s: got %s by %s, want %s by %s", c.path, got, p.Rule, c.seen, c.rule)
		}
	}
	if p, ok := explain.At(m, "AEvent/no"); ok {
		t.Errorf("AEvent/no is %v, want nothing", p)
	}
}

func TestMembers(t *testing.T) {
	_, m := given(t, decisions)
	s := m.StructAt("AEvent")
	all := explain.Members(m, s)
	if len(all) != len(s.Fields) {
		t.Fatalf("%d members, want %d", len(all), len(s.Fields))
	}
	for i, p := range all {
		if p.Path != s.Fields[i].Path {
			t.Errorf("member %d is %s, want %s", i, p.Path, s.Fields[i].Path)
		}
	}
	none := all[slices.IndexFunc(all, func(p explain.Explanation) bool { return p.Path == "AEvent/none" })]
	if none.Present() != 1 || none.Objects != 2 || none.Null() != 1 || none.Values() != 0 {
		t.Errorf("none: present in %d of %d, null in %d, %d values; want 1 of 2, 1, 0", none.Present(), none.Objects, none.Null(), none.Values())
	}
}

// TestInstead checks the other decisions for a path, and the objections to them.
func TestInstead(t *testing.T) {
	e, m := given(t, decisions)
	for _, c := range []struct{ path, want string }{
		{"AEvent", ""},
		{"AEvent/no", ""},
		{"AEvent/bool", "flag Flag; value Value; a boolean @8: string integer number float timestamp json map struct"},
		{"AEvent/int", "number Number; flag Flag; value Value; float float64, but a float64 does not keep the text of every number; a number @19: string bool timestamp json map struct"},
		{"AEvent/text", "number Number; value Value; timestamp Timestamp, but a string that is not a date or time @68; a string @68: integer float bool map struct; a value other than true, false, 0 and 1 @68: flag; a string that is not a JSON array or object @68: json"},
		{"AEvent/decided", "string string; value Value; timestamp Timestamp, but a string that is not a date or time @201; a string @201: integer float bool map struct; a value other than true, false, 0 and 1 @201: flag; a string that is not a JSON array or object @201: json"},
		{"AEvent/by", "struct AEvent/by; value Value; json JSON[AEvent/by], but no string was seen here; an object @155: string integer number float bool timestamp flag"},
		{"AEvent/item", "map Map[int64]; value Value; json JSON[AEvent/item], but no string was seen here; an object @142: string integer number float bool timestamp flag"},
		{"AEvent/when_at", "string string; value Value; number Number, but some of its strings are not numbers; a string @83: integer float bool map struct; a value other than true, false, 0 and 1 @83: flag; a string that is not a JSON array or object @83: json"},
		{"AEvent/list", "value Value; json JSON[[]int64], but no string was seen here; an array @176: string integer number float bool timestamp flag map struct"},
	} {
		var got, no []string
		words := map[string]string{} // of what is contradicted, by what does it
		for _, a := range explain.Instead(e, decisions, m, c.path) {
			but := a.But
			if a.At.Example != "" {
				but += fmt.Sprintf(" @%d", a.At.Offset)
			}
			switch {
			case a.Type == nil:
				if words[but] == "" {
					no = append(no, but)
				}
				words[but] += " " + a.Word
			case but != "":
				got = append(got, fmt.Sprintf("%s %s, but %s", a.Word, a.Type, but))
			default:
				got = append(got, a.Word+" "+a.Type.String())
			}
		}
		for _, but := range no {
			got = append(got, but+":"+words[but])
		}
		if joined := strings.Join(got, "; "); joined != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.path, joined, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	_, m := given(t, decisions)
	for _, c := range []struct{ path, want string }{
		{"AEvent/itme", "AEvent/item"},
		{"aevent/item", "AEvent/item"},
		{"mixed", "AEvent/mixed"},
		{"x/y/list", "AEvent/list"},
		{"Nothing/like/that", ""},
		{"", ""},
	} {
		if got := strings.Join(explain.Nearest(m, c.path), " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.path, got, c.want)
		}
	}
}

// TestInsteadBase64 checks that base64 is another decision only where a string is base64
// beyond doubt, and that it says so if others may not be.
func TestInsteadBase64(t *testing.T) {
	e, problems := infer.Observe(
		infer.Example{ID: "x", Event: "A", Text: `{"all":"eyJpZCI6IDEsICJuIjogMn0=","some":"eyJpZCI6IDEsICJuIjogMn0=","none":"aGVsbG8="}`},
		infer.Example{ID: "y", Event: "A", Text: `{"all":"","some":"text","none":"text"}`},
	)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m, _ := infer.Decide(e, infer.Decisions{})
	for path, want := range map[string]string{"AEvent/all": "Base64", "AEvent/some": "Base64 some of its strings may not be base64", "AEvent/none": ""} {
		got := ""
		for _, a := range explain.Instead(e, infer.Decisions{}, m, path) {
			if a.Word == "base64" {
				got = strings.TrimSpace(a.Type.String() + " " + a.But)
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}
