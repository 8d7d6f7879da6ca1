package suggest

import (
	"fmt"
	"io"
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

// annotate writes a suggestion as an annotation of a GitHub workflow.
func annotate(w io.Writer, p proposal.Proposal, s suggest.Suggestion) error {
	d := p.Diagnostic(s)
	d.Hint = "specimen suggest -w " + p.Platform.Spec.Name + " writes\n"
	if len(s.Change.Events) > 0 {
		d.Hint = "change in the files of " + p.Platform.Spec.Name + "\n"
	}
	d.Hint += strings.TrimSuffix(proposal.YAML(s), "\n")
	return cli.Annotate(w, "notice", d)
}

// printText writes a suggestion as text.
func printText(w cli.Stream, p proposal.Proposal, s suggest.Suggestion, source cli.Source) error {
	printer := diagnostic.Printer{Source: source, Color: w.Color}
	if err := printer.Print(w, p.Diagnostic(s)); err != nil {
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
