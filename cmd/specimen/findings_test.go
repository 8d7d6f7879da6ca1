package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/finding"
)

// TestFindingRulesAreUsed checks that each rule of findings is reported somewhere: that
// code outside of package finding names it.
func TestFindingRulesAreUsed(t *testing.T) {
	used := make(map[string]bool)
	constants := make(map[string]bool)
	for name, text := range sources(t, func(name string) bool { return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") }) {
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "specs/finding/rules.go") {
			for _, spec := range file.Decls[0].(*ast.GenDecl).Specs {
				constants[spec.(*ast.ValueSpec).Names[0].Name] = true
			}
			delete(constants, "_")
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := x.X.(*ast.Ident); ok && pkg.Name == "finding" {
					used[x.Sel.Name] = true
				}
			}
			return true
		})
	}
	if len(constants) != len(finding.IDs()) {
		t.Errorf("there are %d constants and %d ids", len(constants), len(finding.IDs()))
	}
	for name := range constants {
		if !used[name] {
			t.Errorf("nothing reports finding.%s", name)
		}
	}
}

// TestFindingRulesAreShown checks that a test expects each rule at the end of a finding, as
// text, as a member of JSON or as a title, but for those that no short test can make.
func TestFindingRulesAreShown(t *testing.T) {
	unshown := map[finding.Rule]string{
		finding.ManyFindings:        "it takes more than 200 findings",
		finding.UncollectedPayloads: "it takes payloads of many MiB",
		finding.UnlistedMembers:     "it takes more than 400 members",
		finding.InvalidCode:         "it takes a bug of the generator",
		finding.MissingExample:      "loading refuses an event without examples first",
		finding.EndlessType:         "no spec is known that makes one: objects are behind pointers or lists",
		finding.FileCollision:       "it takes two names with one digest",
		finding.ElidedValue:         "no reader of documents is known to say it",
	}
	var all strings.Builder
	for _, text := range sources(t, func(name string) bool {
		return strings.HasSuffix(name, "_test.go") || strings.Contains(name, "/testdata/")
	}) {
		all.WriteString(text)
	}
	for _, part := range finding.Rules() {
		for _, r := range part.Rules {
			shown := strings.Contains(all.String(), "["+r.String()+"]") || strings.Contains(all.String(), `"rule":"`+r.String()+`"`) ||
				strings.Contains(all.String(), "title="+r.String()+"::")
			if why, ok := unshown[r]; ok == shown {
				t.Errorf("%s is shown: %t; %s", r, shown, why)
			}
		}
	}
}

// TestRuleNames checks that a name is that of one rule only: no rule of findings is called
// like one of the inference.
func TestRuleNames(t *testing.T) {
	for _, x := range infer.Rules() {
		if _, ok := finding.ByID(string(x.Rule)); ok {
			t.Errorf("two rules are called %s", x.Rule)
		}
	}
}

// sources returns the texts of the files of the module whose names, with slashes, are as
// the function says. Generated packages and nested modules are not among them.
func sources(t *testing.T, wanted func(name string) bool) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		slashed := filepath.ToSlash(name)
		switch {
		case err != nil:
			return err
		case e.IsDir() && (slashed == "../../generated" || e.Name() == ".git"):
			return filepath.SkipDir
		case e.IsDir() && slashed != "../..":
			if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
				return filepath.SkipDir
			}
			return nil
		case !e.Type().IsRegular() || !wanted(slashed):
			return nil
		}
		text, err := os.ReadFile(name)
		all[slashed] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
