package output

import (
	"errors"
	"fmt"
	"time"
)

// lockFile is the name of the lock where it is a file.
const lockFile = ".specimen-lock"

// lockPatience is how long Write waits for another one: several times what the
// writing of hundreds of files takes.
const lockPatience = 10 * time.Second

var errBusy = errors.New("another specimen is writing there")

// lock waits until the folder can be locked.
func lock(dir string) (unlock func(), err error) {
	for until := time.Now().Add(lockPatience); ; time.Sleep(20 * time.Millisecond) {
		unlock, err = tryLock(dir)
		if !errors.Is(err, errBusy) {
			return unlock, err
		}
		if time.Now().After(until) {
			return nil, fmt.Errorf("%s: %w (waited %v; if none is running, remove %s)", dir, err, lockPatience, lockFile)
		}
	}
}
