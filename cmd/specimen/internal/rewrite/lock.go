package rewrite

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// lockFile is the name of the lock where it is a file.
const lockFile = ".specimen-lock"

// lockPatience is how long Open waits for other programs: many times what one of
// them takes.
const lockPatience = time.Minute

var errBusy = errors.New("another specimen is writing there")

// lock waits until the folder is there and can be locked. Another program may have
// created the folder and removed it again while this one waited for the lock.
func lock(dir string) (unlock func(), err error) {
	return wait(dir, lockPatience, func(dir string) (func(), error) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
		return tryLock(dir)
	})
}

// wait tries to lock a folder until another program lets it.
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
