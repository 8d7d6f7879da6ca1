package diff

import (
	"bytes"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestDiff runs testdata/*.txtar. The files in old and new are two states of a folder
// of specs; text, markdown, json and github are what diff prints of them in these
// formats, stderr what it prints beside the first of them, and back the text for the
// states the other way round.
func TestDiff(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		old, new := spectest.State(t, a, "old"), spectest.State(t, a, "new")
		for _, format := range []string{"text", "markdown", "json", "github"} {
			stdout, stderr := diffed(t, old, new, format)
			a.Compare(t, format, stdout)
			if format == "text" {
				a.Compare(t, "stderr", stderr)
			}
		}
		back, _ := diffed(t, new, old, "text")
		a.Compare(t, "back", back)
	})
}

func diffed(t *testing.T, old, new *platform.Set, format string) (stdout, stderr string) {
	t.Helper()
	r, err := changes.Compare(old, new, "main")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	env := cli.Env{Stdout: cli.Stream{Writer: &out}, Stderr: cli.Stream{Writer: &errs}}
	if err := (printer{r}).print(env, format, new.Line); err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String()
}
