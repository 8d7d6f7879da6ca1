package main

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestDocumentation checks what the documentation of the generated packages says: each
// topic its event, each event its topics, the package the order of use.
func TestDocumentation(t *testing.T) {
	decodes := regexp.MustCompile(`decodes to an? \[(\w+)\]`)
	for _, platform := range []string{"fecify", "shoplazza", "shopline", "shoptop"} {
		pkg := documentationOf(t, filepath.Join("..", "..", "generated", platform))
		types := make(map[string]string) // documentation by name
		for _, typ := range pkg.Types {
			types[typ.Name] = strings.Join(strings.Fields(typ.Doc), " ")
		}
		last := -1
		for _, heading := range []string{"# Decode", "# Read", "# Store, compare, build", "# Deliveries"} {
			at := strings.Index(pkg.Doc, heading)
			if at <= last {
				t.Errorf("%s: the package comment has no %s after the heading before", platform, heading)
			}
			last = at
		}
		topics := 0
		for name, spec := range topicsOf(pkg) {
			topics++
			comment := strings.Join(strings.Fields(spec.Doc.Text()), " ")
			m := decodes.FindStringSubmatch(comment)
			if m == nil || types[m[1]] == "" {
				t.Errorf("%s: the comment of topic %s names no event: %s", platform, name, comment)
			} else if m[1] != "UnknownEvent" && !strings.Contains(types[m[1]]+" ", " "+name) {
				t.Errorf("%s: the comment of %s does not name the topic %s: %s", platform, m[1], name, types[m[1]])
			}
		}
		if topics < 3 {
			t.Errorf("%s: only %d topics", platform, topics)
		}
	}
}

// TestPayloadOverview checks that package payload stays small for its importers: about a
// dozen functions, and a package comment of two lines, so that go doc prints about forty lines.
func TestPayloadOverview(t *testing.T) {
	pkg := documentationOf(t, filepath.Join("..", "..", "generated", "payload"))
	var functions []string
	for _, f := range pkg.Funcs {
		functions = append(functions, f.Name)
	}
	for _, typ := range pkg.Types {
		for _, f := range typ.Funcs {
			functions = append(functions, f.Name)
		}
	}
	if len(functions) > 13 {
		t.Errorf("%d functions: %v", len(functions), functions)
	}
	if lines := strings.Count(pkg.Doc, "\n"); lines > 2 {
		t.Errorf("the package comment has %d lines:\n%s", lines, pkg.Doc)
	}
}

// topicsOf returns the declarations of topics by their text.
func topicsOf(pkg *doc.Package) map[string]*ast.ValueSpec {
	all := make(map[string]*ast.ValueSpec)
	for _, typ := range pkg.Types {
		if typ.Name != "Topic" {
			continue
		}
		for _, group := range typ.Consts {
			for _, spec := range group.Decl.Specs {
				spec := spec.(*ast.ValueSpec)
				if text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value); err == nil {
					all[text] = spec
				}
			}
		}
	}
	return all
}

// documentationOf returns the documentation of the package in a folder.
func documentationOf(t *testing.T, folder string) *doc.Package {
	t.Helper()
	fset := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	pkg, err := doc.NewFromFiles(fset, files, "example.com/"+filepath.Base(folder))
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}
