package emit

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/dave/jennifer/jen"
	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer"
)

// TestAPI: an API names everything as the generated package does.
func TestAPI(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	types := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, examples := input(archive)
		evidence, _ := infer.ObserveAll(examples)
		model, _ := infer.Decide(evidence, decisions(archive))
		s, api := newScheme(p, model, ownPayload), APIOf(p, model)
		for _, topic := range s.topics {
			if got := api.Topic(topic.Name); got != topic.constant {
				t.Errorf("%s: topic %s: got %s, want %s", file, topic.Name, got, topic.constant)
			}
		}
		for _, e := range s.events {
			if got := api.Event(e.Event); got != e.name {
				t.Errorf("%s: event %s: got %s, want %s", file, e.Name, got, e.name)
			}
		}
		for _, st := range s.ordered {
			if got := api.Struct(st.Struct); got != st.name {
				t.Errorf("%s: %s: got %s, want %s", file, st.Path, got, st.name)
			}
			for _, f := range st.fields {
				types++
				want := fmt.Sprintf("%#v", jen.Var().Id("x").Add(s.goType(f.Type)))
				if got := "var x " + api.Type(f.Type); got != want {
					t.Errorf("%s: %s: got %s, want %s", file, f.Path, got, want)
				}
				if got := api.Field(f.Field); got != f.name {
					t.Errorf("%s: %s: got %s, want %s", file, f.Path, got, f.name)
				}
			}
		}
	}
	if types == 0 {
		t.Error("no field was looked at")
	}
	if got := (API{}).Topic("none"); got != "" {
		t.Errorf("a topic that there is not is named %s", got)
	}
}
