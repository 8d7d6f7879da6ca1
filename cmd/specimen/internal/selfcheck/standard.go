package selfcheck

import (
	"bytes"
	"errors"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
)

// standard returns an importer for packages of the standard library.
func standard(fset *token.FileSet, paths []string) (types.Importer, error) {
	if len(paths) == 0 {
		return importer.Default(), nil
	}
	exports, err := exportData(paths)
	if err != nil {
		return nil, err
	}
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := exports[path]
		if !ok {
			return nil, errors.New("not in the standard library")
		}
		return os.Open(file)
	}), nil
}

// exportData asks the go command where the compiled form of packages is, by
// import path. It compiles what is not in its cache.
func exportData(paths []string) (map[string]string, error) {
	args := append([]string{"list", "-export", "-e", "-f", "{{if .Standard}}{{.ImportPath}}={{.Export}}{{end}}", "--"}, paths...)
	cmd := exec.Command("go", args...)
	// The standard library is the same for every module; without one, the state
	// of the user's go.mod, workspace and vendor folder does not matter.
	cmd.Dir = os.TempDir()
	cmd.Env = append(os.Environ(), "GO111MODULE=off", "GOFLAGS=", "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("the go command is needed to check the generated code, and is not in PATH")
	}
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		if file != "" {
			exports[path] = file
		}
	}
	return exports, nil
}
