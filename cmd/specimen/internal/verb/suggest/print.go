package suggest

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// maxShown is how many examples a suggestion shows on each side. JSON has all of them.
const maxShown = 3

// print writes suggestions in the format of the command.
func (c *command) print(w cli.Stream, set *platform.Set, proposals []proposal.Proposal) error {
	for _, p := range proposals {
		for _, s := range p.All {
			var err error
			switch c.format.Value {
			case "json":
				err = cli.WriteJSON(w, p.JSON(s), "")
			case "github":
				err = annotate(w, p, s)
			default:
				err = printText(w, p, s, set.Line)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// printWritten writes what -w wrote and what it left, one line each. Annotations are for
// what it left.
func (c *command) printWritten(w cli.Stream, set *platform.Set, proposals []proposal.Proposal) error {
	for i, p := range proposals {
		proposals[i].All = slices.DeleteFunc(p.All, func(s suggest.Suggestion) bool { return !s.Decides() })
	}
	if c.format.Value != "text" {
		for i, p := range proposals {
			proposals[i].All = slices.DeleteFunc(p.All, c.writes)
		}
		return c.print(w, set, proposals)
	}
	for _, p := range proposals {
		left := 0
		for _, s := range p.All {
			verb := "wrote"
			if !c.writes(s) {
				verb, left = "left weak", left+1
			}
			fmt.Fprintln(w, diagnostic.Printable(p.Platform.Spec.Name+": "+verb+" "+proposal.Line(s)))
		}
		printCount(w, p.Platform.Spec.Name, len(p.All)-left, 0, left)
	}
	return nil
}

// printCount writes how many suggestions were written, declined and left. It writes
// nothing if there were none.
func printCount(w cli.Stream, platform string, written, declined, left int) {
	var parts []string
	if written > 0 {
		parts = append(parts, fmt.Sprintf("%d written", written))
	}
	if declined > 0 {
		parts = append(parts, fmt.Sprintf("%d declined", declined))
	}
	if left > 0 {
		parts = append(parts, fmt.Sprintf("%d left: specimen suggest %s shows the evidence", left, platform))
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "%s: %s\n", platform, strings.Join(parts, ", "))
	}
}

// annotate writes a suggestion as an annotation of a GitHub workflow.
func annotate(w io.Writer, p proposal.Proposal, s suggest.Suggestion) error {
	d := p.Diagnostic(s)
	if !s.Decides() {
		return cli.Annotate(w, d)
	}
	d.Hint = "specimen suggest -w " + p.Platform.Spec.Name + " writes\n"
	if len(s.Change.Events) > 0 {
		d.Hint = "change in the files of " + p.Platform.Spec.Name + "\n"
	}
	d.Hint += strings.TrimSuffix(proposal.YAML(s), "\n")
	return cli.Annotate(w, d)
}

// printText writes a suggestion as text.
func printText(w cli.Stream, p proposal.Proposal, s suggest.Suggestion, source cli.Source) error {
	printer := diagnostic.Printer{Source: source, Color: w.Color}
	d := p.Diagnostic(s)
	if err := printer.Show(w, d.Pos, d.Plain(), ""); err != nil {
		return err
	}
	var b strings.Builder
	if len(s.For) > 1 {
		printExamples(&b, p.Platform, "for", s.For[1:])
	}
	printExamples(&b, p.Platform, "against", s.Against)
	for line := range strings.Lines(proposal.YAML(s)) {
		b.WriteString("      + " + diagnostic.Printable(strings.TrimSuffix(line, "\n")) + "\n")
	}
	_, err := fmt.Fprintln(w, b.String())
	return err
}

// printExamples writes the positions of examples, which are for or against.
func printExamples(b *strings.Builder, p *platform.Platform, side string, at []infer.Origin) {
	for i, o := range at {
		if i == maxShown {
			fmt.Fprintf(b, "      %s %d more\n", side, len(at)-i)
			return
		}
		fmt.Fprintf(b, "      %s %s\n", side, diagnostic.Printable(p.Within(o).String()))
	}
}
