// Package explain is the verb that says why a field has its type.
package explain

import (
	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
)

// Help is what help shows of the verb.
const Help = `Explain shows what a type rests on: the rule, the examples with their places, what
else it could be, and the lines in the spec that would make it that. PATH is

    OrderEvent/order/price   a place, as decisions in platform.yaml write it;
                             * is each element of a list or value of a map
    LineItem                 a type or an enum, by its name
    Order                    an event
    orders/create            a topic

Of a type, an event and a topic it shows the members, and theirs below them: the
Go name and type, how many of the objects seen have the member and how many have
null there, how many values were seen, and what decided the type.

    spec                     a decision in the spec
    boolean integer string   every value is one
    timestamp                every string is a date or time, by name or by number
    number                   a fraction, an exponent, or more than 64 bits
    mixed                    several kinds of values
    struct map list          objects by member, objects by key, arrays
    unseen                   no example has a value

With --json it is one object, whose lists are never null:

    {"platform", "path", "kind": "place" | "type" | "enum" | "event" | "topic",
     "topic", "go", "type", "rule", "because", "without", "objects", "present",
     "null", "values", "decision": {"file", "line", "column", "why"},
     "seen": [{"what", "count", "file", "line", "column"}],
     "instead": [{"word", "type", "but", "file", "line", "column"}],
     "write": {"file", "text"}, "suggested": [as suggest --format json has them],
     "members": [the same, up to seen]}

"without" is the type that the examples alone give; "type" in "instead" is "" for
a decision that an example contradicts. What does not apply is left out.
`

type command struct {
	folders cli.Folders
	json    bool
}

// New returns a call of the verb.
func New() cli.Command { return new(command) }

func (c *command) Flags(set *pflag.FlagSet) {
	c.folders.AddSpecs(set)
	set.BoolVar(&c.json, "json", false, "print an object for tools")
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
	subject, err := x.find(args[1])
	switch {
	case err != nil:
		return err
	case c.json:
		return cli.WriteJSON(env.Stdout, x.json(subject), "  ")
	}
	return x.text(env.Stdout, subject)
}

// explainer explains the parts of a platform.
type explainer struct {
	*platform.Platform
	source cli.Source
}
