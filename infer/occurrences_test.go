package infer

import (
	"fmt"
	"testing"
)

func TestOccurrences(t *testing.T) {
	const text = `{
  "id": 1, "list": [ {"a": 1}, {"b": [2, 3]} ],
  "map": {"1": {"x": 1}, "2": {"x": 2}}, "text": "{\"a\": [4, {\"c\": 5}]}", "plain": "{}",
  "to": {"zip": "1"}, "from": {"zip": "2", "no": null}
}`
	e, problems := Observe(Example{ID: "x", Event: "A", Text: text})
	m, more := Decide(e, Decisions{
		Types:    []TypeDecision{{Name: "Place", At: []PathRef{{Path: "AEvent/to"}, {Path: "AEvent/from"}}}},
		Fields:   []FieldDecision{{Path: "AEvent/text", Type: "json"}},
		Envelope: []EnvelopeMember{{Name: "id"}},
	})
	if len(problems)+len(more) > 0 {
		t.Fatal(problems, more)
	}
	all := m.Occurrences("A", text)
	for _, c := range []struct {
		place string
		want  []string
	}{
		{"AEvent", []string{"{\n"}},
		{"Envelope/id", []string{"1,"}},
		{"AEvent/list/*", []string{`{"a"`, `{"b"`}},
		{"AEvent/list/*/b/*", []string{"2,", "3]"}},
		{"AEvent/map/*/x", []string{"1}", "2}"}},
		{"AEvent/text/a/*/c", []string{`"{\"`}},
		{"AEvent/plain", []string{`"{}"`}},
		{"Place/zip", []string{`"1"`, `"2"`}},
		{"Place/no", []string{"null"}},
		{"AEvent/to/zip", nil},
	} {
		at := all.At(c.place)
		if len(at) != len(c.want) {
			t.Errorf("%s: got %v, want %d", c.place, at, len(c.want))
			continue
		}
		for i, want := range c.want {
			if got := text[at[i] : at[i]+len(want)]; got != want {
				t.Errorf("%s: got %q, want %q", c.place, got, want)
			}
		}
	}
	if got := fmt.Sprint(all.Lacking("Place", "no"), all.Lacking("AEvent/list/*", "b"), all.Lacking("Place", "zip"), all.Lacking("Envelope", "x")); got != fmt.Sprint(all.At("AEvent/to"), all.At("AEvent/list/*")[:1], []int(nil), []int{0}) {
		t.Errorf("lacking: %s", got)
	}
}

func TestEvidence(t *testing.T) {
	e, problems := Observe([]Example{
		{ID: "x", Event: "A", Text: `{"a": {"b": null}, "list": [1, {}]}`},
		{ID: "y", Event: "A", Text: `{"a": {}, "list": 1}`},
	}...)
	m, more := Decide(e, Decisions{})
	if len(problems)+len(more) > 0 {
		t.Fatal(problems, more)
	}
	for path, want := range map[string][2]int{
		"AEvent": {2, 0}, "AEvent/a/b": {1, 1}, "AEvent/list": {2, 0}, "AEvent/list/*": {2, 0}, "AEvent/no": {0, 0},
	} {
		n, absent := m.Evidence(path)
		values := 0
		if n != nil {
			for _, f := range n.Kinds {
				values += f.Count
			}
		}
		if values != want[0] || absent.Count != want[1] {
			t.Errorf("%s: got %d values and %d objects without, want %v", path, values, absent.Count, want)
		}
	}
	if n, _ := (Model{}).Evidence("AEvent"); n != nil {
		t.Error("evidence of nothing")
	}
}
