package proposal

import (
	"go/token"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Suggested is a suggestion in JSON. Its lists are never null.
type Suggested struct {
	cli.Position
	Platform string         `json:"platform"`
	Rule     string         `json:"rule"`
	Kind     string         `json:"kind"`
	Strength string         `json:"strength"`
	Path     string         `json:"path"`
	Message  string         `json:"message"`
	For      []cli.Position `json:"for"`
	Against  []cli.Position `json:"against"`
	YAML     string         `json:"yaml"`
}

// JSON returns a suggestion for JSON.
func (p Proposal) JSON(s suggest.Suggestion) Suggested {
	return Suggested{
		Position: cli.PositionOf(p.Diagnostic(s).Pos),
		Platform: p.Platform.Spec.Name, Rule: finding.Suggestion.String(), Kind: s.Kind, Strength: strength(s), Path: s.Path, Message: s.Message,
		For: p.positions(s.For), Against: p.positions(s.Against), YAML: YAML(s),
	}
}

func (p Proposal) positions(at []infer.Origin) []cli.Position {
	all := []cli.Position{}
	for _, o := range at {
		all = append(all, cli.PositionOf(p.Platform.Within(o)))
	}
	return all
}

// Diagnostic returns a suggestion at the first example that supports it, or at the
// topic that it names.
func (p Proposal) Diagnostic(s suggest.Suggestion) diagnostic.Diagnostic {
	var pos token.Position
	if len(s.For) > 0 {
		pos = p.Platform.Within(s.For[0])
	}
	for _, t := range s.Change.Topics {
		if t.Name == "" {
			break
		}
		pos = p.Platform.Spec.At(p.topic(t.Topic).Ref)
	}
	return diagnostic.New(finding.Suggestion, pos, s.Path, Headline(s), "")
}

// Headline returns a suggestion in one line.
func Headline(s suggest.Suggestion) string { return strength(s) + " " + s.Kind + ": " + s.Message }

func strength(s suggest.Suggestion) string {
	if !s.Decides() {
		return "no"
	}
	if s.Weak {
		return "weak"
	}
	return "strong"
}
