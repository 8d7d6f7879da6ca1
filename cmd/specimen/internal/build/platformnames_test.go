package build_test

import (
	"bytes"
	"fmt"
	gobuild "go/build"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/module"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs"
)

// TestPlatformNames checks that every name that means something to Go, to the go
// command or to what is generated is refused with a hint, or gives a package that
// compiles and that the go command builds and tests (C8).
func TestPlatformNames(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	refused := []string{
		"documentation", "main", "init", "internal", "vendor", "testdata", "payload", "receive", "json",
		"string", "nil", "any", "len", "type", "range", "con", "nul", "com1", "lpt9",
		"", "_x", ".x", "_", "x_test", "x_linux", "x_windows_amd64", "x-y", "x.y", "1x", "X", "ä", "a/b", "..", strings.Repeat("x", 41),
	}
	taken := []string{
		// Of the go command: patterns, and parts of paths and of the names of files.
		"test", "cmd", "std", "all", "tool", "mod", "builtin", "cgo", "c", "ignore", "linux", "windows", "amd64", "unix", "race", "example", "plugin",
		// Of packages and variables in generated code.
		"payloadtest", "wire", "state", "receiver", "signature", "profile", "context", "http", "jsontext", "testing", "slices", "reflect", "os", "fmt", "unsafe", "delivery", "event", "topic", "name", "text", "err", "v", "b", "i", "r", "at", "list", "key",
		"con1", "com", "com10", "x", strings.Repeat("x", 40),
	}
	for tok := token.Token(0); tok < token.TILDE; tok++ {
		if tok.IsKeyword() {
			refused = append(refused, tok.String())
		}
	}
	refused = append(refused, emit.SupportFolders()...)
	for _, name := range refused {
		if problem, hint := specs.CheckPlatformName(name); problem == "" || hint == "" {
			t.Errorf("%q: the problem is %q, and the hint %q", name, problem, hint)
		}
	}
	files := filesOfAll(t, platformsNamed(t, taken))
	if problems, err := new(selfcheck.Checker).Check(files, "example.com/generated", "1.26"); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	got := listed(t, files)
	count := 8
	if slices.Contains(gobuild.Default.ToolTags, "goexperiment.jsonv2") && slices.Contains(gobuild.Default.ReleaseTags, "go1.27") {
		count++ // encode_v2.go
	}
	for _, name := range taken {
		if want := fmt.Sprintf("%s example.com/generated/%[1]s %d 2 <nil>", name, count); !got[want] {
			t.Errorf("the go command does not say %q, but\n%s", want, strings.Join(slices.Sorted(maps.Keys(got)), "\n"))
			break
		}
	}
}

// platformsNamed returns platforms with the names.
func platformsNamed(t *testing.T, names []string) []*specs.Platform {
	t.Helper()
	spec := fstest.MapFS{}
	for _, name := range names {
		spec[name+"/platform.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, `platform: %s
title: Title
topic: {member: /topic}
topics:
  a:
    event: A
    examples:
      - name: one
        payload: |
          {"topic": "a", "list": [{"id": 1.50}], "text": null}
`, name)}
	}
	set, err := specs.Load(spec, "specs")
	if err != nil || len(set.Diagnostics) > 0 {
		t.Fatal(err, set.Diagnostics)
	}
	return set.Platforms
}

// filesOfAll returns the generated files of platforms, and those that they import.
func filesOfAll(t *testing.T, platforms []*specs.Platform) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, f := range emit.Support("example.com/generated") {
		files[f.Name] = f.Data
	}
	for _, p := range platforms {
		made, problems := build.Files(platform.Of(p, nil), module.Target{Base: "example.com/generated", GoVersion: "1.26"})
		if made == nil || len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, f := range made {
			files[f.Name] = f.Data
		}
	}
	return files
}

// listed returns what the go command says of each package of the files: its name and path,
// how many files and tests it has, and an error.
func listed(t *testing.T, files map[string][]byte) map[string]bool {
	t.Helper()
	dir, disk := t.TempDir(), fstest.MapFS{"go.mod": {Data: []byte("module example.com/generated\n\ngo 1.26\n")}}
	for name, data := range files {
		disk[name] = &fstest.MapFile{Data: data}
	}
	if err := os.CopyFS(dir, disk); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-e", "-f", "{{.Name}} {{.ImportPath}} {{len .GoFiles}} {{len .TestGoFiles}} {{.Error}}", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=", "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for line := range bytes.Lines(out) {
		got[strings.TrimSpace(string(line))] = true
	}
	return got
}
