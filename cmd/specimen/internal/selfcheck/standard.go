package selfcheck

import (
	"context"
	"errors"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
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
	// The standard library is the same for every module; without one, the state
	// of the user's go.mod and vendor folder does not matter.
	var out []byte
	err := interruptible(func(ctx context.Context) (err error) {
		out, _, err = run(ctx, os.TempDir(), []string{"GO111MODULE=off"}, args)
		return err
	})
	if err != nil {
		return nil, err
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
