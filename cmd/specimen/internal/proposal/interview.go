package proposal

import (
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/specs"
)

// Interview asks a person for an answer to each suggestion. It is a proposal that holds
// what was accepted and declined so far.
type Interview struct {
	Proposal
	options Options
	passed  map[string]bool // suggestions that were passed over
	topics  []suggest.Suggestion
	named   bool // topics is known
}

// Ask begins an interview about a platform, which must have no errors.
func Ask(p *platform.Platform, options Options) *Interview {
	return &Interview{Proposal: Proposal{Platform: p, After: p.Decisions}, options: options, passed: make(map[string]bool)}
}

// Next returns the next suggestion, which builds on those that were accepted.
func (i *Interview) Next() (suggest.Suggestion, bool) {
	in := input(i.Platform, i.options)
	in.Decisions = i.After
	for _, x := range i.Declined {
		in.Declined = append(in.Declined, suggest.Declined{Kind: x.Kind, Path: x.Path})
	}
	if s, ok := suggest.Next(in, func(s suggest.Suggestion) bool { return i.passed[key(s)] }); ok {
		return s, true
	}
	if !i.named {
		i.topics, i.named = i.topicNames(i.options), true
	}
	for _, s := range i.topics {
		if !i.passed[key(s)] {
			return s, true
		}
	}
	return suggest.Suggestion{}, false
}

// Accept applies a suggestion.
func (i *Interview) Accept(s suggest.Suggestion) {
	i.All = append(i.All, s)
	i.After = s.Change.Apply(i.After)
	i.Pass(s)
}

// Pass leaves a suggestion for another time.
func (i *Interview) Pass(s suggest.Suggestion) { i.passed[key(s)] = true }

// Decline keeps a suggestion from being made again, for the reason why.
func (i *Interview) Decline(s suggest.Suggestion, why string) {
	i.Declined = append(i.Declined, specs.Declined{Kind: s.Kind, Path: s.Path, Why: why})
	i.Pass(s)
}

// key identifies a suggestion in an interview.
func key(s suggest.Suggestion) string { return s.Kind + " " + s.Path + " " + s.Message }
