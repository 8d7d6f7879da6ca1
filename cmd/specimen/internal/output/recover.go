package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// recover undoes what the journal of an unfinished transaction lists, and clears
// the staging folder. Doing it twice does no harm.
func (t transaction) recover() error {
	if _, err := t.root.Lstat(staging); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	j, err := t.readJournal(journalName)
	if errors.Is(err, fs.ErrNotExist) {
		// Nothing had changed yet, or everything had and was committed.
		j, err = t.readJournal(doneName)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return t.clear(j)
	}
	if err != nil {
		return err
	}
	for _, name := range j.Changed {
		err := t.move(path.Join(oldDir, name), name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, name := range j.Created {
		// Still staged means that it never was moved into place.
		if _, err := t.root.Lstat(path.Join(newDir, name)); err == nil {
			continue
		}
		err := t.do("remove", name, func() error { return t.root.Remove(name) })
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := t.end(); err != nil {
		return err
	}
	return t.clear(j)
}

// end says that the folder is as it should be, and that only clearing is left.
func (t transaction) end() error {
	return t.do("end", journalName, func() error {
		return t.root.Rename(path.Join(staging, journalName), path.Join(staging, doneName))
	})
}

func (t transaction) readJournal(name string) (journal, error) {
	var j journal
	data, err := t.root.ReadFile(path.Join(staging, name))
	if err != nil {
		return j, err
	}
	if err := json.Unmarshal(data, &j); err != nil {
		return j, fmt.Errorf("%s/%s: %w", staging, name, err)
	}
	for _, file := range slices.Concat(j.Changed, j.Created) {
		if !fs.ValidPath(file) {
			return j, fmt.Errorf("%s/%s: %q is no name of a file", staging, name, file)
		}
	}
	return j, nil
}

// clear removes the staging folder, and folders that have become empty.
func (t transaction) clear(j journal) error {
	for _, name := range slices.Concat(j.Changed, j.Created) {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if t.root.Remove(dir) != nil {
				break // not empty, most likely
			}
		}
	}
	if _, err := t.root.Lstat(staging); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return t.do("clear", staging, func() error { return t.root.RemoveAll(staging) })
}
