package diff

import (
	"io"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// annotations writes annotations of a GitHub workflow: an error for what breaks
// something and is not acknowledged, a notice for every other change, a warning for
// an entry of the log that matches no change.
func (r printer) annotations(w io.Writer) error {
	for _, x := range r.Changes {
		level := "notice"
		if x.Open() {
			level = "error"
		}
		message := diagnostic.Printable(x.String()) + "\n" + x.Effects() + topicsText(x.Topics)
		if x.Gone {
			message += "\nremoved: " + diagnostic.Printable(r.inGit(x))
		}
		if x.Breaking() && x.Why != "" {
			message += "\nacknowledged: " + diagnostic.Printable(x.Why)
		}
		if err := cli.Annotate(w, level, diagnostic.Diagnostic{Pos: x.Pos, Path: diagnostic.Printable(subject(x)), Message: message}); err != nil {
			return err
		}
	}
	for _, d := range r.Idle {
		if err := cli.Annotate(w, d.Severity.String(), d); err != nil {
			return err
		}
	}
	return nil
}
