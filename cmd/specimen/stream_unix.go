//go:build unix

package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// readerPatience is how long a pipe may be without a reader before that is an
// error: no program would end otherwise that writes to one which nobody reads.
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
