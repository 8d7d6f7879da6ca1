package importing

import (
	"errors"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// FuzzPlan checks that a document, in the form of page, becomes a spec that check accepts,
// and that it changes nothing when it comes again.
func FuzzPlan(f *testing.F) {
	f.Add("member: /event\n# a/b\nabout: x\n{\"event\": \"a/b\"}\n\n# c\nlike: a/b\n")
	f.Add("header: X\n# a\nmember: b/*/c | array<int> | required | d\nname: e\nelided: /b\nrepair: f\n{\"b\": \"\"}\n")
	f.Add("# a\nmember: b | int | | \n{\"b\": \"x\"}\n\n# a\n[1]\n")
	f.Add("text that names no topic\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		dir := testfolder.New(t)
		s := page("page.md", text)
		planned, err := importAll(dir, []Source{s})
		if err != nil {
			var usage cli.UsageError
			if errors.As(err, &usage) {
				t.Skip(err)
			}
			t.Fatalf("%q: %v", text, err)
		}
		if !planned.Changed() {
			if len(planned.Findings()) == 0 {
				t.Errorf("nothing is written, and nothing said: %q", text)
			}
			return
		}
		accepts(t, dir)
		before := specText(t, dir)
		if mustImport(t, dir, s); specText(t, dir) != before {
			t.Errorf("it changes again: %q", text)
		}
	})
}
