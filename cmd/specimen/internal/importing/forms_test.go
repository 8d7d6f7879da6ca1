package importing

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/reading"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestForms imports the documents of all forms that have one, twice: check accepts what is
// written, each topic is there, and the second time nothing changes.
func TestForms(t *testing.T) {
	for _, a := range golden.Read(t, "../document/reading/testdata/*.txtar") {
		t.Run(a.Name, func(t *testing.T) {
			text := strings.TrimSuffix(a.Input("document"), "\n")
			r := reading.Read(text, document.Detect(text), reading.Options{})
			if len(r.Topics) == 0 {
				t.Skip("there are no topics")
			}
			dir := testfolder.New(t)
			source := func() []Source {
				return []Source{{Name: "document", File: "document.json", Text: text, Reading: r, Retrieved: "2026-01-02", SHA256: strings.Repeat("0", 64)}}
			}
			if _, err := importAll(dir, source()); err != nil {
				t.Fatal(err)
			}
			set := accepts(t, dir)
			before := specText(t, dir)
			for _, topic := range r.Topics {
				if !strings.Contains(before, topic.Name) {
					t.Errorf("topic %s is not in the spec", topic.Name)
				}
			}
			if len(set.Platforms) != 1 {
				t.Fatalf("there are %d platforms", len(set.Platforms))
			}
			if _, err := importAll(dir, source()); err != nil {
				t.Fatal(err)
			}
			if after := specText(t, dir); after != before {
				t.Errorf("the second import changes the spec to\n%s", after)
			}
		})
	}
}
