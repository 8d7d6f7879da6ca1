package addition

import (
	"path"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// decide returns the decided platform, with text in place of the text of the example
// with the id, if the spec has it.
func (s spec) decide(id, text string) *platform.Platform {
	if s.platform == nil {
		return new(platform.Platform)
	}
	changed := *s.platform
	changed.Topics = slices.Clone(changed.Topics)
	for i, t := range changed.Topics {
		changed.Topics[i].Examples = slices.Clone(t.Examples)
		for k, x := range t.Examples {
			if x.ID == id {
				changed.Topics[i].Examples[k].Text = text
			}
		}
	}
	return platform.Of(&changed, nil) // readSpec and with have refused its errors
}

// problemsOf returns the problems of the examples and the decisions, and of bodies that
// do not name their topic.
func problemsOf(p *platform.Platform) []infer.Problem {
	if p.Spec == nil {
		return nil
	}
	return slices.Concat(p.Found, emit.Routing(p.Package()))
}

// side returns the platform for a comparison, the zero Side if it does not exist yet.
func (s spec) side(p *platform.Platform) diff.Side {
	if s.files[path.Join(s.name, platformYAML)] == nil {
		return diff.Side{}
	}
	return p.Side()
}

// collisions returns the Go names that collide now and did not before. A collision does
// not forbid a payload: a line in the spec resolves it.
func (a Added) collisions() diagnostic.List {
	var known []infer.Problem
	if a.old.Spec != nil {
		known = a.old.Names.Problems
	}
	return a.now.Diagnostics(slices.DeleteFunc(slices.Clone(a.now.Names.Problems), func(x infer.Problem) bool {
		return x.Warning() || slices.ContainsFunc(known, func(y infer.Problem) bool { return x.Path == y.Path && x.Message() == y.Message() })
	}))
}
