package rewrite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Options say how a folder is opened.
type Options struct {
	// Staging is the name of the folder, inside the folder that is changed, in which new
	// files are prepared. It begins with a dot, so that the go command and readers of
	// specs ignore it. Writers with different rules in one folder have different ones.
	Staging string
	// May reports whether a file of that name and content may be touched when an
	// interrupted run is undone. Nil means that all may.
	May func(root *os.Root, name string, data []byte) bool
	// Step is called before each step that changes the folder, with the operation and
	// the name of the file. An error stops the run. It is for tests.
	Step func(op, name string) error
}

// Folder is a locked folder: until Close, no other program that uses this package
// changes it.
type Folder struct {
	Root *os.Root

	dir     string
	options Options
	created []string // folders that Open made, the innermost first
	unlock  func()
}

// Open locks a folder, waiting for other programs, and undoes what an interrupted
// run left. It creates a folder that does not exist, and Close removes that again if it
// is empty.
func Open(dir string, options Options) (*Folder, error) {
	f := &Folder{dir: dir, options: options, created: missing(dir)}
	opened := false
	defer func() {
		if !opened { // even by a panic
			f.Close()
		}
	}()
	var err error
	if f.unlock, err = lock(dir); err != nil {
		return nil, err
	}
	if f.Root, err = os.OpenRoot(dir); err != nil {
		return nil, err
	}
	if err := f.recover(); err != nil {
		return nil, fmt.Errorf("undoing an interrupted run in %s: %w", dir, err)
	}
	opened = true
	return f, nil
}

// Close unlocks the folder, and removes it if Open created it and it is empty. It removes
// the folder while it is locked, unless the lock is in it: then a program that locks it
// meanwhile has its own file there.
func (f *Folder) Close() {
	if f.Root != nil {
		_ = f.Root.Close()
	}
	if lockInside && f.unlock != nil {
		f.unlock()
		f.unlock = nil
	}
	for _, d := range f.created {
		if os.Remove(d) != nil { // not empty, most likely
			break
		}
	}
	if f.unlock != nil {
		f.unlock()
	}
}

// missing returns the folder and those above it that do not exist, the innermost first.
func missing(dir string) []string {
	var all []string
	for {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return all
		}
		all = append(all, dir)
		dir = filepath.Dir(dir)
	}
}

// Versions returns the folders, relative to the folder that is changed, that hold its
// files while an interrupted run is undone: the folder itself, the one with the old
// files and the one with the new ones.
func Versions(staging string) []string {
	return []string{".", path.Join(staging, oldDir), path.Join(staging, newDir)}
}

// View locks a folder, which need not exist, for reading: it waits for programs that
// change it, and others wait until end is called. It reports whether an interrupted run
// left some files changed and some not.
func View(dir, staging string) (end func(), interrupted bool, err error) {
	end, err = wait(dir, lockPatience, tryShare)
	if errors.Is(err, errBusy) {
		return nil, false, err
	}
	if err != nil { // there is no folder, or there are no locks
		end = func() {}
	}
	_, err = os.Lstat(filepath.Join(dir, staging, journalName))
	return end, err == nil, nil
}

// staged returns the name, in the folder, of something in the staging folder.
func (f *Folder) staged(names ...string) string {
	return path.Join(f.options.Staging, path.Join(names...))
}

// do carries out one step.
func (f *Folder) do(op, name string, step func() error) error {
	if f.options.Step != nil {
		if err := f.options.Step(op, name); err != nil {
			return err
		}
	}
	if err := step(); err != nil {
		return stepError{op, name, err}
	}
	return nil
}

// read returns the content of a file, or nil if it does not exist. It fails for anything
// but a regular file in real folders.
func (f *Folder) read(name string) ([]byte, error) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		info, err := f.Root.Lstat(dir)
		if err == nil && !info.IsDir() {
			return nil, fmt.Errorf("%s: %w", dir, errNotFolder)
		}
	}
	info, err := f.Root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, errNotFile)
	}
	data, err := f.Root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if data == nil {
		data = []byte{}
	}
	return data, err
}

var (
	errNotFolder = errors.New("is not a folder")
	errNotFile   = errors.New("is not a regular file")
)
