package selfcheck

import (
	"errors"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// standard returns an importer for packages of the standard library.
func (k *Checker) standard(fset *token.FileSet, paths []string) (types.Importer, error) {
	if len(paths) == 0 {
		return importer.Default(), nil
	}
	exports, err := k.exportData(paths)
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

// exportData returns the files of compiled packages, by import path.
func (k *Checker) exportData(paths []string) (map[string]string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	unknown := slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return k.exports[path] != "" })
	if len(unknown) > 0 {
		found, err := exportData(unknown)
		if err != nil {
			return nil, err
		}
		if k.exports == nil {
			k.exports = make(map[string]string)
		}
		maps.Copy(k.exports, found)
	}
	return maps.Clone(k.exports), nil
}

// exportData asks the go command for the files of compiled packages, by import path.
// The go command compiles packages that are not in its cache.
func exportData(paths []string) (map[string]string, error) {
	args := append([]string{"list", "-export", "-e", "-f", "{{if .Standard}}{{.ImportPath}}={{.Export}}{{end}}", "--"}, paths...)
	out, err := outside(args...)
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
