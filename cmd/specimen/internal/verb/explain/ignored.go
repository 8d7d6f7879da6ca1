package explain

import (
	"fmt"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// explainedIgnored is an entry of ignore about a path in JSON.
type explainedIgnored struct {
	cli.Position
	Rule string `json:"rule"`
	Why  string `json:"why"`
}

// ignored returns the entries of ignore that are about a path.
func (x explainer) ignored(path string) []explainedIgnored {
	var all []explainedIgnored
	for _, e := range x.Spec.Ignored {
		if e.At != "" && x.Model.Shorten(e.At) == path {
			all = append(all, explainedIgnored{cli.PositionOf(x.Spec.At(e.Ref)), e.Rule.String(), e.Why})
		}
	}
	return all
}

// ignoredText prints the warnings about a path that the spec ignores, with the reasons.
func (x explainer) ignoredText(w cli.Stream, path string) {
	for _, e := range x.ignored(path) {
		at := fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
		fmt.Fprintf(w, "  Warnings are ignored at %s: %s [%s]\n", diagnostic.Printable(at), diagnostic.Printable(e.Why), e.Rule)
	}
}
