// Package check is the verb that reports what is wrong or out of date.
package check

import (
	"slices"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/build"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/outfolder"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/selfcheck"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Help is the text of "specimen help check", below the usage line.
const Help = `Check reports, of every platform or of the named ones, each with a hint:

    problems of the specs, and redundant decisions
    generated files that are missing, out of date, or no longer generated
    files of yours where generated ones have to be, or with their declarations
    files of yours beside generated ones whose syntax or package is wrong
    generated packages of platforms without a spec, where no platform is named

Then it runs the code that the specs give, whether or not the output folder holds it
already: the generated code decodes and encodes every example, and an edit of
each of its values. That takes some seconds; --quick leaves it out. The go command
builds for this machine, without the workspace, flags and target system that the
environment sets; where it fails, its output is shown.

It writes no file. Without a finding it prints nothing, except that it says so on a
terminal. The exit code is 1 for any finding, warnings included, so that it can guard
a pull request.

Open doubts, the lines under doubts in the specs, are listed as notes and are not
findings: they say what a document left open, until somebody has looked at it and
removes the line. With --doubts they are.
`

// Runner runs the tests of generated packages and returns those that fail.
type Runner func(selfcheck.Trial) ([]selfcheck.Failure, error)

type command struct {
	folders cli.Folders
	format  *cli.Choice
	quick   bool
	doubts  bool
	checker *selfcheck.Checker
	run     Runner
}

// New returns a function that returns the command of one call of the verb.
func New(checker *selfcheck.Checker, run Runner) func() cli.Command {
	return func() cli.Command { return &command{checker: checker, run: run} }
}

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.folders.AddOut(set)
	c.format = cli.AddFormat(set)
	set.BoolVar(&c.doubts, "doubts", false, "count open doubts as findings")
	set.BoolVar(&c.quick, "quick", false, "do not run the generated code on the examples")
}

func (c *command) Run(env cli.Env, platforms []string) error {
	defer env.ShowProgress("checking")()
	b, err := build.Read(env, c.folders, platforms, c.checker)
	if err != nil {
		return err
	}
	findings, err := c.compare(env, b, len(platforms) == 0)
	if err != nil {
		return err
	}
	if b.Files != nil && !c.quick {
		dir := ""
		if len(findings) == 0 {
			dir = env.Path(c.folders.Out)
		}
		stage := env.Log.Start()
		failures, err := b.Try(c.run, dir)
		if err != nil {
			return err
		}
		stage.Done("ran the generated tests")
		findings = append(findings, failures...)
	}
	b.Problems = append(append(b.Problems, findings...), c.openDoubts(b.Set)...)
	b.Problems.Sort()
	if err := b.Print(env.Stdout, c.format.Value); err != nil {
		return err
	}
	if b.Problems.HasFindings() {
		return cli.ErrFindings
	}
	if c.format.Value == "text" {
		env.Stdout.Remark("no findings in " + cli.Count(len(b.Set.Platforms), "platform"))
	}
	return nil
}

// compare returns how the output folder differs from what the specs give; all says that
// these are the specs of all platforms.
func (c *command) compare(env cli.Env, b *build.Build, all bool) (diagnostic.List, error) {
	var orphans diagnostic.List
	if all {
		keep := emit.SupportFolders()
		for _, p := range b.Set.Platforms {
			keep = append(keep, p.Spec.Name)
		}
		var err error
		if orphans, err = outfolder.Orphans(env, c.folders, keep); err != nil {
			return nil, err
		}
	}
	findings, err := outfolder.Compare(env, c.folders, b.Files)
	return slices.Concat(orphans, findings, b.Broken()), err
}

// openDoubts returns the open doubts of all platforms: notes, or warnings where they
// count.
func (c *command) openDoubts(set *platform.Set) diagnostic.List {
	var all diagnostic.List
	for _, p := range set.Platforms {
		all = append(all, p.Spec.OpenDoubts()...)
	}
	for i, d := range all {
		if c.doubts {
			all[i] = d.Raised()
		}
	}
	return all
}
