package main

import (
	"errors"
	"path"
	"path/filepath"

	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func generateVerb() verb {
	return verb{
		name: "generate", args: "[PLATFORM]...",
		short: "make the packages from the specs",
		long: `Generate makes a Go package from the spec of each platform, or of the named ones,
and the package payload that they share.

It says nothing when all is well. Otherwise it lists every problem of the specs,
with its place and what to do, and writes nothing at all. The packages are
type-checked before they are written, so the go command is needed.

The import path of the packages comes from the go.mod above --out.

Generate owns the folder of each package it makes: files that it once generated
and that are not needed any more are removed, and any other file there stops it
before it starts. Files are replaced one by one, each at once; when one cannot be,
those before it are put back, and after a crash the next run puts them back. The
folder of a platform whose spec is gone is left alone; "specimen check" names it.
`,
		run: runGenerate,
	}
}

func runGenerate(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	dirs.addOut(set)
	format := addFormat(set)
	platforms, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	defer a.showProgress("generating")()
	if err := a.settle(dirs); err != nil {
		return err
	}
	b, err := a.build(dirs, platforms)
	if err != nil {
		return err
	}
	if b.files != nil {
		plan, err := output.Write(a.path(dirs.out), b.files)
		switch {
		case errors.Is(err, output.ErrForeign):
			b.problems = append(b.problems, foreign(plan, dirs, ownFolder)...)
			b.problems.Sort()
		case err != nil:
			return writing(err, dirs.out)
		}
	}
	if err := report(a.stderr, format.value, b.problems, b.line); err != nil {
		return err
	}
	if b.problems.HasErrors() {
		return errFindings
	}
	return nil
}

// The reasons why foreign files are in the way of what is written.
const (
	ownFolder = "generated packages have their folder to themselves"
	ownName   = "a page has to have its name"
)

// foreign turns what is in the way into problems; why says what it is in the way of.
func foreign(plan output.Plan, dirs folders, why string) diagnostic.List {
	var list diagnostic.List
	for _, f := range plan.Foreign {
		d := diagnostic.Diagnostic{
			Message: f.Why + ", and " + why,
			Hint:    "move it elsewhere, or choose another folder with --out",
		}
		d.Pos.Filename = path.Join(filepath.ToSlash(dirs.out), f.Name)
		list.Add(d)
	}
	return list
}
