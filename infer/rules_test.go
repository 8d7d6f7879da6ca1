package infer_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestRules compares the table of rules with the code. Each rule that gives a type
// gives one in a case of testdata, and no other rule does. The other rules are named in
// comments, as rule "names", and no comment names a rule that does not exist.
func TestRules(t *testing.T) {
	given, named := rulesOfGolden(t), rulesInComments(t)
	known := make(map[infer.Rule]bool)
	for _, r := range infer.Rules() {
		known[r.Rule] = true
		if !strings.HasSuffix(r.Text, ".") || r.Rule.Text() != r.Text {
			t.Errorf("%s: %q is not a sentence, or Rule.Text returns another one", r.Rule, r.Text)
		}
		switch {
		case r.Gives && !given[r.Rule]:
			t.Errorf("%s gives no type in testdata", r.Rule)
		case !r.Gives && given[r.Rule]:
			t.Errorf("%s gives a type, and the table says otherwise", r.Rule)
		case !r.Gives && !named[r.Rule]:
			t.Errorf("%s is named in no comment", r.Rule)
		}
	}
	for r := range given {
		if !known[r] {
			t.Errorf("%s gives a type, and is not in the table", r)
		}
	}
	for r := range named {
		if !known[r] {
			t.Errorf("%s is named in a comment, and is not in the table", r)
		}
	}
}

// rulesOfGolden returns the rules that give types in the golden cases.
func rulesOfGolden(t *testing.T) map[infer.Rule]bool {
	given := make(map[infer.Rule]bool)
	for _, a := range golden.Read(t, "testdata/*.txtar") {
		decisions, evidence, _ := observe(t, a)
		model, _ := infer.Decide(evidence, decisions)
		for _, d := range model.All() {
			given[d.Rule] = true
		}
	}
	return given
}

// rulesInComments returns the rules that comments of the module name.
func rulesInComments(t *testing.T) map[infer.Rule]bool {
	mention := regexp.MustCompile(`rules? ("[a-z-]+"(?:(?:,| and) "[a-z-]+")*)`)
	wrapped := regexp.MustCompile(`\n\s*// `)
	quoted := regexp.MustCompile(`"([a-z-]+)"`)
	named := make(map[infer.Rule]bool)
	for _, dir := range []string{"../infer", "../emit", "../specs", "../cmd/specimen"} {
		err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			data, err := os.ReadFile(name)
			text := wrapped.ReplaceAllString(string(data), " ")
			for _, m := range mention.FindAllStringSubmatch(text, -1) {
				for _, q := range quoted.FindAllStringSubmatch(m[1], -1) {
					named[infer.Rule(q[1])] = true
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return named
}
