package diff

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/spectest"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/diff/*.txtar")

// TestDiff runs testdata/diff/*.txtar. The files in old and new are two states
// of a folder of specs; text, markdown, json and github are what diff says of
// them in these forms, and stderr what it says beside the first of them. Changed
// the other way round, as back shows, everything added is removed.
func TestDiff(t *testing.T) {
	cases, err := filepath.Glob("testdata/diff/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			old, new := spectest.State(t, archive, "old"), spectest.State(t, archive, "new")
			expected := 0
			for i, f := range archive.Files {
				var got string
				switch f.Name {
				case "text", "markdown", "json", "github":
					got, _ = diffed(t, old, new, f.Name)
				case "stderr":
					_, got = diffed(t, old, new, "text")
				case "back":
					got, _ = diffed(t, new, old, "text")
				default:
					continue
				}
				expected++
				if got != string(f.Data) && !*update {
					t.Errorf("%s: %s: got:\n%s\nwant:\n%s", name, f.Name, got, f.Data)
				}
				archive.Files[i].Data = []byte(got)
			}
			if expected == 0 {
				t.Fatal("the case expects nothing")
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
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
