package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Std is the name that stands for the standard input where a file is read, and for the
// standard output where one is written.
const Std = "-"

// Open opens a file that is read, or the standard input. It fails for a folder, with a
// hint that says what to do instead.
func (e Env) Open(name, hint string) (io.ReadCloser, error) {
	in := io.NopCloser(e.Stdin)
	if name != Std {
		info, err := e.Stat(name)
		switch {
		case err != nil:
			return nil, err
		case info.IsDir():
			return nil, UsageError{name + " is a folder", hint}
		}
		if in, err = os.Open(e.Path(name)); err != nil {
			return nil, err
		}
	}
	return e.Log.Reading(Shown(name), in), nil
}

// Stat describes a file or folder that is read.
func (e Env) Stat(name string) (fs.FileInfo, error) {
	info, err := os.Stat(e.Path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, UsageError{Message: "there is no file " + name}
	}
	return info, err
}

// WalkFiles calls each for a file, or for the regular files of a folder and those in it, in
// lexical order. It passes over what is hidden in a folder, such as .git and .DS_Store.
func WalkFiles(root string, each func(path string) error) error {
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch hidden := path != root && strings.HasPrefix(e.Name(), "."); {
		case hidden && e.IsDir():
			return fs.SkipDir
		case hidden, e.IsDir(), !e.Type().IsRegular() && path != root:
			return nil
		}
		return each(path)
	})
}

// IsSameFile reports whether two names are those of one file or folder that exists.
func IsSameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
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
