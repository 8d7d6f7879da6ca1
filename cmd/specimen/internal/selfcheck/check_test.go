package selfcheck

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden checks the Go files of each archive as those of an output folder whose
// import path is example.com/gen. The output is problems. The last line of the
// comment may be "go 1.xx", the version of the module.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		files := map[string][]byte{}
		for _, f := range a.Inputs(func(name string) bool { return name != "problems" }) {
			files[f.Name] = f.Data
		}
		problems, err := new(Checker).Check(files, "example.com/gen", versionOf(a.Archive))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, p := range problems {
			b.WriteString(p.Pos.String() + ": " + p.Message + "\n")
		}
		a.Require(t, "problems", b.String())
	})
}

func versionOf(archive *txtar.Archive) string {
	lines := strings.Split(strings.TrimSpace(string(archive.Comment)), "\n")
	version, ok := strings.CutPrefix(lines[len(lines)-1], "go ")
	if !ok {
		return ""
	}
	return version
}

// TestCheckAnywhere checks that neither a module nor its state matters.
func TestCheckAnywhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("this is no go.mod\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "-mod=vendor")
	t.Setenv("GOPROXY", "off")
	problems, err := new(Checker).Check(map[string][]byte{
		"a/a.go":      []byte("package a\n\nimport \"encoding/json\"\n\nvar _ json.Number\n"),
		"a/a_test.go": []byte("package a\n\nimport \"testing\"\n\nfunc TestA(*testing.T) {}\n"),
	}, "example.com/gen", "")
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestNoGoCommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := new(Checker).Check(map[string][]byte{"a/a.go": []byte("package a\n\nimport _ \"fmt\"\n")}, "example.com/gen", "")
	if err == nil || !strings.Contains(err.Error(), "go command is needed") {
		t.Errorf("error: %v", err)
	}
}
