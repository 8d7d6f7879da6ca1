// Package module finds the Go module that generated packages become part of.
package module

import (
	"errors"
	"fmt"
	"go/version"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"

	"golang.org/x/mod/modfile"
	xmodule "golang.org/x/mod/module"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
)

// Target is the output folder as a folder of a Go module.
type Target struct {
	Base      string // its import path
	GoVersion string // that of its module, such as "1.26"
	NoVersion bool   // go.mod has no go line, and GoVersion is what Go assumes then
	Tool      bool   // whether go.mod has this program as a tool
}

// withoutVersion is the version of Go that the go command assumes without a go line.
const withoutVersion = "1.16"

// Find returns the Target for an output folder, which need not exist. It fails where
// the folder is in no module.
func Find(out string) (Target, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return Target{}, err
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		name := filepath.Join(dir, "go.mod")
		data, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
			if dir == filepath.Dir(dir) {
				return Target{}, cli.UsageError{
					Message: fmt.Sprintf("%s is not in a Go module: there is no go.mod in it or above it", out),
					Hint:    `"go mod init example.com/name" creates one, --out names another folder`,
				}
			}
			continue
		}
		if err != nil {
			return Target{}, err
		}
		return in(name, data, dir, abs)
	}
}

func in(name string, data []byte, dir, out string) (Target, error) {
	mod, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return Target{}, err
	}
	if mod.Module == nil {
		return Target{}, fmt.Errorf("%s: no module line", name)
	}
	rel, err := filepath.Rel(dir, out)
	if err != nil {
		return Target{}, err
	}
	t := Target{Base: path.Join(mod.Module.Mod.Path, filepath.ToSlash(rel)), Tool: hasTool(mod.Syntax)}
	if mod.Go != nil {
		t.GoVersion = mod.Go.Version
	} else {
		t.GoVersion, t.NoVersion = withoutVersion, true
	}
	if err := xmodule.CheckImportPath(t.Base); err != nil {
		return Target{}, cli.UsageError{Message: fmt.Sprintf("packages in %s cannot be imported: %v", out, err), Hint: "--out names another folder"}
	}
	return t, nil
}

// Program is the package path of this program.
const Program = "github.com/specimen-go/specimen/cmd/specimen"

// hasTool reports whether a go.mod has this program as a tool. ParseLax skips such lines.
func hasTool(mod *modfile.FileSyntax) bool {
	is := func(line *modfile.Line) bool { return slices.Contains(line.Token, Program) }
	for _, x := range mod.Stmt {
		switch x := x.(type) {
		case *modfile.Line:
			if x.Token[0] == "tool" && is(x) {
				return true
			}
		case *modfile.LineBlock:
			if x.Token[0] == "tool" && slices.ContainsFunc(x.Line, is) {
				return true
			}
		}
	}
	return false
}

// Check fails where the module is for a version of Go that is newer than the one that
// this program was built with.
func (t Target) Check() error {
	if version.Compare(version.Lang("go"+t.GoVersion), selfcheck.Known()) <= 0 {
		return nil
	}
	return cli.UsageError{
		Message: fmt.Sprintf("go.mod says go %s; this specimen was built with an older Go and cannot check code for it", t.GoVersion),
		Hint:    "build specimen with Go " + t.GoVersion + " or later, or lower the version in go.mod",
	}
}
