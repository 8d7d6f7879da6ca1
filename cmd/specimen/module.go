package main

import (
	"errors"
	"fmt"
	"go/version"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
)

// target is where generated packages go, as Go sees it.
type target struct {
	base      string // import path of the output folder
	goVersion string // of its module, as "1.26"
	noVersion bool   // its go.mod does not say so: goVersion is what Go takes it for
}

// withoutVersion is the version of Go that a module without one is written for.
const withoutVersion = "1.16"

// targetOf finds the module that an output folder, which need not be there, is
// part of.
func targetOf(out string) (target, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return target{}, err
	}
	for dir := abs; ; dir = filepath.Dir(dir) {
		name := filepath.Join(dir, "go.mod")
		data, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
			if dir == filepath.Dir(dir) {
				return target{}, usageError{fmt.Sprintf("%s is in no Go module: there is no go.mod in it or above it", out), `"go mod init example.com/name" makes one, --out names another folder`}
			}
			continue
		}
		if err != nil {
			return target{}, err
		}
		return targetIn(name, data, dir, abs)
	}
}

func targetIn(name string, data []byte, dir, out string) (target, error) {
	mod, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return target{}, err
	}
	if mod.Module == nil {
		return target{}, fmt.Errorf("%s: no module line", name)
	}
	rel, err := filepath.Rel(dir, out)
	if err != nil {
		return target{}, err
	}
	t := target{base: path.Join(mod.Module.Mod.Path, filepath.ToSlash(rel))}
	if mod.Go != nil {
		t.goVersion = mod.Go.Version
	} else {
		t.goVersion, t.noVersion = withoutVersion, true
	}
	if err := module.CheckImportPath(t.base); err != nil {
		return target{}, usageError{fmt.Sprintf("packages in %s cannot be imported: %v", out, err), "--out names another folder"}
	}
	return t, nil
}

// tooNew returns an error where the module is for a version of Go that this program
// was built before, which it knows nothing about.
func (to target) tooNew() error {
	if version.Compare(version.Lang("go"+to.goVersion), selfcheck.Known()) <= 0 {
		return nil
	}
	return usageError{
		fmt.Sprintf("go.mod says go %s; this specimen was built with an older Go and cannot check code for it", to.goVersion),
		"build specimen with Go " + to.goVersion + " or later, or lower the version in go.mod",
	}
}
