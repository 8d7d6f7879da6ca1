// Package explain is the verb that says why a field has its type.
package explain

import (
	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is the text of "specimen help explain", below the usage line.
const Help = `Explain shows what a type follows from: the rule, the examples with their positions,
what else the type could be, and the lines of the spec that would change it. PATH is

    OrderEvent/order/price   a path, as decisions in platform.yaml write it;
                             * is each element of an array or value of a map
    LineItem                 a type or an enum, by its name
    Order                    an event
    orders/create            a topic
    deliveries               how deliveries are signed and answered

For a type, an event or a topic it shows the members, and theirs below them: the Go
name and type, how many of the objects seen have the member, how many have null
there, how many values were seen, and the rule that gave the type. "specimen help
rules" explains the rules; spec stands for a decision in the spec.

With --json it prints one object, whose lists are never null:

    {"platform", "path", "kind": "path" | "type" | "enum" | "event" | "topic",
     "topic", "go", "type", "rule", "because", "without", "objects", "present",
     "null", "values", "decision": {"file", "line", "column", "why"},
     "seen": [{"what", "count", "file", "line", "column"}],
     "instead": [{"word", "type", "but", "file", "line", "column"}],
     "write": {"file", "text"}, "suggested": [as suggest --format json has them],
     "members": [the same, up to seen]}

For deliveries it prints an array of {"name", "text", "status", "document", "url",
"why", "file", "line", "column"}.

"without" is the type that the examples alone give; "type" in "instead" is "" for
a decision that an example contradicts. What does not apply is left out.
`

type command struct {
	folders cli.Folders
	format  *cli.Choice
}

// New returns the command of one call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	c.format = cli.AddFormatOf(set, "form of the explanation: text, or an object for tools", "text", "json")
}

func (c *command) Run(env cli.Env, args []string) error {
	set, err := platform.Read(specfolder.At(env, c.folders.Specs), args[0])
	if err != nil {
		return err
	}
	if err := set.Refuse(); err != nil {
		return err
	}
	x := explainer{set.Platforms[0], set.Line}
	if args[1] == deliveries {
		return x.deliveries(env.Stdout, c.format.Value == "json")
	}
	subject, err := x.find(args[1])
	switch {
	case err != nil:
		return err
	case c.format.Value == "json":
		return cli.WriteJSON(env.Stdout, x.json(subject), "  ")
	}
	return x.text(env.Stdout, subject)
}

// explainer explains the parts of a platform.
type explainer struct {
	*platform.Platform
	source cli.Source
}
