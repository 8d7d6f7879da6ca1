package rewrite

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

// recover undoes the changes in the journal of an interrupted run, and clears the
// staging folder. It can be repeated.
func (f *Folder) recover() error {
	info, err := f.Root.Lstat(f.options.Staging)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return f.foreign()
	}
	if err := f.onlyOurs(); err != nil {
		return err
	}
	j, err := f.readJournal(journalName)
	if errors.Is(err, fs.ErrNotExist) {
		// Nothing had changed yet, or everything had and was committed.
		j, err = f.readJournal(doneName)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return f.clear(j)
	}
	if err != nil {
		return err
	}
	return f.undo(j)
}

// onlyOurs fails if the staging folder has parts that no run makes.
func (f *Folder) onlyOurs() error {
	entries, err := fs.ReadDir(f.Root.FS(), f.options.Staging)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch e.Name() {
		case newDir, oldDir:
			if !e.IsDir() {
				return f.foreign()
			}
		case draftName, journalName, doneName:
			if !e.Type().IsRegular() {
				return f.foreign()
			}
		default:
			return f.foreign()
		}
	}
	return nil
}

// undo puts back the files of a journal in reverse order: a generated test, which lists
// the generated testdata, exists until that has been put back.
func (f *Folder) undo(j journal) error {
	for _, e := range slices.Backward(j.Files) {
		undo := f.undoOld
		if e.Old == "" {
			undo = f.undoNew
		}
		if err := undo(e); err != nil {
			return err
		}
	}
	if err := f.end(); err != nil {
		return err
	}
	return f.clear(j)
}

// undoNew removes a file that did not exist before, if the run wrote its content.
func (f *Folder) undoNew(e entry) error {
	now, err := f.read(e.Name)
	if isOdd(err) || err == nil && (now == nil || digest(now) != e.New || !f.may(e.Name, now)) {
		return nil
	}
	if err != nil {
		return err
	}
	err = f.do("remove", e.Name, func() error { return patiently(func() error { return f.Root.Remove(e.Name) }) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// undoOld moves the old file back, if it has the old content, and its place is empty or
// has the content that the run wrote.
func (f *Folder) undoOld(e entry) error {
	now, err := f.read(e.Name)
	if isOdd(err) || err == nil && now != nil && (digest(now) != e.New || !f.may(e.Name, now)) {
		return nil
	}
	if err != nil {
		return err
	}
	aside := f.staged(oldDir, e.Name)
	old, err := f.read(aside)
	if isOdd(err) || err == nil && (old == nil || digest(old) != e.Old || !f.may(e.Name, old)) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.move(aside, e.Name)
}

// isOdd reports whether something other than a regular file has the name of a file.
func isOdd(err error) bool { return errors.Is(err, errNotFile) || errors.Is(err, errNotFolder) }

func (f *Folder) may(name string, data []byte) bool {
	return f.options.May == nil || f.options.May(f.Root, name, data)
}

// end records that the folder is complete and only the staging folder is left to clear.
func (f *Folder) end() error {
	return f.do("end", journalName, func() error {
		return patiently(func() error { return f.Root.Rename(f.staged(journalName), f.staged(doneName)) })
	})
}

// clear removes the staging folder, and folders that have become empty.
func (f *Folder) clear(j journal) error {
	for _, e := range j.Files {
		for dir := path.Dir(e.Name); dir != "."; dir = path.Dir(dir) {
			if info, err := f.Root.Lstat(dir); err != nil || !info.IsDir() || f.Root.Remove(dir) != nil {
				break // not empty, most likely
			}
		}
	}
	if _, err := f.Root.Lstat(f.options.Staging); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return f.do("clear", f.options.Staging, func() error {
		return patiently(func() error { return f.Root.RemoveAll(f.options.Staging) })
	})
}
