package output

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Orphan is a folder that holds generated Go files and is not among the packages to keep.
type Orphan struct {
	Name string
	Own  []string // names of files in it that were not generated, sorted
}

// Orphans returns the orphans of an output folder, sorted. Nothing removes them, because
// they may come from another folder of specs.
func Orphans(dir string, keep []string) ([]Orphan, error) {
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
	var orphans []Orphan
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") || slices.Contains(keep, e.Name()) {
			continue
		}
		t, err := walk(root, e.Name())
		if err != nil {
			return nil, err
		}
		if ours := t.listed(); len(ours) > 0 {
			orphans = append(orphans, Orphan{e.Name(), t.except(ours)})
		}
	}
	return orphans, nil
}

// except returns the names of the files that are not among others.
func (t tree) except(others map[string]bool) []string {
	var names []string
	for _, f := range t.odd {
		names = append(names, f.Name)
	}
	for name := range t.files {
		if !others[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
