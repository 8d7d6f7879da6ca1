package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// impure is what a stage must not use: packages, and names of packages.
var impure = []string{
	"os", "os/exec", "os/signal", "log", "path/filepath", "net", "syscall", "flag", "runtime", "runtime/debug", "crypto/rand",
	"time.Now", "time.Since", "time.Until", "time.After", "time.Sleep", "time.NewTimer", "time.NewTicker", "time.Local",
	"http.Get", "http.Post", "http.DefaultClient", "slog.Default", "slog.Info", "slog.Warn", "slog.Error",
}

// excused lists what packages use of that all the same.
var excused = map[string][]string{
	"infer/golden":              {"os", "flag", "path/filepath"}, // it serves tests
	"emit/runtime/payloadtest":  {"os", "runtime"},               // so does this
	"emit/runtime/receivertest": {"time.Now"},                    // and this: a request is signed now
	// The time of a delivery, where no option is another clock, and the stack of a panic.
	"emit/runtime/receiver": {"time.Now", "runtime/debug"},
	"emit/runtime/record":   {"runtime"}, // a part of a Recorder for each goroutine that can run
}

// TestPure checks that every stage but cmd keeps off files, processes, logs, the clock and the
// environment, and has no function init.
func TestPure(t *testing.T) {
	used := make(map[string][]string) // of impure, by package
	for _, top := range []string{"infer", "specs", "emit"} {
		err := filepath.WalkDir("../../"+top, func(name string, e fs.DirEntry, err error) error {
			if err == nil && e.IsDir() && e.Name() == "testdata" {
				return fs.SkipDir
			}
			if err == nil && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
				pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../../")
				used[pkg] = append(used[pkg], impureIn(t, name)...)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(used) < 30 {
		t.Errorf("%d packages were looked at", len(used))
	}
	for pkg, all := range used {
		for _, what := range all {
			if !slices.Contains(excused[pkg], what) {
				t.Errorf("%s uses %s", pkg, what)
			}
		}
	}
	for pkg, all := range excused {
		for _, what := range all {
			if !slices.Contains(used[pkg], what) {
				t.Errorf("%s does not use %s", pkg, what)
			}
		}
	}
}

// impureIn returns what a file uses that a stage must not.
func impureIn(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	imported := make(map[string]bool) // by the last element of the path
	for _, spec := range f.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		imported[path.Base(name)] = true
		if slices.Contains(impure, name) {
			all = append(all, name)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				all = append(all, "init")
			}
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok && imported[pkg.Name] && slices.Contains(impure, pkg.Name+"."+n.Sel.Name) {
				all = append(all, pkg.Name+"."+n.Sel.Name)
			}
		}
		return true
	})
	return all
}
