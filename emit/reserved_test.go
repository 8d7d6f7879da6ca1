package emit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer"
)

// TestReserved holds that reserved is the list of what a package declares itself:
// every name in a generated package is in it or comes from the model, and every
// name in it is there, whatever the platform has (K20).
func TestReserved(t *testing.T) {
	examples := []infer.Example{
		{ID: "a#1", Event: "A", Text: `{"topic": "a", "order": {"lines": [{"id": 1}]}, "state": "on", "list": [[1]], "text": "{\"a\":{}}"}`},
		{ID: "b#1", Event: "B", Text: `[{"id": 1}]`},
		{ID: "c#1", Event: "C", Text: `{"topic": "c"}`},
	}
	decisions := infer.Decisions{
		Types:    []infer.TypeDecision{{Name: "Line", At: []infer.PathRef{{Path: "AEvent/order/lines/*"}, {Path: "BEvent/*"}}}},
		Fields:   []infer.FieldDecision{{Path: "AEvent/text", Type: "json"}},
		Enums:    []infer.EnumDecision{{Name: "State", At: []infer.PathRef{{Path: "AEvent/state"}}, Values: []infer.EnumValue{{Text: "on"}}}},
		Envelope: []infer.EnvelopeMember{{Name: "topic"}},
	}
	for _, p := range []Platform{
		{Header: "X-Topic"},
		{Member: "/topic"},
		{Header: "X-Topic", Topics: []Topic{topicOf("n", "")}},
		{Header: "X-Topic", Topics: []Topic{topicOf("a", "A"), topicOf("b", "B"), topicOf("n", "")}},
		{Member: "/topic", Topics: []Topic{topicOf("a", "A"), topicOf("c", "C"), topicOf("header", "")}, Deliveries: signed()},
	} {
		p.Package, p.Title = "acme", "Acme"
		var shown []infer.Example
		for _, x := range examples {
			topic := x.ID[:1]
			if slices.ContainsFunc(p.Topics, func(t Topic) bool { return t.Name == topic }) {
				shown = append(shown, x)
				p.Examples = append(p.Examples, Example{ID: x.ID, Topic: topic, Name: "1", Text: x.Text})
			}
		}
		d := decisions
		if len(shown) == 0 {
			d = infer.Decisions{}
		}
		evidence, problems := infer.Observe(shown...)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		model, _ := infer.Decide(evidence, d)
		n := names.Of(p.NamesSpec(), model)
		files, problems := Package(p, n, "example.com/hooks")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		of := fromModel(p, n)
		files = slices.DeleteFunc(files, func(f File) bool {
			return strings.HasPrefix(f.Name, "acme/acmetest/") || strings.HasPrefix(f.Name, "acme/acmerecord/")
		})
		declared := declarations(t, files)
		for name := range declared {
			helper := strings.HasPrefix(name, "decode") || strings.HasPrefix(name, "append")
			if !of[name] && !helper && !slices.Contains(n.Reserved(), name) {
				t.Errorf("%+v: the package declares %s, which is neither of the model nor in the list", p, name)
			}
		}
		checkStructNames(t, n, files)
		for _, name := range n.Reserved() {
			if !declared[name] {
				t.Errorf("%+v: the list has %s, which the package does not declare", p, name)
			}
		}
	}
}

// topicOf returns a topic with an event, "" for none.
func topicOf(name, event string) Topic {
	return Topic{Topic: names.Topic{Name: name, Event: event}}
}

// fromModel returns the names that the model gives.
func fromModel(p Platform, n names.Names) map[string]bool {
	of := make(map[string]bool)
	for _, name := range n.Declared() {
		of[name] = true
	}
	for _, st := range n.Structs {
		of[st.Shape] = true
	}
	for _, t := range p.Topics {
		of[n.Topic(t.Name)] = true
	}
	return of
}

// checkStructNames holds that Struct.Reserved has the exported methods of structs, those
// that an event gets from its delivery included, and the fields besides members.
func checkStructNames(t *testing.T, n names.Names, files []File) {
	t.Helper()
	methods := make(map[string][]string)
	for _, file := range parsed(t, files) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.IsExported() {
				receiver := f.Recv.List[0].Type
				if star, ok := receiver.(*ast.StarExpr); ok {
					receiver = star.X
				}
				name := receiver.(*ast.Ident).Name
				methods[name] = append(methods[name], f.Name.Name)
			}
		}
	}
	for _, st := range n.Structs {
		want := append(methods[st.Go], "Extra")
		if st.Path == infer.EnvelopeRoot {
			continue // part of events
		}
		if st.Event {
			want = slices.Concat(want, methods[names.EventDelivery], []string{names.EventDelivery, infer.EnvelopeRoot})
			for m := range reflect.TypeFor[*payload.EventDelivery]().Methods() {
				want = append(want, m.Name)
			}
		}
		slices.Sort(want)
		if got := slices.Sorted(slices.Values(st.Reserved())); !slices.Equal(got, want) {
			t.Errorf("%s has %v besides its members, the list is %v", st.Go, want, got)
		}
	}
}

// parsed returns the Go files.
func parsed(t *testing.T, files []File) []*ast.File {
	t.Helper()
	var all []*ast.File
	for _, f := range files {
		if !strings.HasSuffix(f.Name, ".go") || strings.Contains(f.Name, "/internal/") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, file)
	}
	return all
}

// declarations returns the names that the Go files of a package declare at their
// outermost level.
func declarations(t *testing.T, files []File) map[string]bool {
	t.Helper()
	all := make(map[string]bool)
	for _, file := range parsed(t, files) {
		for _, d := range file.Decls {
			maps.Copy(all, declaredBy(d))
		}
	}
	return all
}

func declaredBy(d ast.Decl) map[string]bool {
	all := make(map[string]bool)
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			all[d.Name.Name] = true
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				all[spec.Name.Name] = true
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					all[name.Name] = true
				}
			}
		}
	}
	return all
}
