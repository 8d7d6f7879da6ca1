package diff

import (
	"go/token"
	"io"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// annotations writes annotations of a GitHub workflow: an error for what breaks
// something and is not acknowledged, a notice for every other change and for the verdict
// on a platform, a warning for an entry of the log that matches no change.
func (r printer) annotations(w io.Writer) error {
	for _, v := range r.Verdicts {
		for x := range r.of(v.Platform) {
			message := diagnostic.Printable(x.String()) + "\n" + strings.Join(r.details(x), "\n")
			if err := cli.Annotate(w, diagnostic.New(ruleOf(x), x.Pos, diagnostic.Printable(subject(x)), message, "")); err != nil {
				return err
			}
		}
		if v.Verdict == diff.None {
			continue
		}
		d := diagnostic.New(finding.Verdict, token.Position{Filename: v.File}, v.Platform, v.String()+": "+r.count(v.Platform), "")
		if err := cli.Annotate(w, d); err != nil {
			return err
		}
	}
	for _, d := range r.Idle {
		if err := cli.Annotate(w, d); err != nil {
			return err
		}
	}
	return nil
}
