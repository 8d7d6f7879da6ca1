package main

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// try runs the tests of what was built: every example is decoded without a
// mismatch and encoded again to an equal value by the very code that the specs
// give. Current says that the output folder holds that code already.
func (a app) try(b *build, dirs folders, current bool) (diagnostic.List, error) {
	to, err := targetOf(a.path(dirs.out))
	if err != nil {
		return nil, err
	}
	trial := selfcheck.Trial{Files: b.files, Base: to.base, GoVersion: to.goVersion}
	if current {
		trial.Dir = a.path(dirs.out)
	}
	for _, p := range b.set.Platforms {
		trial.Packages = append(trial.Packages, path.Join(to.base, p.Name))
	}
	run := a.tests
	if run == nil {
		run = selfcheck.Trial.Run
	}
	failed, err := run(trial)
	if err != nil {
		return nil, err
	}
	var list diagnostic.List
	for _, f := range failed {
		d := diagnostic.Diagnostic{
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
