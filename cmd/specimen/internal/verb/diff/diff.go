// Package diff is the verb that says what changed in the types since a git revision.
package diff

import (
	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/changes"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is what help shows of the verb.
const Help = `Diff compares the types that the specs give with those that the specs of a git
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
`

type command struct {
	folders cli.Folders
	against changes.Against
	format  *cli.Choice
}

// New returns a call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.against.AddTo(set)
	c.format = cli.NewChoice("text", "markdown", "json", "github")
	set.Var(c.format, "format", "form of the changes: text, Markdown for a pull request, one JSON object a line, or annotations of a GitHub workflow")
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
	set := platform.DecideAll(now, names)
	if set.Problems.HasErrors() {
		return cli.Problems{List: set.Problems, Source: set.Line, Format: c.format.Value}
	}
	r, err := changes.Compare(platform.DecideAll(before, names), set, c.against.Revision)
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
