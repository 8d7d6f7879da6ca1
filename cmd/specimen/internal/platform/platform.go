// Package platform is the pipeline of the command line, from a spec to what the
// examples and the decisions in it give. It stands here once, and every verb that
// asks about types takes a Platform, or two.
//
//	Read        a folder of specs -> Set, with a Platform for each spec
//	Decide      a spec -> Platform
//	    ObserveAll    examples -> evidence
//	    Decide        evidence, decisions -> model
//	    Names         model -> Go names
//
// There is one rule for errors. Problems of the text, the examples and the decisions
// are collected in Platform.Problems. Where one of them is an error, Model is not to
// be relied on, and a verb that needs it prints all problems and stops. Colliding
// names are not among them: the types are known then, and only "generate" and "check"
// need the names to be distinct.
package platform

import (
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
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
	Problems  diagnostic.List // of the text, the examples and the decisions
	Found     []infer.Problem // those of the examples and the decisions, without positions
}

// Decide returns what a spec gives. The text of the spec has the problems in list,
// which may have others in it.
//
// As many problems as possible are found: where the text or the examples have errors,
// the decisions are checked as far as they do not depend on them.
func Decide(spec *specs.Platform, list diagnostic.List) *Platform {
	p := &Platform{Spec: spec, Decisions: decisionsOf(spec), Problems: known(list, spec)}
	p.Evidence, p.Found = infer.Observe(examplesOf(spec)...)
	if hasErrors(p.Found) || p.Problems.HasErrors() {
		p.Found = append(p.Found, besides(spec, p.Problems, p.Found)...)
	} else {
		model, found := infer.Decide(p.Evidence, p.Decisions)
		p.Model, p.Found = model, append(p.Found, found...)
	}
	p.Names = p.Package().Names(p.Model)
	p.Problems = append(p.Problems, p.Diagnostics(p.Found)...)
	p.Problems.Sort()
	return p
}

func hasErrors(problems []infer.Problem) bool {
	return slices.ContainsFunc(problems, func(p infer.Problem) bool { return !p.Warning })
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

// Set is the platforms of a folder of specs, or some of them.
type Set struct {
	Specs     *specs.Set
	Platforms []*Platform
	Problems  diagnostic.List // of all of them, sorted
}

// Line returns a line of a file of the specs, counted from 1.
func (s *Set) Line(file string, line int) (string, bool) { return s.Specs.Line(file, line) }

// Loader is a folder of specs.
type Loader interface {
	Load() (*specs.Set, error)
	Dir() string // what the user calls it
}

// Read reads the specs of a folder and decides the named platforms, or all of them
// where there are no names. It fails where a name is not that of a platform.
func Read(from Loader, names ...string) (*Set, error) {
	loaded, err := from.Load()
	if err != nil {
		return nil, err
	}
	if err := Check(names, from.Dir(), loaded); err != nil {
		return nil, err
	}
	return DecideAll(loaded, names), nil
}

// DecideAll decides the named platforms of a set, or all of them where there are no
// names. It leaves out names that the set does not have.
func DecideAll(loaded *specs.Set, names []string) *Set {
	set := &Set{Specs: loaded}
	for _, p := range loaded.Platforms {
		if len(names) == 0 || slices.Contains(names, p.Name) {
			set.Platforms = append(set.Platforms, &Platform{Spec: p})
		}
	}
	parallel.Do(len(set.Platforms), func(i int) {
		set.Platforms[i] = Decide(set.Platforms[i].Spec, loaded.Diagnostics)
	})
	if len(names) == 0 {
		set.Problems = ofNone(loaded)
	}
	for _, p := range set.Platforms {
		set.Problems = append(set.Problems, p.Problems...)
	}
	set.Problems.Sort()
	return set
}

// ofNone returns the problems of a folder of specs that belong to no platform.
func ofNone(loaded *specs.Set) diagnostic.List {
	return slices.DeleteFunc(slices.Clone(loaded.Diagnostics), func(d diagnostic.Diagnostic) bool {
		return slices.ContainsFunc(loaded.Platforms, func(p *specs.Platform) bool { return len(known(diagnostic.List{d}, p)) > 0 })
	})
}

// Platform returns the platform with a name, or nil.
func (s *Set) Platform(name string) *Platform {
	i := slices.IndexFunc(s.Platforms, func(p *Platform) bool { return p.Spec.Name == name })
	if i < 0 {
		return nil
	}
	return s.Platforms[i]
}

// Refuse returns the problems as an error where one of them is more than a warning.
func (s *Set) Refuse() error {
	if !s.Problems.HasErrors() {
		return nil
	}
	return cli.Refuse(s.Problems, s.Line)
}
