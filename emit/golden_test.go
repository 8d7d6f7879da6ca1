package emit

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden generates a package from the examples of each archive, whose names
// are topic#example.json: the event of a topic is its first word. The outputs are
// the files of the package that a case has, and problems. A case that is about a
// few declarations has an excerpt: the output "decode.go: decode*" is what the file
// has of functions with such names; methods are named Type.Method.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		got := run(t, a)
		for _, f := range a.Files {
			if file, pattern, ok := strings.Cut(f.Name, ": "); ok {
				a.Compare(t, f.Name, excerpt(t, got[file], pattern))
			}
		}
		for name, text := range got {
			a.Compare(t, name, text)
		}
		a.Require(t, "problems", got["problems"])
	})
}

// excerpt returns the functions of a file whose names match a pattern, with their
// comments.
func excerpt(t *testing.T, file, pattern string) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", file, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, d := range f.Decls {
		d, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name, from := d.Name.Name, d.Pos()
		if d.Recv != nil {
			receiver := d.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			name = receiver.(*ast.Ident).Name + "." + name
		}
		if ok, err := path.Match(pattern, name); err != nil {
			t.Fatal(err)
		} else if !ok {
			continue
		}
		if d.Doc != nil {
			from = d.Doc.Pos()
		}
		parts = append(parts, file[fset.Position(from).Offset:fset.Position(d.End()).Offset]+"\n")
	}
	if len(parts) == 0 {
		t.Errorf("no function matches %s", pattern)
	}
	return strings.Join(parts, "\n")
}

// run generates a package from an archive and returns its files by name, or its
// problems.
func run(t *testing.T, a *golden.Archive) map[string]string {
	t.Helper()
	p, model := input(t, a)
	files, problems := Package(p, names.Of(p.NamesSpec(), model), "example.com/hooks")
	got := make(map[string]string)
	for _, f := range files {
		got[strings.TrimPrefix(f.Name, "acme/")] = string(f.Data)
	}
	if len(problems) > 0 {
		got["problems"] = golden.Problems(problems)
	}
	return got
}

// input returns the platform that an archive describes, and its model.
func input(t *testing.T, a *golden.Archive) (Platform, infer.Model) {
	t.Helper()
	decisions, examples := a.ReadDecisions(t), a.Examples()
	p := Platform{Package: "acme", Title: "Acme", Header: "X-Acme-Topic"}
	topics := make(map[string]bool)
	for i, x := range examples {
		topic, example, _ := strings.Cut(x.ID, "#")
		word, _, _ := strings.Cut(topic, "/")
		event := names.GoName(word)
		if !topics[topic] {
			topics[topic] = true
			p.Topics = append(p.Topics, Topic{
				Topic: names.Topic{Name: topic, GoName: decisions.Topics[topic], Event: event, Ref: infer.Ref(topic)},
				About: "Something happened.",
			})
		}
		examples[i].Event = event
		p.Examples = append(p.Examples, Example{ID: x.ID, Topic: topic, Name: example, Text: x.Text, Ref: infer.Ref(x.ID)})
	}
	evidence, problems := infer.Observe(examples...)
	model, more := infer.Decide(evidence, decisions.Decisions)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(golden.Problems(problems))
	}
	return p, model
}

// TestMapRoot checks what is said of an event whose body is an object with more
// members than a struct may have.
func TestMapRoot(t *testing.T) {
	var text strings.Builder
	for i := range infer.MaxMembers + 1 {
		fmt.Fprintf(&text, `,"%d":1`, i)
	}
	a := golden.New(txtar.File{Name: "rates#one.json", Data: []byte("{" + text.String()[1:] + "}")})
	const want = `
// RatesEvent is the body of a delivery on rates. The body is an object that
// is used as a map. Text that does not fit Payload is kept in Extra.
type RatesEvent struct {
	EventDelivery
	Payload payload.Map[int64]
`
	if got := run(t, a)["types.go"]; !strings.Contains(got, want) {
		t.Errorf("types.go is\n%s\nwant in it%s", got, want)
	}
}
