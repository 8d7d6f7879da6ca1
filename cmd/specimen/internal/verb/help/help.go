// Package help is the verb that explains the others, the rules of the inference, and the
// rules whose findings are reported.
package help

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Help is the text of "specimen help help", below the usage line.
const Help = `Help shows what specimen does, or what one verb does. "specimen help rules" lists
the rules that decide types, with the names that messages and explain use, and the
rules whose findings are reported, with the ids that stand at the end of findings.
`

type command struct{}

// New returns the command of one call of the verb.
func New() cli.Command { return command{} }

func (command) Flags(*pflag.FlagSet) {}

func (command) Run(env cli.Env, args []string) error {
	topic := strings.Join(args, "")
	if topic == "rules" {
		fmt.Fprint(env.Stdout, rules()+findings())
		return nil
	}
	if hint := diagnostic.Nearest(topic, []string{"rules"}); hint != "" {
		return cli.UsageError{Message: fmt.Sprintf("no help about %q", topic), Hint: hint}
	}
	return cli.Help(env, topic)
}

// rules returns the help on the rules of the inference.
func rules() string {
	var b strings.Builder
	b.WriteString("The type of a member follows from all values on its path in the examples. A\ndecision in the spec takes precedence; without one, the first rule that fits:\n\n")
	gives := true
	for _, r := range infer.Rules() {
		if gives && !r.Gives {
			gives = false
			b.WriteString("\nThese hold for every type:\n\n")
		}
		fmt.Fprintf(&b, "    %s\n", r.Rule)
		for _, line := range wrap(r.Text, 72) {
			fmt.Fprintf(&b, "        %s\n", line)
		}
	}
	return b.String()
}

// findings returns the help on what can be reported.
func findings() string {
	var b strings.Builder
	b.WriteString("\nA finding has the id of its rule at its end, as in [unknown-key]. Errors make a run\nfail; warnings make only check fail. An entry of ignore in platform.yaml, with the id\nunder rule, accepts a warning that says so here.\n")
	for _, part := range finding.Rules() {
		fmt.Fprintf(&b, "\n%s:\n\n", part.Title)
		for _, r := range part.Rules {
			note := r.Severity().String()
			if r.Ignorable() {
				note += ", can be ignored"
			}
			fmt.Fprintf(&b, "    %s (%s)\n", r, note)
			for _, line := range wrap(r.Text(), 72) {
				fmt.Fprintf(&b, "        %s\n", line)
			}
		}
	}
	return b.String()
}

// wrap breaks a text into lines of at most width bytes.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
