// Package diff is the verb that says what changed in the types since a git revision.
package diff

import (
	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help diff", below the usage line.
const Help = `Diff compares the types that the specs give with those that the specs of a git
revision gave, for every platform or for the named ones. It reads that revision's
specs from git and checks nothing out.

Each change shows its effect on Go code that imports the package, and on deliveries.
It is breaking when code that compiled may no longer compile, or when a delivery that
fit the types has a mismatch now: a field that was string and is now
payload.Opt[string] breaks code, but no delivery.

Its position is that of the new value, decision or line of the spec that caused it,
among the lines that changed. Where the cause was removed, the position is the line
where it was, and "removed" shows where in the revision, as "git show" takes the name
of the file.

Without a change it prints nothing, except that it says so on a terminal. The exit
code is 1 when something breaks that platform.yaml does not acknowledge:

    changes:
      - {path: OrderEvent/order/price, why: half cents since the spring}
      - {type: Address, why: "merged into Location, which has all of it"}
      - {topic: orders/archive, why: the platform no longer sends it}

A path covers everything below it, a type everything in it, a topic what concerns no
other topic. An entry counts when it is added together with its change. It may stay
as history, and does not acknowledge a later change of the same path.

In a pull request, compare with the commit where the branch began:

    specimen diff --against $(git merge-base origin/main HEAD) --format markdown

It is an error when the revision has files but no specs, because the folder was
moved, for example. With --allow-missing, every platform is new instead.
`

type command struct {
	folders cli.Folders
	against changes.Against
	format  *cli.Choice
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.against.AddTo(set)
	c.format = cli.AddFormatOf(set, "form of the changes: text, Markdown for a pull request, one JSON object a line, or annotations of a GitHub workflow", "text", "markdown", "json", "github")
}

func (c *command) Run(env cli.Env, names []string) error {
	if c.against.Revision == "" {
		return cli.UsageError{Message: "diff needs a revision to compare with", Hint: "as in: specimen diff --against main"}
	}
	defer env.ShowProgress("comparing")()
	folder := specfolder.At(env, c.folders.Specs)
	now, err := folder.Load()
	if err != nil {
		return err
	}
	before, err := c.against.Load(folder)
	if err != nil {
		return err
	}
	if err := platform.Check(names, folder.Name, before, now); err != nil {
		return err
	}
	set := platform.SetOf(now, names)
	if set.Problems.HasErrors() {
		return cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	r, err := changes.Compare(platform.SetOf(before, names), set, c.against.Revision)
	if err != nil {
		return err
	}
	if err := (printer{r}).print(env, c.format.Value, set.Line); err != nil {
		return err
	}
	if r.Open() > 0 {
		return cli.ErrFindings
	}
	return nil
}
