package diff

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

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

// TestMarkdownSize checks that a report of any number of changes fits into a comment of
// GitHub, and says what it leaves out.
func TestMarkdownSize(t *testing.T) {
	t.Parallel()
	var topics strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&topics, "  topic/%d: {payload: undocumented}\n", i)
	}
	spec := func(name, topics string) fstest.MapFS {
		return fstest.MapFS{name + "/platform.yaml": {Data: []byte("platform: " + name + "\ntitle: X\ntopic: {header: X}\ntopics:\n  a: {payload: undocumented}\n" + topics)}}
	}
	many, few := spec("acme", topics.String()), spec("acme", "")
	maps.Copy(many, spec("bcme", "  b: {payload: undocumented}\n"))
	maps.Copy(few, spec("bcme", ""))
	for _, pair := range [][2]fstest.MapFS{{few, many}, {many, few}} {
		got, _ := diffed(t, spectest.Load(t, pair[0]), spectest.Load(t, pair[1]), "markdown")
		shown := strings.Count(got, "\n| `topic/") + strings.Count(got, "\n| `b`")
		if left := fmt.Sprintf("\n%d more changes not shown", 3001-shown); len(got) > 65536 || shown < 100 || !strings.Contains(got, left) {
			t.Errorf("%d bytes, %d of 3001 changes shown, without %q", len(got), shown, left)
		}
	}
}
