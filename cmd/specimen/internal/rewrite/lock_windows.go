package rewrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// lockInside says that the lock is a file in the folder, so that the folder is not empty
// while it is locked.
const lockInside = true

// Constants of Windows that package syscall does not have.
const (
	errorSharingViolation = syscall.Errno(32)
	flagDeleteOnClose     = 0x04000000
)

// tryLock locks a folder with a file in it that nobody else can open, and that Windows
// removes when it is closed, by the end of the process at the latest. The error is errBusy
// while another process has the file open.
func tryLock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, lockFile)
	text, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: dir, Err: err}
	}
	const nobodyElse = 0
	file, err := syscall.CreateFile(text, syscall.GENERIC_READ|syscall.GENERIC_WRITE, nobodyElse, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|flagDeleteOnClose, 0)
	switch {
	case err == nil:
		return func() { _ = syscall.CloseHandle(file) }, nil
	case err == errorSharingViolation:
		return nil, errBusy
	case err == syscall.ERROR_ACCESS_DENIED && isThere(name): // it is being removed
		return nil, errBusy
	case errors.Is(err, fs.ErrNotExist): // the folder was removed meanwhile
		return nil, errBusy
	}
	return nil, &os.PathError{Op: "lock", Path: dir, Err: err}
}

// isThere reports whether a file exists, as far as that can be told.
func isThere(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// tryShare waits for programs that have the lock, but does not lock the folder itself.
func tryShare(dir string) (unlock func(), err error) {
	if _, err := os.Lstat(filepath.Join(dir, lockFile)); err == nil {
		return nil, errBusy
	}
	return func() {}, nil
}
