package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/specs"
)

// try runs the tests of what was built: every example is decoded without a
// mismatch and encoded again to an equal value by the very code that the specs
// give. Where the output folder holds that code already, they are run there, and
// the go command knows their results the next time; else in a temporary module.
func (a app) try(b *build, dirs folders, current bool) (specs.List, error) {
	to, err := targetOf(a.path(dirs.out))
	if err != nil {
		return nil, err
	}
	dir := a.path(dirs.out)
	if !current {
		if dir, err = selfcheck.Stage(b.files, to.base, to.goVersion); err != nil {
			return nil, err
		}
		defer os.RemoveAll(dir)
	}
	var packages []string
	for _, p := range b.set.Platforms {
		packages = append(packages, path.Join(to.base, p.Name))
	}
	run := a.tests
	if run == nil {
		run = selfcheck.Run
	}
	failed, err := run(dir, packages)
	if err != nil {
		return nil, err
	}
	var list specs.List
	for _, f := range failed {
		d := specs.Diagnostic{
			Message: "the generated code fails its own tests",
			Hint:    "this is a fault of specimen; please report it with the spec",
		}
		if f.Test != "" {
			d.Message = "the generated code fails " + f.Test
		}
		d.Pos.Filename = path.Join(filepath.ToSlash(dirs.out), strings.TrimPrefix(f.Package, to.base))
		list.Add(d)
	}
	return list, nil
}
