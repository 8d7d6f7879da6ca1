package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// RefusedError is the error of a change that the system refused. All files are as before.
type RefusedError struct {
	Doing  string // "write", "remove", "change", which is one of them, or "create"
	Name   string // of the file, relative to the folder; "" stands for the folder itself
	Within string // the folder in which that was refused, likewise; it may lie above
	Err    error  // what the system says, without the names of files

	step error
}

func (e RefusedError) Error() string { return e.step.Error() }
func (e RefusedError) Unwrap() error { return e.step }

// stepError is the error of one step.
type stepError struct {
	op, name string
	error
}

func (e stepError) Unwrap() error { return e.error }

// systemError returns what the system says in an error about files, or nil for another
// error.
func systemError(err error) error {
	var one *fs.PathError
	var two *os.LinkError
	switch {
	case errors.As(err, &one):
		return one.Err
	case errors.As(err, &two):
		return two.Err
	}
	return nil
}

// failed returns the error of Apply: that of a step, and that of undoing the steps before
// it.
func (f *Folder) failed(err, undoing error) error {
	var step stepError
	said := systemError(err)
	if undoing != nil || said == nil || !errors.As(err, &step) {
		return errors.Join(err, undoing)
	}
	e := RefusedError{Doing: "write", Name: step.name, Within: ".", Err: said, step: err}
	if step.op == "remove" {
		e.Doing = "remove"
	}
	staged, isNew := strings.CutPrefix(step.name, f.staged(newDir)+"/")
	aside, isOld := strings.CutPrefix(step.name, f.staged(oldDir)+"/")
	if isOld {
		e.Doing, e.Name = "change", aside
	}
	switch {
	case isNew:
		e.Name = staged
	case step.name == journalName || strings.HasPrefix(e.Name, f.options.Staging):
		e.Name = ""
	default:
		e.Within = path.Dir(e.Name)
		for ; e.Within != "."; e.Within = path.Dir(e.Within) {
			if _, err := f.Root.Lstat(e.Within); err == nil {
				break
			}
		}
	}
	return e
}

// notCreated returns the error of creating a folder.
func notCreated(dir string, err error) error {
	said := systemError(err)
	if said == nil {
		return err
	}
	e := RefusedError{Doing: "create", Within: ".", Err: said, step: err}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			return e
		}
		e.Within = path.Join(e.Within, "..")
	}
}
