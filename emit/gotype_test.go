package emit

import (
	"fmt"
	"testing"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestTypeNames holds that the types of fields are printed as names.Names.Type has
// them.
func TestTypeNames(t *testing.T) {
	types := 0
	for _, a := range golden.Read(t, "testdata/*.txtar") {
		p, model := input(t, a)
		s := newPrinter(p, names.Of(p.NamesSpec(), model), "example.com/hooks")
		for _, st := range s.Structs {
			for _, f := range st.Fields {
				types++
				want := fmt.Sprintf("%#v", jen.Var().Id("x").Add(s.goType(f.Type)))
				if got := "var x " + s.Type(f.Type); got != want {
					t.Errorf("%s: %s: got %s, want %s", a.Name, f.Path, got, want)
				}
			}
		}
	}
	if types == 0 {
		t.Error("no field was looked at")
	}
}
