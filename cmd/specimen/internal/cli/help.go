package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// Help prints the help of the program, or of the named verb. It fails if there is
// no such verb.
func Help(env Env, verb string) error {
	if verb == "" {
		fmt.Fprint(env.Stdout, overview(env.verbs))
		return nil
	}
	v, err := find(env.verbs, verb)
	if err != nil {
		return err
	}
	fmt.Fprint(env.Stdout, v.help(v.flags(v.New())))
	return nil
}

// overview returns the help of the program.
func overview(verbs []Verb) string {
	var b strings.Builder
	b.WriteString(`Specimen generates Go packages that decode webhook deliveries. The types come
from the example payloads that a platform documents, listed in YAML specs:

    specs/acme/platform.yaml     the platform and the decisions on its types
    specs/acme/orders.yaml       topics, each with its examples
    generated/acme/              the package, written by "specimen generate"
    generated/payload/           types that all generated packages share

Usage: specimen VERB [FLAGS] [ARGUMENTS]

`)
	for _, v := range verbs {
		if !v.Hidden {
			fmt.Fprintf(&b, "    %-10s  %s\n", v.Name, v.Short)
		}
	}
	b.WriteString(`
"specimen VERB --help" explains a verb. The exit code is 0 for success, 1 when
something was found, 2 for wrong usage or a file that cannot be read or written.
For a file that is read, "-" is the standard input; for one that is written, the
standard output. With -v, a verb says on stderr what it reads and writes, and how
long its stages take; without a verb, -v and --version print the version.
`)
	return b.String()
}

// help returns the help of a verb.
func (v Verb) help(set *pflag.FlagSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage: specimen %s", v.Name)
	if set.HasFlags() {
		b.WriteString(" [FLAGS]")
	}
	if v.Args != "" {
		b.WriteString(" " + v.Args)
	}
	b.WriteString("\n\n" + v.Help)
	if set.HasFlags() {
		b.WriteString("\nFlags:\n")
		set.VisitAll(func(f *pflag.Flag) { b.WriteString(flagHelp(f)) })
	}
	return b.String()
}

// flagHelp returns the help of a flag.
func flagHelp(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if f.Value.Type() == "bool" {
		return fmt.Sprintf("    %s\n        %s\n", name, f.Usage)
	}
	value := strings.ToUpper(f.Value.Type())
	if _, ok := f.Value.(*Choice); ok {
		value = f.Value.Type() // these are the words to write
	}
	text := fmt.Sprintf("    %s %s\n        %s", name, value, f.Usage)
	if f.DefValue != "" {
		text += fmt.Sprintf(" (default %s)", f.DefValue)
	}
	return text + "\n"
}
