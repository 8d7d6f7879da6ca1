// Package platform is the pipeline of the command line, from a spec to what the
// examples and the decisions in it give. It stands here once, and every verb that
// asks about types takes a Platform, or two.
//
//	Read        a folder of specs -> Set, with a Platform for each spec
//	Of          a spec -> Platform
//	    infer.Observe    examples, tables -> evidence
//	    infer.Decide     evidence, decisions -> model
//	    names.Of         topics, model -> Go names
//
// There is one rule for errors. Problems of the text, the examples and the decisions
// are collected in Platform.Problems. Where one of them is an error, Model is not to
// be relied on, and a verb that needs it prints all problems and stops. Colliding
// names are not among them: the types are known then, and only "generate" and "check"
// need the names to be distinct.
package platform

import (
	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Platform is a platform that was read and decided.
type Platform struct {
	Spec      *specs.Platform
	Evidence  infer.Evidence
	Decisions infer.Decisions
	Model     infer.Model
	Names     names.Names     // of the model, with their collisions
	Problems  diagnostic.List // of the text, the examples and the decisions, without ignored ones
	Found     []infer.Problem // those of the examples and the decisions, without positions

	unheeded diagnostic.List // Problems with those that the spec ignores
}

// Of runs the pipeline on a spec. list has the problems of the text of the spec,
// and may have those of other specs.
//
// Of finds as many problems as possible: if the text or the examples have errors,
// it still checks the decisions that do not depend on these.
func Of(spec *specs.Platform, list diagnostic.List) *Platform {
	p := &Platform{Spec: spec, Decisions: decisionsOf(spec), Problems: problemsOf(list, spec)}
	p.Evidence, p.Found = observe(spec, examplesOf(spec))
	if infer.HasErrors(p.Found) || p.Problems.HasErrors() {
		p.Found = append(p.Found, decisionProblems(spec, p.Problems, p.Found)...)
	} else {
		model, found := infer.Decide(p.Evidence, p.Decisions)
		p.Model, p.Found = model, append(p.Found, found...)
		p.Found = append(p.Found, staleDeclined(spec, model)...)
	}
	p.Names = names.Of(p.Package().NamesSpec(), p.Model)
	p.unheeded = append(p.Problems, p.Diagnostics(p.Found)...)
	p.unheeded.Sort()
	p.Problems, p.Found = p.Heed(p.unheeded), p.heedProblems(p.Found)
	return p
}

// Package returns what the generated package needs beyond its types.
func (p *Platform) Package() emit.Platform { return packageOf(p.Spec) }

// Side returns the platform as one of the two states that diff compares. It is the
// zero value where p is nil.
func (p *Platform) Side() diff.Side {
	if p == nil {
		return diff.Side{}
	}
	return diff.Side{Platform: p.Package(), Model: p.Model, Names: p.Names, Decisions: p.Decisions}
}
