package platform

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Heed returns the findings that no entry of ignore accepts.
func (p *Platform) Heed(list diagnostic.List) diagnostic.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diagnostic.Diagnostic) bool { return p.ignores(d.Rule(), d.Path) })
}

// heedProblems returns the problems that no entry of ignore accepts.
func (p *Platform) heedProblems(all []infer.Problem) []infer.Problem {
	return slices.DeleteFunc(all, func(x infer.Problem) bool { return p.ignores(x.Rule(), x.Path) })
}

func (p *Platform) ignores(rule finding.Rule, path string) bool {
	return slices.ContainsFunc(p.Spec.Ignored, func(x specs.Ignored) bool { return p.accepts(x, rule, path) })
}

// accepts reports whether an entry is about the findings of a rule at a path. The path of
// the entry may lead through declared types, whose own paths findings have.
func (p *Platform) accepts(x specs.Ignored, rule finding.Rule, path string) bool {
	return x.Rule == rule && (x.At == "" || x.At == path || p.Model.Shorten(x.At) == path)
}

// DeadIgnores returns the findings about entries of ignore that accept neither a problem of
// the platform nor one of some others.
func (p *Platform) DeadIgnores(others diagnostic.List) diagnostic.List {
	var dead diagnostic.List
	all := slices.Concat(p.unheeded, others)
	for _, x := range p.Spec.Ignored {
		accepts := func(d diagnostic.Diagnostic) bool { return p.accepts(x, d.Rule(), d.Path) }
		if slices.ContainsFunc(all, accepts) {
			continue
		}
		message := "nothing to ignore: there is no finding of " + x.Rule.String()
		ref, hint := x.Ref, ""
		if x.At != "" {
			message += " at this path"
			ref, hint = x.Ref+"/at", p.meant(x, all)
		}
		if hint == "" {
			hint = "remove the entry"
		}
		dead.Add(diagnostic.New(finding.DeadIgnore, p.Spec.At(ref), string(x.Ref), message, hint))
	}
	return dead
}

// meant returns a hint that asks for the rule or the path that a dead entry may mean, among
// those of findings that no entry accepts, or "".
func (p *Platform) meant(x specs.Ignored, all diagnostic.List) string {
	var paths []string
	for _, d := range p.Heed(all) {
		switch {
		case d.Rule() == x.Rule:
			paths = append(paths, d.Path)
		case d.Rule().Ignorable() && p.accepts(specs.Ignored{Rule: d.Rule(), At: x.At}, d.Rule(), d.Path):
			return "did you mean the rule " + d.Rule().String() + "?"
		}
	}
	return diagnostic.Nearest(x.At, paths)
}
