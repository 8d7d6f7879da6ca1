package evidence

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/infer/capture"
)

// File is a file that evidence is written to.
type File struct {
	Name  string // as the user names it; "-" is the standard output, "" no file
	force bool   // replace a file that is not evidence
}

// AddTo adds the flag that names the file, and --force.
func (o *File) AddTo(set *pflag.FlagSet, flag, usage string) {
	set.Var(cli.Word{Value: &o.Name, What: "file"}, flag, usage)
	set.BoolVar(&o.force, "force", false, "replace a file that is not evidence")
}

// IsStdout reports whether the file is the standard output.
func (o File) IsStdout() bool {
	switch o.Name {
	case cli.Std, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return true
	}
	return false
}

// isStderr reports whether the file is the standard error.
func (o File) isStderr() bool {
	switch o.Name {
	case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2":
		return true
	}
	return false
}

// Check fails for a file that must not be written to: one of the inputs, under any
// name, or one that is not evidence. The inputs are files and folders, and "-" for the
// standard input.
func (o File) Check(env cli.Env, inputs ...string) error {
	if o.Name == "" || o.IsStdout() || o.isStderr() {
		return nil
	}
	info, err := os.Stat(env.Path(o.Name))
	if errors.Is(err, fs.ErrNotExist) {
		if strings.HasSuffix(filepath.ToSlash(o.Name), "/") {
			return cli.UsageError{Message: o.Name + " names a folder", Hint: "name a file in it"}
		}
		if _, err := os.Lstat(env.Path(o.Name)); err == nil {
			return cli.UsageError{Message: o.Name + " is a link to a file that does not exist", Hint: "remove it, or name another file"}
		}
		return nil
	}
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return cli.UsageError{Message: o.Name + " is a folder", Hint: "name a file in it"}
	case info.Mode()&fs.ModeCharDevice == 0 && reads(env, info, inputs):
		return cli.UsageError{Message: o.Name + " is one of the files that are read", Hint: "name another file"}
	case o.isStream(info):
		return nil
	}
	text, err := os.ReadFile(env.Path(o.Name))
	if err != nil {
		return err
	}
	return o.replaces(text)
}

// CheckNoSpec fails for a file that would be read as a spec: its name ends in .yaml, and it is
// in one of the folders in a folder.
func (o File) CheckNoSpec(env cli.Env, specs string) error {
	within, err1 := filepath.Abs(env.Path(specs))
	file, err2 := filepath.Abs(env.Path(o.Name))
	if o.Name == "" || err1 != nil || err2 != nil || filepath.Ext(file) != ".yaml" || filepath.Dir(filepath.Dir(file)) != within {
		return nil
	}
	return cli.UsageError{Message: o.Name + " would be read as a spec", Hint: "evidence is JSON: " + strings.TrimSuffix(o.Name, ".yaml") + ".json"}
}

// isStream reports whether a file is written to in place: a device, a pipe, or what
// the names of open files stand for, which the shell may have redirected.
func (o File) isStream(info fs.FileInfo) bool {
	return !info.Mode().IsRegular() || strings.HasPrefix(o.Name, "/dev/fd/") || strings.HasPrefix(o.Name, "/proc/")
}

// replaces fails for a text that is not evidence. An empty file counts as none.
func (o File) replaces(text []byte) error {
	if len(text) > 0 && !capture.IsEvidence(text) && !o.force {
		return cli.UsageError{Message: o.Name + " exists and is not evidence", Hint: "name another file, or add --force to replace it"}
	}
	return nil
}

// Write writes evidence. A regular file is replaced as a whole or not at all; of a link,
// that is the file that it leads to.
func (o File) Write(env cli.Env, text []byte) error {
	switch {
	case o.IsStdout():
		_, err := env.Stdout.Write(text)
		return err
	case o.isStderr():
		_, err := env.Stderr.Write(text)
		return err
	}
	name := env.Path(o.Name)
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
	folder, err := rewrite.Open(filepath.Dir(name), rewrite.Options{Staging: ".specimen-" + base, Step: env.Step})
	if err != nil {
		return specfolder.WriteError(err, filepath.Dir(o.Name))
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
	if err = folder.Apply([]rewrite.Change{{Name: base, Old: old, New: text}}); err == nil {
		env.Log.Note("wrote %s: %s", o.Name, cli.Size(int64(len(text))))
	}
	return specfolder.WriteError(err, filepath.Dir(o.Name))
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

// reads reports whether a file is one of the named ones, is in one of the named
// folders, or is the standard input, which "-" stands for.
func reads(env cli.Env, file fs.FileInfo, names []string) bool {
	if in, ok := env.Stdin.(interface{ Stat() (fs.FileInfo, error) }); ok && slices.Contains(names, cli.Std) {
		if info, err := in.Stat(); err == nil && os.SameFile(file, info) {
			return true
		}
	}
	found := false
	for _, name := range names {
		// What cannot be read is reported when it is read.
		_ = filepath.WalkDir(env.Path(name), func(path string, _ fs.DirEntry, _ error) error {
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
