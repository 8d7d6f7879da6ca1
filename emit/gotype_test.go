package emit

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/dave/jennifer/jen"
	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer"
)

// TestTypeNames holds that the types of fields are printed as names.Names.Type has
// them.
func TestTypeNames(t *testing.T) {
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
		s := newScheme(p, p.Names(model), ownPayload)
		for _, st := range s.Structs {
			for _, f := range st.Fields {
				types++
				want := fmt.Sprintf("%#v", jen.Var().Id("x").Add(s.goType(f.Type)))
				if got := "var x " + s.Type(f.Type); got != want {
					t.Errorf("%s: %s: got %s, want %s", file, f.Path, got, want)
				}
			}
		}
	}
	if types == 0 {
		t.Error("no field was looked at")
	}
}
