// Package merge is the verb that joins evidence files.
package merge

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/evidence"
	"github.com/specimen-go/specimen/infer/capture"
)

// Help is the text of "specimen help merge", below the usage line.
const Help = `Merge joins evidence files, which "specimen observe --evidence" writes on several
machines or days. The result has the same bytes as the evidence of one run over all
their deliveries, in whatever order the files are named. It holds no values, and can
be merged and observed again.

FILE is a file, or "-" for the standard input. One that is not evidence, or was
changed, stops it. --out replaces a file only if that is evidence and not one of the
merged files; --force replaces any other file. A link is followed. A pipe or a device
is written to in place, and never read. So evidence goes through pipes:

    zcat monday.gz | specimen observe acme - --evidence - 2>/dev/null |
        specimen merge - tuesday.json | specimen observe acme -
`

type command struct{ out evidence.File }

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.out.AddTo(set, "out", "file to write; without it, the standard output")
}

func (c *command) Run(env cli.Env, names []string) error {
	if err := cli.CheckStd(names); err != nil {
		return err
	}
	if err := c.out.Check(env, names...); err != nil {
		return err
	}
	var all capture.Capture
	platform := ""
	for i, name := range names {
		of, seen, err := evidence.Read(env, name)
		switch {
		case err != nil:
			return err
		case i > 0 && of != platform:
			return cli.UsageError{
				Message: fmt.Sprintf("%s is evidence of %s, and %s of %s", cli.Shown(names[0]), platform, cli.Shown(name), of),
				Hint:    "only evidence of one platform can be merged",
			}
		}
		platform, all = of, capture.Join(all, seen)
	}
	if c.out.Name == "" {
		c.out.Name = cli.Std
	}
	return c.out.Write(env, capture.Encode(platform, all))
}
