package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

func helpVerb() verb {
	return verb{
		name: "help", args: "[VERB]",
		short: "say what a verb does",
		long:  "Help shows what specimen does, or what one verb does.\n",
		run: func(a app, v verb, args []string) error {
			rest, err := a.parse(v, v.flags(), args)
			if err != nil {
				return err
			}
			if len(rest) == 0 {
				fmt.Fprint(a.stdout, overview())
				return nil
			}
			all := verbs()
			i := slices.IndexFunc(all, func(v verb) bool { return v.name == rest[0] })
			if i < 0 {
				return unknownVerb(rest[0], all)
			}
			return all[i].run(a, all[i], []string{"--help"})
		},
	}
}

// overview is the help of the program as a whole.
func overview() string {
	var b strings.Builder
	b.WriteString(`Specimen generates Go packages that decode webhook deliveries. The types come
from the example payloads that a platform documents, listed in YAML specs:

    specs/acme/platform.yaml     what holds for the platform
    specs/acme/orders.yaml       topics, each with its examples
    generated/acme/              the package, made by "specimen generate"
    generated/payload/           what generated packages share

Usage: specimen VERB [FLAGS] [ARGUMENTS]

`)
	for _, v := range verbs() {
		fmt.Fprintf(&b, "    %-9s %s\n", v.name, v.short)
	}
	b.WriteString(`
"specimen VERB --help" says more about a verb. The exit code is 0 when all is
well, 1 when something was found, 2 when a verb was used wrongly or a file could
not be read or written.
`)
	return b.String()
}

// usage is the help of one flag.
func usage(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if f.Value.Type() == "bool" {
		return fmt.Sprintf("    %s\n        %s\n", name, f.Usage)
	}
	value := strings.ToUpper(f.Value.Type())
	if c, ok := f.Value.(*choice); ok {
		value = strings.Join(c.words, "|")
	}
	text := fmt.Sprintf("    %s %s\n        %s", name, value, f.Usage)
	if f.DefValue != "" {
		text += fmt.Sprintf(" (default %s)", f.DefValue)
	}
	return text + "\n"
}

// help is the help of one verb.
func (v verb) help(set *pflag.FlagSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage: specimen %s", v.name)
	if set.HasFlags() {
		b.WriteString(" [FLAGS]")
	}
	if v.args != "" {
		b.WriteString(" " + v.args)
	}
	b.WriteString("\n\n" + v.long)
	if set.HasFlags() {
		b.WriteString("\nFlags:\n")
		set.VisitAll(func(f *pflag.Flag) { b.WriteString(usage(f)) })
	}
	return b.String()
}
