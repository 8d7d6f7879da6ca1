package rewrite

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Change is the new content of a file.
type Change struct {
	Name string // in the folder, with slashes
	Old  []byte // what was read; nil for a file that is not there
	New  []byte // nil for a file that is to be removed
}

// ChangedError is the error of a file that changed since it was read.
type ChangedError struct{ Name string }

func (e ChangedError) Error() string { return e.Name + ": changed since it was read" }

// The parts of the staging folder.
const (
	newDir      = "new"
	oldDir      = "old"
	draftName   = "draft"   // a journal that is not complete
	journalName = "journal" // there exactly while files may have changed
	doneName    = "done"    // the journal of a run that has ended
)

// Apply makes the changes. If it fails, all files are unchanged, unless undoing fails
// too, which the error says then.
func (f *Folder) Apply(changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	for _, c := range changes {
		if !fs.ValidPath(c.Name) || strings.HasPrefix(c.Name, f.options.Staging) {
			return fmt.Errorf("internal error: %q cannot be the name of a file", c.Name)
		}
	}
	changes = slices.SortedFunc(slices.Values(changes), func(a, b Change) int { return cmp.Compare(a.Name, b.Name) })
	j := journalOf(changes)
	if err := f.stage(changes, j); err != nil {
		return f.failed(err, f.clear(j))
	}
	if err := f.replaceAll(changes); err != nil {
		return f.failed(err, f.undo(j))
	}
	if err := f.end(); err != nil {
		return f.failed(err, f.undo(j))
	}
	return f.clear(j)
}

// stage writes the new files and then the journal.
func (f *Folder) stage(changes []Change, j journal) error {
	for _, c := range changes {
		if c.New == nil {
			continue
		}
		mode, there := f.modeOf(c.Name)
		if err := f.writeFile(f.staged(newDir, c.Name), c.New, mode, there); err != nil {
			return err
		}
	}
	return f.writeJournal(j)
}

// modeOf returns the permissions of a file, for the file that replaces it, and whether
// the file exists. A new file is readable by all, as far as the umask allows.
func (f *Folder) modeOf(name string) (mode fs.FileMode, there bool) {
	if info, err := f.Root.Lstat(name); err == nil && info.Mode().IsRegular() {
		return info.Mode().Perm(), true
	}
	return 0o644, false
}

// unchanged fails if a file differs from what was read.
func (f *Folder) unchanged(c Change) error {
	now, err := f.read(c.Name)
	switch {
	case err != nil:
		return err
	case (now == nil) != (c.Old == nil) || !bytes.Equal(now, c.Old):
		return ChangedError{c.Name}
	}
	return nil
}

// replaceAll keeps the old files and then moves the staged ones into place. Everything
// slow happens before the first move, so that a process that dies rarely leaves some
// files new and some old.
func (f *Folder) replaceAll(changes []Change) error {
	kept := make(map[string]bool)
	for _, c := range changes {
		if c.Old == nil {
			continue
		}
		var err error
		if kept[c.Name], err = f.keep(c.Name); err != nil {
			return err
		}
	}
	for _, c := range changes {
		if err := f.unchanged(c); err != nil {
			return err
		}
		if c.Old != nil && !kept[c.Name] {
			if err := f.move(c.Name, f.staged(oldDir, c.Name)); err != nil {
				return err
			}
		}
		if err := f.replace(c); err != nil {
			return err
		}
	}
	return nil
}

// keep gives the old file a second name, so that the file exists at every moment. It
// reports false on file systems without hard links, where the file has to be moved.
func (f *Folder) keep(name string) (kept bool, err error) {
	old := f.staged(oldDir, name)
	if err := f.Root.MkdirAll(path.Dir(old), 0o755); err != nil {
		return false, err
	}
	return f.do("keep", name, func() error { return f.Root.Link(name, old) }) == nil, nil
}

// replace moves the staged file into place, or removes the old one.
func (f *Folder) replace(c Change) error {
	if c.New != nil {
		return f.move(f.staged(newDir, c.Name), c.Name)
	}
	err := f.do("remove", c.Name, func() error { return patiently(func() error { return f.Root.Remove(c.Name) }) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil // moved aside
	}
	return err
}

// move renames a file, and creates the folder for it.
func (f *Folder) move(from, to string) error {
	return f.do("rename", to, func() error {
		if _, err := f.Root.Lstat(from); err != nil {
			return err
		}
		if err := f.Root.MkdirAll(path.Dir(to), 0o755); err != nil {
			return err
		}
		return patiently(func() error { return f.Root.Rename(from, to) })
	})
}

// writeFile writes a new file and syncs it. With exact, its mode ignores the umask.
func (f *Folder) writeFile(name string, data []byte, mode fs.FileMode, exact bool) error {
	return f.do("write", name, func() (err error) {
		if err := f.Root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		file, err := f.Root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, file.Close()) }()
		if exact {
			if err := file.Chmod(mode); err != nil {
				return err
			}
		}
		if _, err := file.Write(data); err != nil {
			return err
		}
		return file.Sync()
	})
}
