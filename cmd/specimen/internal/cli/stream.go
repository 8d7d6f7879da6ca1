package cli

import (
	"io"
	"os"
)

// Std is the name that stands for the standard input where a file is read, and for the
// standard output where one is written.
const Std = "-"

// Open opens a file that is read, or the standard input.
func (e Env) Open(name string) (io.ReadCloser, error) {
	if name == Std {
		return io.NopCloser(e.Stdin), nil
	}
	return os.Open(e.Path(name))
}

// Shown returns what messages call a file that is read.
func Shown(name string) string {
	if name == Std {
		return "stdin"
	}
	return name
}

// CheckStd fails where files that are read have the standard input twice: it can be read
// once.
func CheckStd(names []string) error {
	n := 0
	for _, name := range names {
		if name == Std {
			n++
		}
	}
	if n > 1 {
		return UsageError{"the standard input is named more than once", `"-" stands for it`}
	}
	return nil
}
