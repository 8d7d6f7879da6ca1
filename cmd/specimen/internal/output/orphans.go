package output

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Orphans returns the folders of an output folder that hold generated Go files and are
// not among the packages to keep, sorted. Nothing removes them, because they may come
// from another folder of specs.
func Orphans(dir string, keep []string) ([]string, error) {
	root, err := open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, err
	}
	var orphans []string
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") || slices.Contains(keep, e.Name()) {
			continue
		}
		t, err := walk(root, e.Name())
		if err != nil {
			return nil, err
		}
		if len(t.listed()) > 0 {
			orphans = append(orphans, e.Name())
		}
	}
	return orphans, nil
}
