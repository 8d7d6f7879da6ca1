package main

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/specs"
)

// TestReadmeHandle checks that what README says about receiving and handling deliveries
// passes vet: the Go code, and the table of what one reads.
func TestReadmeHandle(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	text := section(readme(t), "Handle deliveries")
	var functions, statements []string
	for _, block := range append(blocks(section(readme(t), "Receive deliveries"), "go"), blocks(text, "go")...) {
		if strings.HasPrefix(block, "func ") {
			functions = append(functions, block)
		} else {
			statements = append(statements, "{\n"+block+"}\n")
		}
	}
	reads := firstColumn(text)
	if len(functions) == 0 || len(statements) == 0 || len(reads) < 6 {
		t.Fatalf("README says something else:\n%s", text)
	}
	src := `package hooks

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/receive"
	"github.com/specimen-go/specimen/generated/shoplazza"
)

` + strings.Join(functions, "\n") + `
var _ payload.Number

func statements(ctx context.Context, event *shoplazza.OrderEvent) {
` + strings.Join(statements, "") + `}

func reads(event *shoplazza.OrderEvent, item *shoplazza.LineItem, zone *time.Location, buf []byte) {
	keep := func(...any) {}
	keep(json.Marshal(nil))
	keep(` + strings.Join(reads, ")\n\tkeep(") + `)
}
`
	file := filepath.Join(t.TempDir(), "hooks.go")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "vet", file).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s\n%s", err, out, src)
	}
}

// TestReadmeBuild checks that the Go code that README has on building and testing passes
// vet, and that the event in it encodes to what README says.
func TestReadmeBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	text := section(readme(t), "Build, copy and test")
	var functions, statements []string
	for _, block := range blocks(text, "go") {
		if strings.HasPrefix(block, "func ") {
			functions = append(functions, block)
		} else {
			statements = append(statements, block)
		}
	}
	_, rest, _ := strings.Cut(text, "here `")
	want, _, _ := strings.Cut(rest, "`")
	if len(functions) != 2 || len(statements) != 1 || want == "" {
		t.Fatalf("README says something else:\n%s", text)
	}
	src := `package hooks

import (
	"context"
	"database/sql"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
)

var testDB *sql.DB

` + strings.ReplaceAll(strings.Join(functions, "\n"), "TestStore", "testStore") + `
var _ = testStore

func TestBuild(t *testing.T) {
	` + statements[0] + `
	if got, want := string(event.AppendJSON(nil)), ` + "`" + want + "`" + `; got != want || event.Topic() != shoplazza.TopicOrdersPaid {
		t.Errorf("%s encodes to %s, want %s", event.Topic(), got, want)
	}
}
`
	file := filepath.Join(t.TempDir(), "hooks_test.go")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "test", file).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s\n%s", err, out, src)
	}
}

// firstColumn returns the code in the first column of the tables of a text. What begins
// with a dot goes on from the value before it.
func firstColumn(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		cell, _, _ := strings.Cut(line[2:], " | ")
		value := ""
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
			code := m[1]
			if strings.HasPrefix(code, ".") {
				code = value + code
			} else {
				value = code[:max(0, strings.LastIndexByte(code, '.'))]
			}
			all = append(all, code)
		}
	}
	return all
}

// TestReadmeType checks that the type at the beginning of README is what specimen generates
// for the examples there, but for the comments behind the fields.
func TestReadmeType(t *testing.T) {
	text, _, _ := strings.Cut(readme(t), "\n## ")
	spec, code := blocks(text, "yaml"), blocks(text, "go")
	if len(spec) != 1 || len(code) != 1 {
		t.Fatalf("README says something else:\n%s", text)
	}
	data := "platform: acme\ntitle: Acme\ntopic: {header: X-Acme-Topic}\n" + spec[0]
	set, err := specs.Load(fstest.MapFS{"acme/platform.yaml": {Data: []byte(data)}}, "specs")
	if err != nil || len(set.Diagnostics) > 0 {
		t.Fatal(err, set.Diagnostics)
	}
	_, files, problems := stages(set.Platforms[0])
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, f := range files {
		if f.Name != "acme/types.go" {
			continue
		}
		if got, want := declared(t, "package p\n"+code[0], "TicketEvent"), declared(t, string(f.Data), "TicketEvent"); got != want {
			t.Errorf("README has\n%s\nbut the package has\n%s", got, want)
		}
		return
	}
	t.Error("no types.go")
}

// TestReadmeCost checks how many lines of Go README says that its first spec gives, to a
// tenth of them.
func TestReadmeCost(t *testing.T) {
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/m\n\ngo 1.26\n"))
	s.write("specs/acme/platform.yaml", []byte("platform: acme\ntitle: Acme\ntopic: {header: X-Acme-Topic}\n"+blocks(readme(t), "yaml")[0]))
	if code, out := runIn(s.dir, "generate"); code != 0 {
		t.Fatal(out)
	}
	var own, shared int
	for _, name := range s.files("generated") {
		switch lines := strings.Count(string(s.read(name)), "\n"); {
		case !strings.HasSuffix(name, ".go"):
		case strings.HasPrefix(name, "generated/acme/"):
			own += lines
		default:
			shared += lines
		}
	}
	text, _, _ := strings.Cut(readme(t), "\n## ")
	m := regexp.MustCompile(`about ([\d,]+) lines of Go for the platform\sabove,\sand ([\d,]+) once per module`).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("README says something else:\n%s", text)
	}
	for i, got := range []int{own, shared} {
		said, err := strconv.Atoi(strings.ReplaceAll(m[i+1], ",", ""))
		if err != nil || got == 0 || said*10 < got*9 || said*9 > got*10 {
			t.Errorf("README says %s lines, it is %d", m[i+1], got)
		}
	}
}

// declared returns the declaration of a type in a file, with its doc comment and without
// comments inside.
func declared(t *testing.T, src, name string) string {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok || gen.Tok != token.TYPE || gen.Specs[0].(*ast.TypeSpec).Name.Name != name {
			continue
		}
		for _, field := range gen.Specs[0].(*ast.TypeSpec).Type.(*ast.StructType).Fields.List {
			field.Doc, field.Comment = nil, nil
		}
		doc := gen.Doc.Text()
		gen.Doc = nil
		var b strings.Builder
		if err := format.Node(&b, token.NewFileSet(), gen); err != nil {
			t.Fatal(err)
		}
		return doc + b.String()
	}
	t.Fatalf("no type %s in\n%s", name, src)
	return ""
}

// TestReadmeGo checks that each block of Go code in README is in a section that a test
// compiles.
func TestReadmeGo(t *testing.T) {
	for i, part := range strings.Split(readme(t), "\n## ") {
		heading, _, _ := strings.Cut(part, "\n")
		tested := i == 0 || slices.Contains([]string{"Receive deliveries", "Handle deliveries", "Build, copy and test", "From the page to the spec", "Compare deliveries with the types"}, heading)
		if n := len(blocks(part, "go")); n > 0 && !tested {
			t.Errorf("%d blocks of Go code below %q, which no test compiles", n, heading)
		}
	}
}

// readme returns the text of README.
func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
