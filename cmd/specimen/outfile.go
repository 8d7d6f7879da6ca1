package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/infer/observe"
)

// outFile is the flag for a file that evidence is written to.
type outFile struct {
	name  string
	force bool
}

func (o *outFile) addTo(set *pflag.FlagSet, flag, usage string) {
	set.Var(word{&o.name, "file"}, flag, usage)
	set.BoolVar(&o.force, "force", false, "replace a file that is not evidence")
}

// isStdout reports whether the file is the standard output.
func (o outFile) isStdout() bool { return o.name == "-" || o.name == "/dev/stdout" }

// check refuses a file that must not be written to, before anything is read: one of
// the inputs, by whatever name, or one that is not evidence. The inputs are files and
// folders, and "-" for the standard input.
func (a app) check(o outFile, inputs ...string) error {
	if o.name == "" || o.isStdout() {
		return nil
	}
	info, err := os.Stat(a.path(o.name))
	if errors.Is(err, fs.ErrNotExist) {
		if strings.HasSuffix(filepath.ToSlash(o.name), "/") {
			return usageError{o.name + " names a folder", "name a file in it"}
		}
		if _, err := os.Lstat(a.path(o.name)); err == nil {
			return usageError{o.name + " is a link that leads nowhere", "remove it, or name another file"}
		}
		return nil
	}
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return usageError{o.name + " is a folder", "name a file in it"}
	case info.Mode()&fs.ModeCharDevice == 0 && a.reads(info, inputs):
		return usageError{o.name + " is one of the files that are read; it would be replaced", "name another file"}
	case o.isStream(info):
		return nil
	}
	text, err := os.ReadFile(a.path(o.name))
	if err != nil {
		return err
	}
	return o.replaces(text)
}

// isStream reports whether a file is written to as it is: a device or a pipe, and
// what the names of open files stand for, which the shell may have redirected.
func (o outFile) isStream(info fs.FileInfo) bool {
	return !info.Mode().IsRegular() || strings.HasPrefix(o.name, "/dev/") || strings.HasPrefix(o.name, "/proc/")
}

// replaces refuses to replace a text that is not evidence. An empty file is as good
// as none.
func (o outFile) replaces(text []byte) error {
	if len(text) > 0 && !observe.IsEvidence(text) && !o.force {
		return usageError{o.name + " is there already and is not evidence", "name another file, or add --force to replace it"}
	}
	return nil
}

// write writes evidence: all of it or nothing, where the file is a regular one.
// Where that is a link, it is the file that the link leads to.
func (a app) write(o outFile, text []byte) error {
	switch {
	case o.isStdout():
		_, err := a.stdout.Write(text)
		return err
	case o.name == "/dev/stderr":
		_, err := a.stderr.Write(text)
		return err
	}
	name := a.path(o.name)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case o.isStream(info):
		return writeStream(name, text)
	default:
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	base := filepath.Base(name)
	folder, err := rewrite.Open(filepath.Dir(name), rewrite.Options{Staging: ".specimen-" + base, Step: a.step})
	if err != nil {
		return writing(err, filepath.Dir(o.name))
	}
	defer folder.Close()
	old, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		old, err = nil, nil
	}
	if err == nil {
		err = o.replaces(old)
	}
	if err != nil {
		return err
	}
	return writing(folder.Apply([]rewrite.Change{{Name: base, Old: old, New: text}}), filepath.Dir(o.name))
}

// writeStream writes to a device, a pipe or an open file.
func writeStream(name string, text []byte) error {
	f, err := openStream(name)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// reads reports whether a file is one of those that names stand for, is in one of the
// folders among them, or is the standard input, which "-" stands for.
func (a app) reads(file fs.FileInfo, names []string) bool {
	if in, ok := a.stdin.(interface{ Stat() (fs.FileInfo, error) }); ok && slices.Contains(names, "-") {
		if info, err := in.Stat(); err == nil && os.SameFile(file, info) {
			return true
		}
	}
	found := false
	for _, name := range names {
		// What cannot be read is reported when it is read.
		_ = filepath.WalkDir(a.path(name), func(path string, _ fs.DirEntry, _ error) error {
			info, err := os.Stat(path)
			if found = err == nil && os.SameFile(file, info); found {
				return filepath.SkipAll
			}
			return nil
		})
		if found {
			break
		}
	}
	return found
}
