package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/specs"
)

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
			old, new := stateOf(t, archive, "old"), stateOf(t, archive, "new")
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

// stateOf loads the specs in a folder of an archive.
func stateOf(t *testing.T, archive *txtar.Archive, folder string) *specs.Set {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, folder+"/"); ok {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return loadFS(t, files)
}

// TestDiffOfLink: what was there, but could not be read, is no new platform.
func TestDiffOfLink(t *testing.T) {
	files := fstest.MapFS{
		"acme/platform.yaml": {Data: []byte("platform: acme\ntitle: Acme\ntopic: {header: X}\n")},
		"bcme/platform.yaml": {Data: []byte("platform: bcme\ntitle: Bcme\ntopic: {header: X}\n")},
	}
	now := loadFS(t, files)
	delete(files, "bcme/platform.yaml")
	files["bcme"] = &fstest.MapFile{Data: []byte("../elsewhere"), Mode: fs.ModeSymlink}
	before, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	var usage usageError
	if c, err := compareSets(before, now, "main", "specs", nil); !errors.As(err, &usage) || !strings.Contains(usage.message, "specs/bcme: is a link") {
		t.Errorf("got %v, %v", c, err)
	}
}

func loadFS(t *testing.T, files fs.FS) *specs.Set {
	t.Helper()
	set, err := specs.Load(files, "specs")
	if err != nil {
		t.Fatal(err)
	}
	if set.Diagnostics.HasErrors() {
		t.Fatal(set.Diagnostics)
	}
	return set
}

func diffed(t *testing.T, old, new *specs.Set, format string) (stdout, stderr string) {
	t.Helper()
	c, err := compareSets(old, new, "main", "specs", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.problems) > 0 {
		t.Fatal(c.problems)
	}
	var out, errs bytes.Buffer
	if err := c.write(app{stdout: stream{Writer: &out}, stderr: stream{Writer: &errs}}, format, new.Line); err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String()
}
