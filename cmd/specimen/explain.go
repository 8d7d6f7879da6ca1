package main

import (
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

func explainVerb() verb {
	return verb{
		name: "explain", args: "PLATFORM PATH",
		short: "say why a field has its type, and what would change it",
		long: `Explain shows what a type rests on: the rule, the examples with their places, what
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
`,
		run: runExplain,
	}
}

func runExplain(a app, v verb, args []string) error {
	set := v.flags()
	var dirs folders
	dirs.addSpecs(set)
	asJSON := set.Bool("json", false, "print an object for tools")
	rest, err := a.parse(v, set, args)
	switch {
	case err != nil:
		return err
	case len(rest) != 2:
		return usageError{"explain takes a platform and a path", "as in: specimen explain acme OrderEvent/order/price"}
	}
	loaded, err := a.load(dirs.specs)
	if err != nil {
		return err
	}
	chosen, problems, err := choose(loaded, dirs.specs, rest[:1])
	if err != nil {
		return err
	}
	x := explainer{app: a, set: loaded, platform: chosen[0], decisions: decisionsOf(chosen[0])}
	var found []infer.Problem
	if x.evidence, found = infer.ObserveAll(examplesOf(x.platform)); len(found) == 0 && !problems.HasErrors() {
		x.model, found = infer.Decide(x.evidence, x.decisions)
	}
	if problems = append(problems, diagnosticsOf(x.platform, found)...); problems.HasErrors() {
		return a.refuse(problems, loaded.Line)
	}
	x.names = packageOf(x.platform).Names(x.model)
	subject, err := x.find(rest[1])
	switch {
	case err != nil:
		return err
	case *asJSON:
		return writeJSON(a.stdout, x.json(subject), "  ")
	}
	return x.text(subject)
}

// explainer has what explanations are made of.
type explainer struct {
	app
	set       *specs.Set
	platform  *specs.Platform
	evidence  infer.Evidence
	decisions infer.Decisions
	model     infer.Model
	names     names.Names
}
