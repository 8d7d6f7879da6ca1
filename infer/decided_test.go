package infer_test

import (
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestModelAt checks what is recorded for each path besides its type.
func TestModelAt(t *testing.T) {
	evidence, problems := infer.Observe([]infer.Example{
		{ID: "A#1", Event: "A", Text: `{"id":1,"to":{"zip":"1"},"tags":[1,null],"by":{"1":2,"2":3},"raw":"{\"n\":1}","empty":[]}`},
		{ID: "A#2", Event: "A", Text: `{"id":1.5,"to":{"zip":null},"from":{"city":"x"},"tags":[]}`},
		{ID: "B#1", Event: "B", Text: `[true]`},
		{ID: "C#1", Event: "C", Text: `"x"`},
		{ID: "C#2", Event: "C", Text: `2`},
	}...)
	model, more := infer.Decide(evidence, infer.Decisions{
		Types: []infer.TypeDecision{{Name: "Address", At: []infer.PathRef{{Path: "AEvent/to", Ref: "to"}, {Path: "AEvent/from", Ref: "from"}}}},
		Fields: []infer.FieldDecision{
			{Path: "AEvent/from/city", Type: "value", Ref: "city"},
			{Path: "AEvent/raw", Type: "json", Ref: "raw"},
			{Path: "AEvent/empty/*", Type: "string", Ref: "empty"},
		},
	})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		path, typ       string
		rule            infer.Rule
		ref             infer.Ref
		alone           string
		objects, absent int
		lacks           string // the example of the first object without it
	}{
		{"AEvent", "AEvent", infer.RuleStruct, "", "AEvent", 0, 0, ""},
		{"AEvent/id", "Number", infer.RuleNumber, "", "Number", 2, 0, ""},
		{"AEvent/to", "Address", infer.RuleSpec, "to", "", 2, 0, ""},
		{"AEvent/from", "Opt[*Address]", infer.RuleSpec, "from", "", 2, 1, "A#1"},
		{"AEvent/to/zip", "Opt[string]", infer.RuleString, "", "string", 3, 1, "A#2"},
		{"Address/zip", "Opt[string]", infer.RuleString, "", "string", 3, 1, "A#2"},
		{"Address/city", "Value", infer.RuleSpec, "city", "string", 3, 2, "A#1"},
		{"AEvent/tags", "[]Opt[int64]", infer.RuleList, "", "[]Opt[int64]", 2, 0, ""},
		{"AEvent/tags/*", "Opt[int64]", infer.RuleInteger, "", "int64", 0, 0, ""},
		{"AEvent/by", "Opt[Map[int64]]", infer.RuleMap, "", "Map[int64]", 2, 1, "A#2"},
		{"AEvent/by/*", "int64", infer.RuleInteger, "", "int64", 0, 0, ""},
		{"AEvent/raw", "JSON[AEvent/raw]", infer.RuleSpec, "raw", "string", 2, 1, "A#2"},
		{"AEvent/raw/n", "int64", infer.RuleInteger, "", "int64", 1, 0, ""},
		{"AEvent/empty", "Opt[[]string]", infer.RuleList, "", "[]string", 2, 1, "A#2"},
		{"AEvent/empty/*", "string", infer.RuleSpec, "empty", "Value", 0, 0, ""},
		{"BEvent", "[]bool", infer.RuleList, "", "[]bool", 0, 0, ""},
		{"CEvent", "Value", infer.RuleMixed, "", "", 0, 0, ""},
	} {
		d := model.At(c.path)
		if d == nil {
			t.Errorf("%s: nothing is on record", c.path)
			continue
		}
		alone := ""
		if d.Alone != nil {
			alone = d.Alone.String()
		}
		if d.Type.String() != c.typ || d.Rule != c.rule || d.Ref != c.ref || alone != c.alone || d.Objects != c.objects ||
			d.Absent.Count != c.absent || d.Absent.At.Example != c.lacks || d.Present() != c.objects-c.absent {
			t.Errorf("%s: got %s by %s at %q, else %q, absent from %d of %d, first %v; want %+v",
				c.path, d.Type, d.Rule, d.Ref, alone, d.Absent.Count, d.Objects, d.Absent.At, c)
		}
	}
	for _, s := range model.Structs {
		if got := model.StructAt(s.Path); got != s {
			t.Errorf("the struct at %s is another one", s.Path)
		}
		for _, f := range s.Fields {
			if d := model.At(f.Path); d == nil || d.Type.String() != f.Type.String() || d.Rule != f.Rule {
				t.Errorf("%s: %v is on record, the field is %s by %s", f.Path, d, f.Type, f.Rule)
			}
		}
	}
	for _, path := range []string{"", "DEvent", "AEvent/x", "AEvent/id/*", "Address/zip/x"} {
		if d := model.At(path); d != nil {
			t.Errorf("%q: %+v is on record, want nothing", path, d)
		}
	}
	if n := model.At("AEvent/to").Evidence.Kinds[jsontext.KindObject].Count; n != 2 {
		t.Errorf("there are %d objects in the evidence, want 2", n)
	}
	if len(model.All()) < 17 {
		t.Errorf("%d places are listed", len(model.All()))
	}
}
