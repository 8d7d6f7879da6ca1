// Package proposal turns what package suggest finds for a platform into lines of its
// spec.
//
//	Find         Platform -> Proposal
//	Insertions   Proposal -> what to write into which file
//	YAML         a suggestion -> the lines to show
package proposal

import (
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// Proposal is the suggestions for a platform.
type Proposal struct {
	Platform *platform.Platform
	All      []suggest.Suggestion
	After    infer.Decisions // with those of All that build on each other: see Options.Weak
	Declined []specs.Declined
}

// Options says what to look for.
type Options struct {
	Kinds []string // all where there are none
	At    []string // paths, with what is inside; all where there are none
	Weak  bool     // let strong suggestions build on weak ones, and apply both
}

// input returns what package suggest looks at.
func input(p *platform.Platform, options Options) suggest.Input {
	in := suggest.Input{
		Evidence: p.Evidence, Decisions: p.Decisions, Spec: p.Package().NamesSpec(),
		Kinds: options.Kinds, At: options.At, Weak: options.Weak,
	}
	for _, x := range p.Spec.Declined {
		in.Declined = append(in.Declined, suggest.Declined{Kind: x.Kind, Path: x.Path})
	}
	return in
}

// Find returns the suggestions for a platform, which must have no errors.
func Find(p *platform.Platform, options Options) Proposal {
	out := Proposal{Platform: p}
	out.All, out.After = suggest.Find(input(p, options))
	for i := range out.All {
		c := &out.All[i].Change
		c.Topics = append(c.Topics, topicsOf(p.Spec, c.Events)...)
	}
	out.All = append(out.topicNames(options), out.All...)
	return out
}

// topicNames returns the suggestions of names for topics, given the decisions after.
func (p Proposal) topicNames(options Options) []suggest.Suggestion {
	if len(options.At) > 0 || len(options.Kinds) > 0 && !slices.Contains(options.Kinds, "name") {
		return nil
	}
	model, _ := infer.Decide(p.Platform.Evidence, p.After)
	return suggest.Topics(p.Platform.Package().NamesSpec(), model)
}

// topicsOf returns the topics whose event changes its name.
func topicsOf(p *specs.Platform, events []suggest.EventName) []suggest.TopicName {
	var all []suggest.TopicName
	for _, e := range events {
		for _, t := range p.Topics {
			if t.Event == e.Event && t.Like.Topic == "" {
				all = append(all, suggest.TopicName{Topic: t.Name, Event: e.Now})
			}
		}
	}
	return all
}
