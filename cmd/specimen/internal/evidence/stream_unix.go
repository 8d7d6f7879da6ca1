//go:build unix

package evidence

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// readerPatience is how long openStream waits for a reader of a pipe. Without a limit,
// a write to a pipe that nobody reads would never return.
const readerPatience = 3 * time.Second

// openStream opens a device, a pipe or an open file for writing.
func openStream(name string) (*os.File, error) {
	for until := time.Now().Add(readerPatience); ; time.Sleep(10 * time.Millisecond) {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|syscall.O_NONBLOCK, 0)
		if !errors.Is(err, syscall.ENXIO) {
			return f, err
		}
		if time.Now().After(until) {
			return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("nothing reads from it")}
		}
	}
}
