package specfolder

import (
	"errors"
	"path"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/rewrite"
)

// WriteError returns an error of package rewrite as one for the user, who calls the
// folder that was written to dir. Other errors stay as they are.
func WriteError(err error, dir string) error {
	var changed rewrite.ChangedError
	var foreign rewrite.ForeignError
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
	}
	return err
}
