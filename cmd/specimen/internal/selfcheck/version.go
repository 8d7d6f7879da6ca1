package selfcheck

import (
	"context"
	"go/build"
	"go/version"
	"os"
	"strings"
)

// NewerGo is the error of a go command that is newer than the Go that this program was
// built with: the program cannot read the packages that it compiles.
type NewerGo struct {
	Version string // of the go command, as "go1.27.1"
	err     error
}

func (e NewerGo) Error() string { return e.err.Error() }
func (e NewerGo) Unwrap() error { return e.err }

// Known returns the newest version of Go that this program knows, as "go1.26".
func Known() string { return build.Default.ReleaseTags[len(build.Default.ReleaseTags)-1] }

// newer returns an error of reading compiled packages as NewerGo, if that is the cause.
func newer(err error) error {
	var out []byte
	_ = interruptible(func(ctx context.Context) (failed error) {
		out, _, failed = run(ctx, os.TempDir(), []string{"GO111MODULE=off"}, []string{"env", "GOVERSION"})
		return failed
	})
	is, _, _ := strings.Cut(strings.TrimSpace(string(out)), " ") // "go1.27.1 X:nocoverageredesign"
	if version.Compare(version.Lang(is), Known()) > 0 {
		return NewerGo{is, err}
	}
	return err
}
