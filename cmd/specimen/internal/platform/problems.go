package platform

import (
	"go/token"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// At returns the position of a value of an example, or of a line of the spec. For the
// zero Where, it returns the beginning of platform.yaml.
func (p *Platform) At(w infer.Where) token.Position {
	if w.Example != "" {
		return p.Spec.Within(w.Example, w.Offset)
	}
	return p.AtRef(w.Ref)
}

// AtRef returns the position of a line of the spec.
func (p *Platform) AtRef(ref infer.Ref) token.Position { return p.Spec.At(specs.Ref(ref)) }

// Within returns the position of a byte of an example.
func (p *Platform) Within(o infer.Origin) token.Position { return p.Spec.Within(o.Example, o.Offset) }

// Diagnostics returns problems with their positions.
func (p *Platform) Diagnostics(problems []infer.Problem) diagnostic.List {
	return infer.Diagnostics(problems, p.At)
}

// staleDeclined returns the declined suggestions that are about nothing any more.
func staleDeclined(spec *specs.Platform, model infer.Model) []infer.Problem {
	var all []infer.Problem
	for _, x := range spec.Declined {
		if x.Kind != "envelope" && model.At(x.Path) == nil {
			all = append(all, infer.Problem{
				Cause: infer.Say(finding.DeadDeclined, "no example has this path, so nothing is suggested for it", "remove the entry, or correct the path"),
				Where: infer.Where{Ref: infer.Ref(x.Ref) + "/path"}, Path: x.Path,
			})
		}
	}
	return all
}
