package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/git"
	"github.com/specimen-go/specimen/specs"
)

func diffVerb() verb {
	return verb{
		name: "diff", args: "[PLATFORM]...",
		short: "say what changed in the types since a git revision",
		long: `Diff compares the types that the specs give with those that the specs of a git
revision gave: of every platform, or of the named ones. It reads that revision's
specs from git and checks nothing out.

Each change says what it means for Go code that imports the package, and for
deliveries. It is breaking when code that compiled may not any more, or when a
delivery that fit the types has a mismatch now: a field that was string and is
payload.Opt[string] breaks code, and no delivery.

Its position is that of the new value, decision or line of the spec that made it,
among the lines that changed. What is gone made a change at the line where it was,
and "removed" says where in the revision, as "git show" takes the name of the file.

The exit code is 1 when something breaks that platform.yaml does not acknowledge:

    changes:
      - {path: OrderEvent/order/price, why: half cents since the spring}
      - {type: Address, why: "merged into Location, which has all of it"}
      - {topic: orders/archive, why: the platform does not send it any more}

A path covers what is below it, a type what is in it, a topic what concerns no
other topic. An entry counts where it comes with its change; it may stay as
history, and does not excuse a later change of the same place.

In a pull request, compare with where the branch began:

    specimen diff --against $(git merge-base origin/main HEAD) --format markdown

It is an error when the revision has files, but no specs: then nothing can be
compared, because the folder was moved, say. With --allow-missing, every platform
is new instead.
`,
		run: runDiff,
	}
}

func runDiff(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	against := addAgainst(set)
	format := &choice{"text", []string{"text", "markdown", "json", "github"}}
	set.Var(format, "format", "form of the changes: for people, for a pull request, one JSON object a line, or annotations of a GitHub workflow")
	platforms, err := a.parse(v, set, args)
	if err != nil {
		return err
	}
	if against.revision == "" {
		return usageError{"diff needs a revision to compare with", "as in: specimen diff --against main"}
	}
	defer a.showProgress("comparing")()
	now, err := a.load(dirs.specs)
	if err != nil {
		return err
	}
	before, err := a.loadRevision(dirs.specs, *against)
	if err != nil {
		return err
	}
	c, err := compareSets(before, now, against.revision, dirs.specs, platforms)
	if err != nil {
		return err
	}
	if c.problems.HasErrors() {
		if err := report(a.stderr, problemFormat(format.value), c.problems, now.Line); err != nil {
			return err
		}
		return errFindings
	}
	if err := c.write(a, format.value, now.Line); err != nil {
		return err
	}
	if c.breaking() > 0 {
		return errFindings
	}
	return nil
}

// against is the revision to compare with.
type against struct {
	revision string // "" for none
	missing  bool   // it need not have the specs
}

// addAgainst adds the flags for the revision to compare with.
func addAgainst(set *pflag.FlagSet) *against {
	to := new(against)
	set.Var(revision{&to.revision}, "against", "git revision to compare with: a branch, a tag, a commit")
	set.BoolVar(&to.missing, "allow-missing", false, "the revision may have no specs: every platform is new then")
	return to
}

// revision is a flag that names a git revision.
type revision struct{ name *string }

func (r revision) String() string { return *r.name }
func (r revision) Type() string   { return "rev" }

func (r revision) Set(s string) error {
	if s == "" {
		return errors.New("want a git revision")
	}
	*r.name = s
	return nil
}

// problemFormat is the form in which problems go with a form of changes.
func problemFormat(format string) string {
	if format == "markdown" {
		return "text"
	}
	return format
}

// loadRevision reads the specs of a git revision. It fails where that has files
// and no specs: a comparison with nothing would find nothing that breaks.
func (a app) loadRevision(dir string, to against) (*specs.Set, error) {
	fsys, err := git.FS(a.path(dir), to.revision, isYAML)
	missing := usageError{
		fmt.Sprintf("%s has no specs in %s to compare with", to.revision, dir),
		"name a revision that has them in this folder; where they are new, use --allow-missing",
	}
	switch {
	case errors.Is(err, git.ErrNoFolder) && to.missing:
		return new(specs.Set), nil
	case errors.Is(err, git.ErrNoFolder):
		return nil, missing
	case errors.Is(err, git.ErrNoGit):
		return nil, usageError{"there is no git, which the specs of a revision are read with", "install git"}
	case errors.Is(err, git.ErrNoRepository):
		return nil, usageError{dir + " is in no git repository", "--specs names a folder that is"}
	case errors.Is(err, git.ErrNoRevision):
		return nil, usageError{fmt.Sprintf("git knows no revision %q", to.revision), "run git fetch; a shallow clone, as CI makes it, has only the last commit"}
	case err != nil:
		return nil, fmt.Errorf("reading %s of %s: %w", dir, to.revision, err)
	}
	set, err := specs.Load(fsys, filepath.ToSlash(dir))
	if err != nil {
		return nil, fmt.Errorf("reading %s of %s: %w", dir, to.revision, err)
	}
	if entries, _ := fs.ReadDir(fsys, "."); len(entries) > 0 && len(set.Platforms) == 0 && !to.missing {
		return nil, missing
	}
	return set, nil
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// chooseBoth returns the names of the platforms to compare: those named, or all
// of both sets.
func chooseBoth(before, now *specs.Set, dir string, named []string) ([]string, error) {
	var all []string
	for _, set := range []*specs.Set{before, now} {
		for _, p := range set.Platforms {
			all = append(all, p.Name)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(named) == 0 {
		return all, nil
	}
	for _, name := range named {
		if !slices.Contains(all, name) {
			return nil, unknownPlatform(name, dir, all)
		}
	}
	named = slices.Clone(named)
	slices.Sort(named)
	return slices.Compact(named), nil
}
