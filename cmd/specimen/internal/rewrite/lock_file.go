//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd || windows)

package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lockInside says that the lock is a file in the folder, so that the folder is not empty
// while it is locked.
const lockInside = true

// tryLock locks a folder with a file in it, on systems without locks that end with the
// process. The error is errBusy while the file exists; a file that a dead process left
// has to be removed by hand.
func tryLock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, lockFile)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) { // the folder was removed meanwhile
		return nil, errBusy
	}
	if err != nil {
		return nil, err
	}
	f.Close()
	return func() { os.Remove(name) }, nil
}

// tryShare waits for programs that have the lock, but does not lock the folder itself.
func tryShare(dir string) (unlock func(), err error) {
	if _, err := os.Lstat(filepath.Join(dir, lockFile)); err == nil {
		return nil, errBusy
	}
	return func() {}, nil
}
