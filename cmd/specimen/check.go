package main

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/output"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

func checkVerb() verb {
	return verb{
		name:  "check",
		short: "say what is wrong or out of date, and write nothing",
		long: `Check looks for everything that someone has to mend, and for each says how:

    problems of the specs, and decisions that decide nothing
    generated files that are missing, stale, or not needed any more
    files in the folders of generated packages that were not generated
    generated packages of platforms whose spec is gone

Then it runs what the specs give, whether that is in the output folder already or
not: every example is decoded and encoded again by the generated code, and so is a
mutation of each of its values. That takes some seconds; --quick leaves it out. It
runs for this machine, without the workspace, flags and target system that the
environment sets for the go command; what go says is shown where it cannot run.

It writes nothing. The exit code is 1 when there is anything to mend, warnings
included, so that it can guard a pull request.
`,
		run: runCheck,
	}
}

func runCheck(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	dirs.addOut(set)
	format := addFormat(set)
	quick := set.Bool("quick", false, "do not run the generated code on the examples")
	rest, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return usageError{"check takes no arguments: it looks at every platform", ""}
	}
	defer a.showProgress("checking")()
	b, err := a.build(dirs, nil)
	if err != nil {
		return err
	}
	findings, err := a.compare(b, dirs)
	if err != nil {
		return err
	}
	if b.files != nil && !*quick {
		failures, err := a.try(b, dirs, len(findings) == 0)
		if err != nil {
			return err
		}
		findings = append(findings, failures...)
	}
	b.problems = append(b.problems, findings...)
	b.problems.Sort()
	if err := report(a.stdout, format.value, b.problems, b.line); err != nil {
		return err
	}
	if len(b.problems) > 0 {
		return errFindings
	}
	return nil
}

// compare holds the output folder against what was built. Where the specs have
// problems, nothing was, and only orphans can be told.
func (a app) compare(b *build, dirs folders) (diagnostic.List, error) {
	var list diagnostic.List
	add := func(name, message, hint string) {
		d := diagnostic.Diagnostic{Message: message, Hint: hint}
		d.Pos.Filename = path.Join(filepath.ToSlash(dirs.out), name)
		list.Add(d)
	}
	out := a.path(dirs.out)
	keep := []string{"payload"}
	for _, p := range b.set.Platforms {
		keep = append(keep, p.Name)
	}
	orphans, err := output.Orphans(out, keep)
	if err != nil {
		return nil, err
	}
	for _, name := range orphans {
		add(name, "generated, and there is no spec for it any more", "rm -r "+path.Join(filepath.ToSlash(dirs.out), name))
	}
	if b.files == nil {
		return list, nil
	}
	plan, err := output.Compare(out, b.files)
	if err != nil {
		return nil, err
	}
	mend := "run: " + dirs.command()
	if plan.Interrupted {
		add("", "an earlier run did not end", mend)
		return list, nil
	}
	whole := plan.MissingPackages()
	for _, pkg := range whole {
		add(pkg, "missing", mend)
	}
	for name, change := range plan.Changes {
		if pkg, _, _ := strings.Cut(name, "/"); slices.Contains(whole, pkg) {
			continue
		}
		switch change {
		case output.Missing:
			add(name, "missing", mend)
		case output.Stale:
			add(name, "stale: it is not what the specs give", mend)
		case output.Leftover:
			add(name, "generated, and not needed any more", mend)
		}
	}
	return append(list, foreign(plan, dirs, ownFolder)...), nil
}
