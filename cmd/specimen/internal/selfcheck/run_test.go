package selfcheck

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// trial is packages, by name, with a test each; all import a package payload.
func trial(tests map[string]string) Trial {
	t := Trial{
		Files: map[string][]byte{"payload/payload.go": []byte("package payload\n\nconst Name = \"p\"\n")},
		Base:  "example.com/gen", GoVersion: "1.26",
	}
	for name, text := range tests {
		t.Packages = append(t.Packages, t.Base+"/"+name)
		t.Files[name+"/"+name+".go"] = []byte("package " + name + "\n\nimport _ \"example.com/gen/payload\"\n")
		t.Files[name+"/testdata/p"] = []byte("x")
		if text != "" {
			t.Files[name+"/"+name+"_test.go"] = []byte("package " + name + "\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\nvar _ = os.Args\n\n" + text)
		}
	}
	return t
}

const fine = "func TestFine(t *testing.T) {\n\tif _, err := os.ReadFile(\"testdata/p\"); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n"

// TestRun checks that the tests that fail are found, and only they. A package that
// breaks off is a failure, one that does not build or start is an error with what go
// says.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Setenv("GOPROXY", "off")
	for _, c := range []struct {
		what       string
		tests      map[string]string
		want, said string
	}{
		{"fine", map[string]string{"fine": fine, "untested": ""}, "[]", ""},
		{"failing", map[string]string{
			"fine":   fine,
			"broken": "func TestA(t *testing.T) {\n\tt.Run(\"one\", func(*testing.T) {})\n\tt.Run(\"two\", func(t *testing.T) { t.Error(\"no\") })\n}\n",
			"panics": "func TestP(*testing.T) { panic(1) }\n\nfunc TestQ(*testing.T) {}\n",
			"exits":  "func TestE(*testing.T) { os.Exit(3) }\n\nfunc TestF(*testing.T) {}\n",
		}, "[{example.com/gen/broken TestA/two} {example.com/gen/exits } {example.com/gen/panics TestP}]", ""},
		{"unbuilt", map[string]string{"fine": fine, "unbuilt": "func TestU(*testing.T) { var x int = \"\" }\n"}, "[]", "did not run any test of example.com/gen/unbuilt:\n# example.com/gen/unbuilt"},
		{"does not start", map[string]string{"early": fine + "\nfunc init() { println(\"no such system\"); os.Exit(3) }\n"}, "[]", "of example.com/gen/early:\nno such system"},
		{"main runs none", map[string]string{"none": fine + "\nfunc TestMain(*testing.M) {}\n"}, "[]", "did not run any test of example.com/gen/none"},
		{"main runs some", map[string]string{"some": fine + "\nfunc TestOther(*testing.T) {}\n\nfunc TestMain(m *testing.M) { os.Args = append(os.Args, \"-test.run=Fine\"); m.Run() }\n"}, "[]", "did not run TestOther of example.com/gen/some"},
	} {
		t.Run(c.what, func(t *testing.T) {
			failed, err := trial(c.tests).Run()
			if c.said == "" {
				if got := fmt.Sprint(failed); err != nil || got != c.want {
					t.Errorf("got %v, %v, want %s", got, err, c.want)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("got %v, %v, want an error with %q", failed, err, c.said)
			}
		})
	}
}

// TestEnvironment checks that nothing in the environment keeps tests from being run, or
// from being run as they are: a workspace, flags, another system, a vendor folder, the
// file of go env -w.
func TestEnvironment(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	dir := t.TempDir()
	module := filepath.Join(dir, "svc")
	x := trial(map[string]string{"acme": "func TestA(t *testing.T) { t.Error(\"no\") }\n"})
	if err := x.write(module); err != nil {
		t.Fatal(err)
	}
	config := "GOFLAGS=-run=XXX\nGOOS=js\nGOARCH=wasm\n"
	for name, text := range map[string]string{"go.work": "go 1.99\n\nuse ./other\n", "env": config, "svc/vendor/modules.txt": "# none\n"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOENV", filepath.Join(dir, "env"))
	t.Chdir(module)
	for name, value := range map[string]string{
		"GOOS": "windows", "GOARCH": "wasm", "GO111MODULE": "off", "GOWORK": filepath.Join(dir, "go.work"), "GOEXPERIMENT": "nonsense", "GOAMD64": "v9",
	} {
		t.Setenv(name, value)
	}
	t.Setenv("GOFLAGS", "-run=XXX -n -list=. -skip=. -mod=vendor") // each of which would run no test
	for _, x.Dir = range []string{"", module} {
		if failed, err := x.Run(); err != nil || fmt.Sprint(failed) != "[{example.com/gen/acme TestA}]" {
			t.Errorf("in %q: got %v, %v", x.Dir, failed, err)
		}
	}
}

// TestRunInPlace checks that a run in the output folder counts only where all is well
// there.
func TestRunInPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	t.Setenv("GOPROXY", "off")
	x := trial(map[string]string{"fine": fine})
	x.Dir = t.TempDir() // in no module
	if failed, err := x.Run(); err != nil || len(failed) > 0 {
		t.Errorf("got %v, %v", failed, err)
	}
	if err := x.write(x.Dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(x.Dir, "fine", "testdata", "p")); err != nil {
		t.Fatal(err)
	}
	if failed, err := x.Run(); err != nil || len(failed) > 0 {
		t.Errorf("got %v, %v", failed, err)
	}
}

func TestRunWithoutGo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := trial(map[string]string{"fine": fine}).Run(); !errors.Is(err, errNoGo) {
		t.Errorf("got %v, want %v", err, errNoGo)
	}
}

// TestCheckElsewhere checks that files are checked for the system that this is,
// whatever is built for otherwise.
func TestCheckElsewhere(t *testing.T) {
	t.Setenv("GOOS", "windows")
	t.Setenv("GOFLAGS", "-n")
	problems, err := new(Checker).Check(map[string][]byte{"a/a.go": []byte("package a\n\nimport \"os\"\n\nvar _ = os.DevNull\n")}, "example.com/gen", "")
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v on %s", problems, err, runtime.GOOS)
	}
}
