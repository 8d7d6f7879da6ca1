package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestImportForms imports documents of all forms into empty folders, each as a platform of
// its own: suggest, generate and check accept what import writes.
func TestImportForms(t *testing.T) {
	dir := testfolder.New(t)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/forms\n\ngo 1.26\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, a := range golden.Read(t, "internal/document/reading/testdata/*.txtar") {
		name := "p" + strings.NewReplacer("-", "", ".", "").Replace(a.Name)
		if err := os.WriteFile(filepath.Join(dir, a.Name), []byte(a.Input("document")), 0o644); err != nil {
			t.Fatal(err)
		}
		code, text := runIn(dir, "import", name, a.Name, "--retrieved", "2026-01-02", "--new")
		if _, err := os.Stat(filepath.Join(dir, "specs", name)); err == nil {
			count++
		} else if code != 1 {
			t.Errorf("%s: import exits with %d and writes nothing:\n%s", a.Name, code, text)
		}
	}
	if count < 20 {
		t.Errorf("%d documents became specs", count)
	}
	for _, args := range [][]string{{"suggest", "-w"}, {"generate"}, {"check", "--quick"}} {
		if code, text := runIn(dir, args...); code != 0 || strings.Contains(text, "warning:") {
			t.Errorf("%v exits with %d:\n%s", args, code, text)
		}
	}
}
