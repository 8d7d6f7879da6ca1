package selfcheck

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected files of testdata/*.txtar")

// TestGolden runs the cases in testdata: the Go files of an archive are those of
// an output folder whose import path is example.com/gen, "problems" is what
// Check says. The last line of the comment may be "go 1.xx", the version of the
// module.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string][]byte{}
			for _, f := range archive.Files {
				if f.Name != "problems" {
					files[f.Name] = f.Data
				}
			}
			problems, err := Check(files, "example.com/gen", versionOf(archive))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, p := range problems {
				b.WriteString(p.Pos.String() + ": " + p.Message + "\n")
			}
			got := b.String()
			for i, f := range archive.Files {
				if f.Name != "problems" || string(f.Data) == got {
					continue
				}
				if !*update {
					t.Errorf("got:\n%s\nwant:\n%s", got, f.Data)
					continue
				}
				archive.Files[i].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func versionOf(archive *txtar.Archive) string {
	lines := strings.Split(strings.TrimSpace(string(archive.Comment)), "\n")
	version, ok := strings.CutPrefix(lines[len(lines)-1], "go ")
	if !ok {
		return ""
	}
	return version
}

// TestCheckAnywhere holds that neither a module nor its state matters.
func TestCheckAnywhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("this is no go.mod\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "-mod=vendor")
	t.Setenv("GOPROXY", "off")
	problems, err := Check(map[string][]byte{
		"a/a.go":      []byte("package a\n\nimport \"encoding/json\"\n\nvar _ json.Number\n"),
		"a/a_test.go": []byte("package a\n\nimport \"testing\"\n\nfunc TestA(*testing.T) {}\n"),
	}, "example.com/gen", "")
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestNoGoCommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Check(map[string][]byte{"a/a.go": []byte("package a\n\nimport _ \"fmt\"\n")}, "example.com/gen", "")
	if err == nil || !strings.Contains(err.Error(), "go command is needed") {
		t.Errorf("error: %v", err)
	}
}
