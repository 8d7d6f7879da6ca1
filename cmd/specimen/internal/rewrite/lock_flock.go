//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package rewrite

import (
	"errors"
	"os"
	"syscall"
)

// lockInside says that the lock is a file in the folder.
const lockInside = false

// tryLock locks a folder without leaving a file in it; the lock ends with the process.
// The error is errBusy while another process has the lock, or where the folder was
// replaced.
func tryLock(dir string) (unlock func(), err error) { return flock(dir, syscall.LOCK_EX) }

// tryShare locks a folder against programs that call tryLock.
func tryShare(dir string) (unlock func(), err error) { return flock(dir, syscall.LOCK_SH) }

func flock(dir string, how int) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errBusy
		}
		return nil, &os.PathError{Op: "lock", Path: dir, Err: err}
	}
	locked, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	if now, err := os.Stat(dir); err != nil || !os.SameFile(locked, now) {
		f.Close()
		return nil, errBusy
	}
	return func() { f.Close() }, nil
}
