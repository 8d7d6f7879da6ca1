package rewrite

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// lockFile is the name of the lock where it is a file.
const lockFile = ".specimen-lock"

// lockPatience is how long Open waits for other programs: many times the duration of a
// run.
const lockPatience = time.Minute

var errBusy = errors.New("another specimen is writing there")

// lock creates the folder if it does not exist, and waits for its lock. Meanwhile another
// program may create the folder and remove it again.
func lock(dir string) (unlock func(), err error) {
	return wait(dir, lockPatience, func(dir string) (func(), error) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, notCreated(dir, err)
		}
		return tryLock(dir)
	})
}

// wait tries to lock a folder until it succeeds or patience is over.
func wait(dir string, patience time.Duration, try func(dir string) (func(), error)) (unlock func(), err error) {
	for until := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		unlock, err = try(dir)
		if !errors.Is(err, errBusy) {
			return unlock, err
		}
		if time.Now().After(until) {
			return nil, fmt.Errorf("%s: %w (waited %v; if none is running, remove %s)", dir, err, patience, lockFile)
		}
	}
}
