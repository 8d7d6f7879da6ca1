// Package schematest validates specs against their JSON Schema, and bodies against the schemas
// that "specimen schema" writes, with a validator that was not written for it. It is a module
// of its own, as the validator is of no use to anybody who generates code.
package schematest

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"
)

// schema returns the compiled schema, which is a draft-07 one.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../specimen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate returns what is wrong with a YAML file, or nil.
func validate(s *jsonschema.Schema, data []byte) error {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return err
	}
	datesAsStrings(&document)
	var v any
	if err := document.Decode(&v); err != nil {
		return err
	}
	return s.Validate(v)
}

// datesAsStrings makes dates the strings that they are in YAML 1.2, and for editors.
func datesAsStrings(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		datesAsStrings(c)
	}
}

// TestSpecs validates every spec of the repository.
func TestSpecs(t *testing.T) {
	files, err := filepath.Glob("../*/*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d specs: %v", len(files), err)
	}
	s := schema(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(s, data); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// shape matches the diagnostics about what a schema can say: keys that are
// unknown or missing.
var shape = regexp.MustCompile(`unknown key "|has no "(name|why|at|values|members|topic|title|about)"`)

// TestCases validates the specs that the loader's tests have: those without a
// diagnostic are valid, and those with unknown or missing keys are not.
func TestCases(t *testing.T) {
	cases, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	s := schema(t)
	valid, invalid := 0, 0
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		diagnostics := text(archive, "diagnostics")
		for _, f := range archive.Files {
			folder := path.Dir(f.Name)
			if !strings.HasSuffix(f.Name, ".yaml") || text(archive, folder+"/platform.yaml") == "" {
				continue
			}
			about := linesWith(diagnostics, "specs/"+f.Name+":")
			err := validate(s, f.Data)
			switch {
			case about == "" && !strings.Contains(diagnostics, "specs/"+folder):
				valid++
				if err != nil {
					t.Errorf("%s: %s: %v", name, f.Name, err)
				}
			case shape.MatchString(about):
				invalid++
				if err == nil {
					t.Errorf("%s: %s is valid, but\n%s", name, f.Name, about)
				}
			}
		}
	}
	t.Logf("%d valid files, %d others", valid, invalid)
	if valid == 0 || invalid == 0 {
		t.Error("the cases show nothing")
	}
}

func text(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// linesWith returns the lines of text that begin with prefix.
func linesWith(text, prefix string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, prefix) {
			b.WriteString(line)
		}
	}
	return b.String()
}
