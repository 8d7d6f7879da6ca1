package selfcheck

import (
	"context"
	"go/build"
	"os"
	"path/filepath"
	"slices"
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

// releases returns the releases of Go that this program knows, from "go1.1" on.
func releases() []string { return build.Default.ReleaseTags }

// until returns the releases up to one of them.
func until(release string) []string { return releases()[:slices.Index(releases(), release)+1] }

// Known returns the newest version of Go that this program knows, as "go1.26".
func Known() string { return releases()[len(releases())-1] }

// commandVersion returns the version of the go command, as "go1.27.1", or "" if it does not
// say.
func commandVersion() string {
	out, _ := outside("env", "GOVERSION")
	is, _, _ := strings.Cut(strings.TrimSpace(string(out)), " ") // "go1.27.1 X:nocoverageredesign"
	return is
}

// outside runs the go command in a module without a file, where the user's go.mod and vendor
// folder do not matter. GO111MODULE=off would be simpler, but then the go command does not
// heed GOTOOLCHAIN, and is not the one that builds the user's module.
func outside(args ...string) (out []byte, err error) {
	dir, err := os.MkdirTemp("", goPrefix)
	if err != nil {
		return nil, err
	}
	defer remove(dir)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n"), 0o644); err != nil {
		return nil, err
	}
	err = interruptible(func(ctx context.Context) (err error) {
		out, _, err = run(ctx, dir, nil, args)
		return err
	})
	return out, err
}
