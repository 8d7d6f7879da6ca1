//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd)

package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// tryLock locks a folder against other programs by a file in it, where the system
// has no lock that ends with the process. The error is errBusy while the file is
// there; one that a dead process left has to be removed by hand.
func tryLock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, lockFile)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, errBusy
	}
	if err != nil {
		return nil, err
	}
	f.Close()
	return func() { os.Remove(name) }, nil
}

// tryShare waits for programs that have the lock; it does not keep others from it.
func tryShare(dir string) (unlock func(), err error) {
	if _, err := os.Lstat(filepath.Join(dir, lockFile)); err == nil {
		return nil, errBusy
	}
	return func() {}, nil
}
