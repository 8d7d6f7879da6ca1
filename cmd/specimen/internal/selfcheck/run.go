package selfcheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Failure is one test that fails.
type Failure struct {
	Package string // import path
	Test    string // "TestExamples/orders-create/plain", or "" for the package as a whole
}

// Run runs the tests of packages, by import path, in a folder of their module,
// and returns those that fail, sorted. They try one mutation of each value of
// each example: every example is decoded and encoded again. The error is one of
// running them.
func Run(dir string, packages []string) ([]Failure, error) {
	args := append([]string{"test", "-json", "-short", "-vet=off"}, packages...)
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("the go command is needed to run the generated code, and is not in PATH")
	}
	if err == nil {
		return nil, nil
	}
	failed := failures(stdout.Bytes())
	if len(failed) == 0 {
		return nil, fmt.Errorf("go test: %w\n%s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return failed, nil
}

// failures reads what go test -json says. A test whose subtests fail is left out,
// and so is a package whose tests do.
func failures(events []byte) []Failure {
	var all []Failure
	for line := range bytes.Lines(events) {
		var event struct{ Action, Package, Test string }
		if json.Unmarshal(line, &event) == nil && event.Action == "fail" {
			all = append(all, Failure{event.Package, event.Test})
		}
	}
	all = slices.DeleteFunc(all, func(f Failure) bool {
		return slices.ContainsFunc(all, func(g Failure) bool {
			return g.Package == f.Package && (f.Test == "" && g.Test != "" || strings.HasPrefix(g.Test, f.Test+"/"))
		})
	})
	slices.SortFunc(all, func(a, b Failure) int {
		return strings.Compare(a.Package+" "+a.Test, b.Package+" "+b.Test)
	})
	return all
}

// Stage writes files, by name in the output folder whose import path is base, to
// a module of their own in a temporary folder, where Run can run their tests.
// Generated packages import the standard library and each other only, so that is
// all they need.
func Stage(files map[string][]byte, base, goVersion string) (dir string, err error) {
	if dir, err = os.MkdirTemp("", "specimen-check-"); err != nil {
		return "", err
	}
	write := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		err = errors.Join(err, os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, data, 0o644))
	}
	text := "module " + base + "\n"
	if goVersion != "" {
		text += "\ngo " + goVersion + "\n"
	}
	write("go.mod", []byte(text))
	for name, data := range files {
		write(name, data)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(dir))
	}
	return dir, nil
}
