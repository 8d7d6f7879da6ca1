package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/testfolder"
)

// TestInit goes from an empty module to a tested package with what init writes: the tool is in
// go.mod, and the go command runs it.
func TestInit(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Parallel()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", cmd, err, out)
		}
		return string(out)
	}
	specimen := func(args ...string) string {
		t.Helper()
		code, text := runIn(dir, args...)
		if code != cli.ExitFine {
			t.Fatalf("specimen %s: exit %d, %s", args, code, text)
		}
		return text
	}
	run("go", "mod", "init", "example.com/hooks")
	if text := specimen("init", "acme", "--header", "X-Acme-Topic"); !strings.Contains(text, "go get -tool "+module.Program+"@latest") {
		t.Errorf("it says\n%s", text)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, text := range map[string]string{"go.sum": string(read("go.sum")), "order.json": `{"id": 1, "total": "9.50"}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	// What "go get -tool" does, with this checkout in the place of a version. It is given all
	// modules that it would find, for which it would ask the network.
	run("go", append([]string{"mod", "edit"}, toolEdits(t, root, read("go.mod"))...)...)
	if text := specimen("init", "acme"); strings.Contains(text, "go get") || strings.Contains(text, "wrote") {
		t.Errorf("it says\n%s", text)
	}
	specimen("add", "acme", "order/paid", "order.json")
	run("go", "generate", "./...")
	if out := run("go", "test", "./..."); !strings.Contains(out, "ok  \texample.com/hooks/generated/acme\t") {
		t.Errorf("the generated package is not tested:\n%s", out)
	}
	checkAttributes(t, dir)
}

// toolEdits returns the flags with which "go mod edit" makes this checkout, with its go.mod and
// all modules that it requires, a tool of another module.
func toolEdits(t *testing.T, root string, own []byte) []string {
	t.Helper()
	mod := strings.TrimSuffix(module.Program, "/cmd/specimen")
	flags := []string{"-tool=" + module.Program, "-require=" + mod + "@v0.0.0", "-replace=" + mod + "=" + root}
	parsed, err := modfile.Parse("go.mod", own, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range parsed.Require {
		flags = append(flags, "-require="+r.Mod.String())
	}
	return flags
}

// initial returns a module in which init writes three files, in the folder of the specs and in
// the working directory: with a package, two of them are in the latter.
func initial(t *testing.T, withPackage bool) *script {
	t.Helper()
	s := &script{t: t, dir: testfolder.New(t)}
	s.write("go.mod", []byte("module example.com/shop\n\ngo 1.26\n"))
	if withPackage {
		s.write("shop.go", []byte("package shop\n"))
	}
	return s
}

// initVerbs are command lines of init that write to one folder or two.
var initVerbs = [][]string{{"init", "acme"}, {"init", "acme", "--specs", "."}, {"init", "acme", "--specs", "a/b", "--out", "c/d"}}

// TestInitFails makes each step of init fail in turn: no file is there then, and no folder of
// the specs.
func TestInitFails(t *testing.T) {
	t.Parallel()
	for _, args := range initVerbs {
		for _, withPackage := range []bool{false, true} {
			for n := 1; ; n++ {
				s := initial(t, withPackage)
				before := s.names(".")
				code, text, last := s.endingAt(n, noRoom, args...)
				if last == "" {
					if code != cli.ExitFine || len(s.files(".")) != strings.Count(before, "-- ")+3 {
						t.Errorf("%v: exit %d, %s, and there are %v", args, code, text, s.files("."))
					}
					break
				}
				if code != cli.ExitFailure || strings.Count(text, "no more room") != 1 || strings.Contains(text, "wrote") {
					t.Errorf("%v: %s failed: exit %d\n%s", args, last, code, text)
				}
				if got := s.names("."); got != before && !strings.HasPrefix(last, "clear") {
					t.Errorf("%v: %s failed, and there is\n%s", args, last, got)
				}
			}
		}
	}
}

// TestInitKilled ends init before each step without any cleanup: the same command then writes
// what is missing, and leaves nothing else.
func TestInitKilled(t *testing.T) {
	t.Parallel()
	for _, args := range initVerbs {
		for _, withPackage := range []bool{false, true} {
			whole := initial(t, withPackage)
			if code, text := runIn(whole.dir, args...); code != cli.ExitFine {
				t.Fatal(text)
			}
			want := whole.names(".")
			for n := 1; ; n++ {
				s := initial(t, withPackage)
				_, _, last := s.endingAt(n, killed, args...)
				if last == "" {
					break
				}
				if code, text := runIn(s.dir, args...); code != cli.ExitFine || s.names(".") != want {
					t.Errorf("%v, killed before %s: again: exit %d\n%s\n%v", args, last, code, text, s.files("."))
				}
			}
		}
	}
}

// TestInitInTheWay puts something in the place of a file that init writes or reads: it writes
// nothing then.
func TestInitInTheWay(t *testing.T) {
	t.Parallel()
	for _, name := range []string{".gitattributes/x", "specs/acme/platform.yaml/x", "specs/acme", "specs"} {
		s := initial(t, false)
		s.write(name, []byte("x"))
		before := s.names(".")
		if code, text := runIn(s.dir, "init", "acme"); code == cli.ExitFine || strings.Contains(text, "wrote") || s.names(".") != before {
			t.Errorf("with %s: exit %d\n%s\n%s", name, code, text, s.names("."))
		}
	}
}

// checkAttributes checks what git says of the files that init and generate wrote.
func checkAttributes(t *testing.T, dir string) {
	t.Helper()
	if out, err := exec.Command("git", "-C", dir, "init", "-q").CombinedOutput(); err != nil {
		t.Skipf("git init: %v %s", err, out)
	}
	got, err := exec.Command("git", "-C", dir, "check-attr", "linguist-generated",
		"generated/acme/types.go", "generated/acme/decode.go", "generated/payload/doc.go", "specs/generate.go").Output()
	if lines, err := os.ReadFile(filepath.Join(dir, ".gitattributes")); err != nil || !strings.Contains(readme(t), "\n```\n"+string(lines)+"```\n") {
		t.Errorf("README does not show what it writes: %v\n%s", err, lines)
	}
	const want = `generated/acme/types.go: linguist-generated: unset
generated/acme/decode.go: linguist-generated: set
generated/payload/doc.go: linguist-generated: set
specs/generate.go: linguist-generated: unspecified
`
	if err != nil || string(got) != want {
		t.Errorf("git says %v\n%s\nwant\n%s", err, got, want)
	}
}
