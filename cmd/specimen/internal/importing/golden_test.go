package importing

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/golden"
	"github.com/specimen-go/specimen/specs/edit"
)

// TestGolden runs testdata/*.txtar. The files in specs are the spec of the platform acme
// before, if there is one. Each line of script is one import: the names of documents, in
// the form of page, and facts of the last one such as retrieved=2026-01-02. printed is
// what they print, and spec the files in the end; check must accept them.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		dir := testfolder.New(t)
		docs := make(map[string]string)
		for _, f := range a.Inputs(func(name string) bool { return name != "script" && name != "printed" && name != "spec" }) {
			if strings.HasPrefix(f.Name, "specs/") {
				write(t, filepath.Join(dir, f.Name), f.Data)
			} else {
				docs[f.Name] = string(f.Data)
			}
		}
		var printed bytes.Buffer
		for line := range strings.Lines(a.Input("script")) {
			fmt.Fprintf(&printed, "$ import acme %s", line)
			if err := importLine(dir, docs, strings.Fields(line), &printed); err != nil {
				fmt.Fprintln(&printed, "error:", err)
			}
		}
		a.Compare(t, "printed", printed.String())
		a.Compare(t, "spec", specText(t, dir))
		accepts(t, dir)
	})
}

func write(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func folder(dir string) specfolder.Folder {
	return specfolder.At(cli.Env{Dir: dir}, "specs")
}

func importLine(dir string, docs map[string]string, words []string, out *bytes.Buffer) error {
	var sources []Source
	for _, w := range words {
		key, value, isFact := strings.Cut(w, "=")
		if !isFact {
			sources = append(sources, page(w, docs[w]))
			continue
		}
		last := &sources[len(sources)-1]
		switch key {
		case "id":
			last.ID = value
		case "as":
			last.File = value
		case "url":
			last.URL = value
		case "retrieved":
			last.Retrieved = value
		}
	}
	planned, err := importAll(dir, sources)
	if err != nil {
		return err
	}
	return planned.Print(cli.Env{Stdout: cli.Stream{Writer: out}, Stderr: cli.Stream{Writer: out}})
}

func importAll(dir string, sources []Source) (*Planned, error) {
	spec, err := addition.Open(folder(dir), "acme")
	if err != nil {
		return nil, err
	}
	defer spec.Close()
	planned, err := Plan(spec, sources, Options{})
	if err != nil {
		return nil, err
	}
	return planned, spec.Write()
}

// specText returns the files of the spec as one text.
func specText(t testing.TB, dir string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "specs", "acme", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s", filepath.Base(name), data)
	}
	return b.String()
}

// accepts fails where the spec has problems, apart from Go names that collide.
func accepts(t testing.TB, dir string) *platform.Set {
	t.Helper()
	set, err := platform.Read(folder(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range set.Problems {
		t.Errorf("check finds %s", d)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "specs", "*", "*.yaml"))
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if form, err := edit.Format(text); err != nil || !bytes.Equal(form, text) {
			t.Errorf("%s is not formatted (%v): got\n%s\nwant\n%s", name, err, text, form)
		}
	}
	return set
}
