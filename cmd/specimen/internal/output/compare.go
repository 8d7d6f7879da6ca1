package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

// Change is the change of one file.
type Change int

// The changes of a file.
const (
	Missing  Change = iota // does not exist and will be written
	Stale                  // is out of date and will be replaced
	Leftover               // was generated, is no longer needed and will be removed
)

// Plan is the changes that make an output folder hold some files and nothing else.
type Plan struct {
	Changes map[string]Change // by name; unchanged files are not in it
	Foreign []Foreign         // sorted by name; if there are any, nothing may be written
	// Interrupted says that an earlier Write was interrupted. Compare waits for one that
	// is running.
	Interrupted bool

	missing []string // packages
	old     map[string][]byte
}

// MissingPackages returns the folders that lack all of their files, sorted.
func (p Plan) MissingPackages() []string {
	return p.missing
}

// Foreign is something that was not generated where a generated file has to be.
type Foreign struct {
	Name string
	Why  string // the end of a sentence that starts with the name
}

// Compare returns the plan for an output folder, which need not exist. It changes
// nothing.
func Compare(dir string, files map[string][]byte) (Plan, error) {
	root, err := open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		plan := Plan{Changes: map[string]Change{}}
		for name := range files {
			plan.Changes[name] = Missing
		}
		plan.missing = packages(files)
		return plan, nil
	}
	if err != nil {
		return Plan{}, err
	}
	defer root.Close()
	end, interrupted, err := rewrite.View(dir, Staging)
	if err != nil {
		return Plan{}, err
	}
	defer end()
	plan, err := compare(root, files)
	plan.Interrupted = interrupted
	return plan, err
}

// open opens the output folder.
func open(dir string) (*os.Root, error) {
	if err := checkFolder(dir); err != nil {
		return nil, err
	}
	return os.OpenRoot(dir)
}

// checkFolder fails unless the output folder is a folder. A link is refused: it may
// lead anywhere.
func checkFolder(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return &fs.PathError{Op: "open", Path: dir, Err: errors.New("is a link; name the folder it leads to")}
	case !info.IsDir():
		return &fs.PathError{Op: "open", Path: dir, Err: errors.New("is not a folder")}
	}
	return nil
}

func compare(root *os.Root, files map[string][]byte) (Plan, error) {
	plan := Plan{Changes: map[string]Change{}, old: map[string][]byte{}}
	for name := range files {
		plan.Changes[name] = Missing
	}
	at := placesOf(files)
	for _, pkg := range packages(files) {
		if err := comparePackage(root, pkg, files, at, &plan); err != nil {
			return Plan{}, err
		}
	}
	slices.SortFunc(plan.Foreign, func(a, b Foreign) int { return strings.Compare(a.Name, b.Name) })
	return plan, nil
}

// packages returns the top-level folders of files, and pages, sorted.
func packages(files map[string][]byte) []string {
	var all []string
	for name := range files {
		pkg, _, _ := strings.Cut(name, "/")
		all = append(all, pkg)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// comparePackage compares everything in the folder of one package.
func comparePackage(root *os.Root, pkg string, files map[string][]byte, at places, plan *Plan) error {
	found, err := walk(root, pkg)
	if err != nil {
		return err
	}
	for _, f := range found.odd {
		if at.takes(f.Name) {
			plan.Foreign = append(plan.Foreign, f)
		}
	}
	ours, some := found.listed(), false
	for name, data := range found.files {
		want, wanted := files[name]
		if !ours[name] && !wanted {
			if at.takes(name) {
				plan.Foreign = append(plan.Foreign, Foreign{name, "was not generated"})
			}
			continue
		}
		plan.old[name] = data
		some = some || wanted && ours[name]
		switch {
		case wanted && isSame(data, want):
			delete(plan.Changes, name)
		case !ours[name]:
			delete(plan.Changes, name)
			plan.Foreign = append(plan.Foreign, Foreign{name, "was not generated"})
		case wanted:
			plan.Changes[name] = Stale
		default:
			plan.Changes[name] = Leftover
		}
	}
	if !some {
		plan.missing = append(plan.missing, pkg)
	}
	for _, name := range found.dirs {
		if at.files[strings.ToLower(name)] {
			plan.Foreign = append(plan.Foreign, Foreign{name, "is a folder where a file has to be"})
		}
	}
	return nil
}

// places is where generated files go. On some systems, names that differ in case are one.
type places struct {
	files, folders map[string]bool
}

func placesOf(files map[string][]byte) places {
	p := places{files: map[string]bool{}, folders: map[string]bool{}}
	for name := range files {
		name = strings.ToLower(name)
		p.files[name] = true
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			p.folders[dir] = true
		}
	}
	return p
}

// takes reports whether a generated file goes where a file or link has a name, or below it.
func (p places) takes(name string) bool {
	name = strings.ToLower(name)
	return p.files[name] || p.folders[name]
}

// isSame reports whether a file is up to date. A checkout may have replaced the LF of a
// generated file, which never contains CR, with CRLF.
func isSame(data, want []byte) bool {
	return bytes.Equal(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), want)
}

// tree is the content of the folder of a package.
type tree struct {
	files map[string][]byte // regular files
	dirs  []string
	odd   []Foreign // anything else
}

// walk reads the folder of a package, or a page, which need not exist. It never follows
// links.
func walk(root *os.Root, pkg string) (tree, error) {
	t := tree{files: map[string][]byte{}}
	info, err := root.Lstat(pkg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t, nil
	case err != nil:
		return t, err
	case info.Mode()&fs.ModeSymlink != 0:
		t.odd = append(t.odd, Foreign{pkg, "is a link"})
		return t, nil
	case info.Mode().IsRegular() && isPage(pkg):
		data, err := root.ReadFile(pkg)
		t.files[pkg] = data
		return t, err
	case !info.IsDir():
		t.odd = append(t.odd, Foreign{pkg, "is not a folder"})
		return t, nil
	}
	err = fs.WalkDir(root.FS(), pkg, func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // removed meanwhile
		case err != nil:
			return err
		case strings.HasPrefix(path.Base(name), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
			t.dirs = append(t.dirs, name)
		case e.Type()&fs.ModeSymlink != 0:
			t.odd = append(t.odd, Foreign{name, "is a link"})
		case !e.Type().IsRegular():
			t.odd = append(t.odd, Foreign{name, "is not a regular file"})
		default:
			data, err := root.ReadFile(name)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			t.files[name] = data
			return err
		}
		return nil
	})
	return t, err
}
