package rewrite

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"time"
)

// journal lists the files that a run changes, in order.
type journal struct {
	Files []entry
}

// entry is a file of a journal, with the digests of its content before and after the
// run; "" stands for a file that does not exist.
type entry struct {
	Name     string
	Old, New string
}

func journalOf(changes []Change) journal {
	var j journal
	for _, c := range changes {
		j.Files = append(j.Files, entry{c.Name, digest(c.Old), digest(c.New)})
	}
	return j
}

// digest returns the digest of a content, or "" for nil.
func digest(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// markOf returns the modification time of a journal. It is computed from the text and
// lies long in the past, so that a checkout or a copy does not have it by accident. It
// is a multiple of two seconds, which all file systems can store.
func markOf(text []byte) time.Time {
	const from, years = 631152000, 30 // 1990
	sum := sha256.Sum256(text)
	seconds := binary.BigEndian.Uint64(sum[:8]) % (years * 365 * 24 * 3600 / 2) * 2
	return time.Unix(from+int64(seconds), 0)
}

// writeJournal writes a journal with its modification time. It is written under another
// name first, so that a journal is never incomplete.
func (f *Folder) writeJournal(j journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	draft := f.staged(draftName)
	if err := f.writeFile(draft, text, 0o644, false); err != nil {
		return err
	}
	return f.do("rename", journalName, func() error {
		if err := f.Root.Chtimes(draft, markOf(text), markOf(text)); err != nil {
			return err
		}
		return patiently(func() error { return f.Root.Rename(draft, f.staged(journalName)) })
	})
}

// readJournal reads a journal. It fails for one that this package did not write on this
// machine.
func (f *Folder) readJournal(name string) (journal, error) {
	var j journal
	name = f.staged(name)
	text, err := f.read(name)
	switch {
	case err != nil:
		return j, err
	case text == nil:
		return j, fs.ErrNotExist
	}
	info, err := f.Root.Lstat(name)
	if err != nil {
		return j, err
	}
	if !info.ModTime().Equal(markOf(text)) {
		return j, f.foreign()
	}
	if err := json.Unmarshal(text, &j); err != nil {
		return j, fmt.Errorf("%s: %w", name, err)
	}
	for _, e := range j.Files {
		if !fs.ValidPath(e.Name) {
			return j, fmt.Errorf("%s: %q is not the name of a file", name, e.Name)
		}
	}
	return j, nil
}

// ForeignError is the error of a staging folder that was not left by a run on this
// machine.
type ForeignError struct {
	Dir, Staging string // the folder, and the one in it
}

func (f *Folder) foreign() error { return ForeignError{f.dir, f.options.Staging} }

func (e ForeignError) Error() string {
	return fmt.Sprintf("%s: not left by an interrupted run on this machine", path.Join(e.Dir, e.Staging))
}
