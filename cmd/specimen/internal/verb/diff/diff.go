// Package diff is the verb that says what changed in the types since a git revision.
package diff

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/git"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs"
)

// Help is the text of "specimen help diff", below the usage line.
const Help = `Diff compares the types that the specs give with those that the specs of a git
revision gave, for every platform or for the named ones. It reads that revision's
specs from git and checks nothing out.

Each change shows its effect on Go code that imports the package, and on deliveries.
It is breaking when code that compiled may no longer compile, or when a delivery that
fit the types has a mismatch now: a field that was string and is now
payload.Opt[string] breaks code, but no delivery.

It also shows what the change means for the version of the package: major when it is
breaking, minor when there is more to use or more deliveries fit, patch otherwise. The
last line about a platform has the greatest of these. It is patch as well when nothing
but comments, tests, examples or unexported code changed.

The position of a change is that of the new value, decision or line of the spec that
caused it, among the lines that changed; where the cause was removed, it is the line
where that was. "was" and "now" show the two lines of payloads: the one that caused the
change, and the first that shows what the type was, or is. Where a line of the spec
caused it, they show that line. Positions in the revision are written as "git show"
takes the name of the file.

Without a change it prints nothing, except that it says so on a terminal. The exit
code is 1 when something breaks that platform.yaml does not acknowledge:

    changes:
      - {path: OrderEvent/order/price, why: half cents since the spring}
      - {type: Address, why: "merged into Location, which has all of it"}
      - {topic: orders/archive, why: the platform no longer sends it}
      - {path: deliveries/signature, why: SHA-1 is no longer accepted}

A path covers everything below it, a type everything in it, a topic what concerns no
other topic. An entry counts when it is added together with its change. It may stay
as history, and does not acknowledge a later change of the same path.

With --fail-on major, minor or patch, the exit code is 1 when the verdict on a platform
is that or a greater one, acknowledged or not; with --fail-on never, it is 0.

In a pull request, compare with the commit where the branch began:

    specimen diff --against $(git merge-base origin/main HEAD) --format markdown

It is an error when the revision has files but no specs, because the folder was
moved, for example. With --allow-missing, every platform is new instead.
`

type command struct {
	folders cli.Folders
	against changes.Against
	format  *cli.Choice
	failOn  *cli.Choice
}

// The words of --fail-on besides those of verdicts.
const (
	onBreaking = "breaking"
	never      = "never"
)

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.against.AddTo(set)
	c.format = cli.AddFormatOf(set, "form of the changes: text, Markdown for a pull request, one JSON object a line, or annotations of a GitHub workflow", "text", "markdown", "json", "github")
	c.failOn = cli.NewChoice(onBreaking, diff.Major.String(), diff.Minor.String(), diff.Patch.String(), never)
	set.Var(c.failOn, "fail-on", "what exit code 1 is for: a breaking change that is not acknowledged, a version of this or a greater part, or nothing")
}

func (c *command) Run(env cli.Env, names []string) error {
	folder := specfolder.At(env, c.folders.Specs)
	if c.against.Revision == "" {
		return noRevision(folder.Path, names)
	}
	defer env.ShowProgress("comparing")()
	now, err := folder.Load()
	if err != nil {
		return err
	}
	before, err := c.against.Load(folder)
	if err != nil {
		return err
	}
	if err := platform.Check(names, folder.Name, before, now); err != nil {
		return secondRevision(folder.Path, names, before, now, err)
	}
	stage := env.Log.Start()
	set := platform.SetOf(now, names)
	if set.Problems.HasErrors() {
		return cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	r, err := changes.Compare(platform.SetOf(before, names), set, c.against.Revision)
	if err != nil {
		return err
	}
	stage.Done("compared the types of %s", cli.Count(len(set.Platforms), "platform"))
	if err := (printer{r}).print(env, c.format.Value, set.Line); err != nil {
		return err
	}
	if c.fails(r) {
		return cli.ErrFindings
	}
	return nil
}

// noRevision returns the error of a command line without a revision. One may be among the
// names of platforms.
func noRevision(dir string, names []string) error {
	revision := "main"
	for _, name := range names {
		if git.Knows(dir, name) {
			revision = name
		}
	}
	return cli.UsageError{Message: "diff needs a revision to compare with", Hint: "as in: specimen diff --against " + revision}
}

// secondRevision returns the error of a command line with names that are not those of
// platforms: err, unless one is a revision.
func secondRevision(dir string, names []string, before, now *specs.Set, err error) error {
	for _, name := range names {
		if platform.Check([]string{name}, "", before, now) != nil && git.Knows(dir, name) {
			return cli.UsageError{
				Message: fmt.Sprintf("%q is a second revision", name),
				Hint:    "diff compares the working tree with one: check out the newer one, or add a worktree of it",
			}
		}
	}
	return err
}

// fails reports whether the changes are what --fail-on is about.
func (c *command) fails(r *changes.Report) bool {
	switch c.failOn.Value {
	case onBreaking:
		return r.Open() > 0
	case never:
		return false
	}
	for v := diff.Patch; v <= r.Verdict(); v++ {
		if v.String() == c.failOn.Value {
			return true
		}
	}
	return false
}
