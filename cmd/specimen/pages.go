package main

import (
	"errors"

	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/cmd/specimen/internal/page"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func reportVerb() verb {
	return verb{
		name: "report", args: "[PLATFORM]...",
		short: "make a page of each platform, to look at in a browser",
		long: `Report writes PLATFORM.html for each platform, or for the named ones: its topics,
its types as trees with the presence, reason and an example's value of each member,
and the payloads. A member leads to where it was seen first and to the decision on
it, and its path is its anchor:

    acme.html#OrderEvent/order/line_items/*/price

With --against the pages mark what is new, gone or different since a git revision.

A page is one file that loads nothing from anywhere. Its text is that of the specs,
payloads included. All pages are written or none; a file of that name that is no
such page stops it before it starts.
`,
		run: runReport,
	}
}

func runReport(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	set.Var(folder{&dirs.out}, "out", "folder of the pages")
	against := addAgainst(set)
	format := addFormat(set)
	platforms, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	if dirs.out == "" {
		return usageError{"report needs a folder to write to", "as in: specimen report --out pages"}
	}
	defer a.showProgress("reporting")()
	loaded, err := a.load(dirs.specs)
	if err != nil {
		return err
	}
	files, problems, err := a.pages(loaded, dirs, *against, platforms)
	if err != nil {
		return err
	}
	if files != nil {
		plan, err := output.Write(a.path(dirs.out), files)
		switch {
		case errors.Is(err, output.ErrForeign):
			problems = foreign(plan, dirs, ownName)
		case err != nil:
			return writing(err, dirs.out)
		}
	}
	if err := report(a.stderr, format.value, problems, loaded.Line); err != nil {
		return err
	}
	if problems.HasErrors() {
		return errFindings
	}
	return nil
}

// pages makes the pages of some platforms, by their files. There are none where
// the specs have errors.
func (a app) pages(set *specs.Set, dirs folders, to against, named []string) (map[string][]byte, diagnostic.List, error) {
	chosen, problems, err := choose(set, dirs.specs, named)
	if err != nil {
		return nil, nil, err
	}
	changes := &changeReport{}
	if to.revision != "" {
		before, err := a.loadRevision(dirs.specs, to)
		if err != nil {
			return nil, nil, err
		}
		if changes, err = compareSets(before, set, to.revision, dirs.specs, named); err != nil {
			return nil, nil, err
		}
	}
	pages := make([][]byte, len(chosen))
	found := make([]diagnostic.List, len(chosen))
	errs := make([]error, len(chosen))
	parallel(len(chosen), func(i int) {
		p := chosen[i]
		in := page.Input{Spec: p, Line: set.Line, Against: to.revision}
		if in.Types, found[i] = sideOf(set, p); len(found[i]) > 0 {
			return
		}
		for _, c := range changes.changes {
			if c.platform == p.Name {
				in.Changes = append(in.Changes, page.Change{Change: c.Change, At: c.at, Why: c.why})
			}
		}
		pages[i], errs[i] = page.Render(in)
	})
	files := make(map[string][]byte)
	for i, p := range chosen {
		problems = append(problems, found[i]...)
		files[p.Name+".html"] = pages[i]
	}
	problems.Sort()
	if err := errors.Join(errs...); err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	return files, problems, nil
}
