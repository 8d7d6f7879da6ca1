package specfolder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

// WriteError returns an error of package rewrite as one for the user, who calls the
// folder that was written to dir. Other errors stay as they are.
func WriteError(err error, dir string) error {
	var changed rewrite.ChangedError
	var foreign rewrite.ForeignError
	var refused rewrite.RefusedError
	dir = filepath.ToSlash(dir)
	switch {
	case errors.As(err, &changed):
		return cli.UsageError{
			Message: path.Join(dir, changed.Name) + " changed while this command was working on it; nothing was written",
			Hint:    "run the command again",
		}
	case errors.As(err, &foreign):
		left := path.Join(dir, foreign.Staging)
		return cli.UsageError{
			Message: left + " was not left by an interrupted run of specimen on this machine; nothing was changed",
			Hint:    "look at its content, then: rm -r " + left,
		}
	case errors.As(err, &refused):
		what := path.Join(dir, refused.Name)
		if refused.Name == "" && refused.Doing == "create" {
			what = "the folder " + what
		} else if refused.Name == "" {
			what = "to " + called(what)
		}
		return cli.UsageError{Message: fmt.Sprintf("cannot %s %s: %v in %s; nothing was changed", refused.Doing, what, refused.Err, called(path.Join(dir, refused.Within)))}
	}
	return ReadError(err, dir)
}

// ReadError returns an error about a file that cannot be read in a folder, which the user
// calls dir, as one that says its whole name. Other errors stay as they are.
func ReadError(err error, dir string) error {
	var refused *fs.PathError
	if !errors.As(err, &refused) || !strings.HasSuffix(refused.Op, "at") || filepath.IsAbs(refused.Path) {
		return err // not one of an os.Root
	}
	name := path.Join(filepath.ToSlash(dir), filepath.ToSlash(refused.Path))
	return cli.UsageError{Message: fmt.Sprintf("cannot read %s: %v", name, refused.Err)}
}

// called returns what messages call a folder.
func called(dir string) string {
	if dir == "." {
		return "the working directory"
	}
	return "the folder " + dir
}
