// Package rewrite changes files that people own: all of some files or none, each
// one at once, and none that somebody changed meanwhile.
package rewrite

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Change is the new content of a file.
type Change struct {
	Name     string // in the folder, with slashes
	Old, New []byte // Old is nil for a file that is not there yet
}

// ErrChanged is the error of a file that is no longer what it was.
var ErrChanged = errors.New("the file has changed meanwhile")

// Write makes the changes in a folder, which it creates if need be. When it
// fails, all files are as before, unless that fails too, which the error then
// says.
func Write(dir string, changes []Change) error {
	var staged []string
	defer func() {
		for _, name := range staged {
			_ = os.Remove(name) // the names of files that did not get their place
		}
	}()
	for _, c := range changes {
		name := filepath.Join(dir, filepath.FromSlash(c.Name))
		if err := unchanged(name, c.Old); err != nil {
			return err
		}
		temporary, err := stage(name, c)
		if temporary != "" {
			staged = append(staged, temporary)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	for i, c := range changes {
		if err := os.Rename(staged[i], filepath.Join(dir, filepath.FromSlash(c.Name))); err != nil {
			return errors.Join(err, undo(dir, changes[:i]))
		}
	}
	return nil
}

// unchanged holds that a file is what it was when it was read.
func unchanged(name string, old []byte) error {
	now, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && old == nil:
		return nil
	case err != nil:
		return err
	case old == nil || !bytes.Equal(now, old):
		return fmt.Errorf("%s: %w", name, ErrChanged)
	}
	return nil
}

// stage writes the new content beside a file, under a name that nothing reads,
// and returns that name as soon as there is such a file.
func stage(name string, c Change) (temporary string, err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	if err := f.Chmod(mode); err != nil {
		return f.Name(), err
	}
	if _, err := f.Write(c.New); err != nil {
		return f.Name(), err
	}
	return f.Name(), f.Sync()
}

// undo puts back what was changed.
func undo(dir string, changes []Change) error {
	var all []error
	for _, c := range changes {
		name := filepath.Join(dir, filepath.FromSlash(c.Name))
		if c.Old == nil {
			all = append(all, os.Remove(name))
			continue
		}
		temporary, err := stage(name, Change{Name: c.Name, New: c.Old})
		if err == nil {
			err = os.Rename(temporary, name)
		}
		all = append(all, err)
	}
	return errors.Join(all...)
}
