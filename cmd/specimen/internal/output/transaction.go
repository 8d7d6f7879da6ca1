package output

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
)

// The parts of the staging folder.
const (
	newDir      = staging + "/new"
	oldDir      = staging + "/old"
	journalName = "journal"
	doneName    = "done" // the journal of a transaction that has ended
)

// transaction changes files in steps that can all be undone.
type transaction struct {
	root *os.Root
	step func(op, name string) error
}

// journal lists the files that a transaction changes, in order. It is there
// exactly while some of them may have changed.
type journal struct {
	Changed []string // replaced or removed; the old file is below oldDir
	Created []string
}

// run carries out a plan. When it fails, the folder is as it was, unless undoing
// fails too, which the error then says.
func (t transaction) run(plan Plan, files map[string][]byte) error {
	var j journal
	for _, name := range plan.Names() {
		if plan.Changes[name] == Missing {
			j.Created = append(j.Created, name)
		} else {
			j.Changed = append(j.Changed, name)
		}
	}
	if err := t.stage(plan, files, j); err != nil {
		return errors.Join(err, t.clear(j))
	}
	if err := t.apply(plan); err != nil {
		return errors.Join(err, t.recover())
	}
	if err := t.end(); err != nil {
		return errors.Join(err, t.recover())
	}
	return t.clear(j)
}

// stage writes the new files and, at last, the journal.
func (t transaction) stage(plan Plan, files map[string][]byte, j journal) error {
	for _, name := range plan.Names() {
		if plan.Changes[name] == Leftover {
			continue
		}
		if err := t.writeFile(path.Join(newDir, name), files[name]); err != nil {
			return err
		}
	}
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	// Written under another name first: a journal is whole or not there.
	if err := t.writeFile(path.Join(staging, "draft"), data); err != nil {
		return err
	}
	return t.do("rename", journalName, func() error {
		return t.root.Rename(path.Join(staging, "draft"), path.Join(staging, journalName))
	})
}

// apply puts the old files aside and then moves the staged ones into place. All
// that takes long is over before the first of them moves, so that a process that
// dies hardly ever leaves some files new and some old.
func (t transaction) apply(plan Plan) error {
	kept := make(map[string]bool)
	for _, name := range plan.Names() {
		if plan.Changes[name] == Missing {
			continue
		}
		var err error
		if kept[name], err = t.keep(name); err != nil {
			return err
		}
	}
	for _, name := range plan.Names() {
		c := plan.Changes[name]
		if c != Missing && !kept[name] {
			if err := t.move(name, path.Join(oldDir, name)); err != nil {
				return err
			}
		}
		if err := t.replace(name, c); err != nil {
			return err
		}
	}
	return nil
}

// keep gives the old file a second name, so that there is no moment without
// the file. It reports false where that is impossible, as file systems without
// second names have it: then the file has to be moved aside.
func (t transaction) keep(name string) (kept bool, err error) {
	old := path.Join(oldDir, name)
	if err := t.root.MkdirAll(path.Dir(old), 0o755); err != nil {
		return false, err
	}
	return t.do("keep", name, func() error { return t.root.Link(name, old) }) == nil, nil
}

// replace moves the staged file into place, or removes what is left over.
func (t transaction) replace(name string, c Change) error {
	if c != Leftover {
		return t.move(path.Join(newDir, name), name)
	}
	err := t.do("remove", name, func() error { return t.root.Remove(name) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil // moved aside
	}
	return err
}

// move renames a file, into a folder that need not be there.
func (t transaction) move(from, to string) error {
	return t.do("rename", to, func() error {
		if _, err := t.root.Lstat(from); err != nil {
			return err
		}
		if err := t.root.MkdirAll(path.Dir(to), 0o755); err != nil {
			return err
		}
		return t.root.Rename(from, to)
	})
}

// writeFile writes a new file down to the disk.
func (t transaction) writeFile(name string, data []byte) error {
	return t.do("write", name, func() (err error) {
		if err := t.root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		f, err := t.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		// Whatever the umask is: a generated file is one like any other.
		if err := f.Chmod(0o644); err != nil {
			return err
		}
		if _, err := f.Write(data); err != nil {
			return err
		}
		return f.Sync()
	})
}

// do carries out one step.
func (t transaction) do(op, name string, f func() error) error {
	if err := t.step(op, name); err != nil {
		return err
	}
	return f()
}
