package suggest

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// A rule is a reason to decide what the values of a member are, judging by its name
// and by its values in the examples.
type rule struct {
	when    func(spot) bool
	message string
	decide  infer.FieldDecision       // without a path
	weak    func(spot) bool           // nil: the suggestion is strong
	support func(spot) []infer.Origin // nil: the first value of each kind
	against func(spot) []infer.Origin // nil: nothing
}

// always makes a suggestion weak.
func always(spot) bool { return true }

// byRules returns the candidates of a kind: for each spot that can have one, by the
// first rule that applies. A rule without a message suggests nothing.
func (v *view) byRules(kind string, rules []rule, can func(spot) bool) []candidate {
	var all []candidate
	for _, s := range v.spots {
		if v.decided(s.path) || !can(s) {
			continue
		}
		for _, r := range rules {
			if !r.when(s) {
				continue
			}
			if r.message != "" {
				all = append(all, v.byRule(kind, r, s))
			}
			break
		}
	}
	return all
}

func (v *view) byRule(kind string, r rule, s spot) candidate {
	x := Suggestion{
		Kind: kind, Path: s.path, Message: r.message, Weak: r.weak != nil && r.weak(s),
		For:    s.evidence(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString),
		Change: Change{Fields: []infer.FieldDecision{v.decision(s.path, r.decide)}},
	}
	if r.support != nil {
		x.For = r.support(s)
	}
	if r.against != nil {
		x.Against = r.against(s)
	}
	return one(x)
}

// typed returns the decision for a type.
func typed(word, why string) infer.FieldDecision { return infer.FieldDecision{Type: word, Why: why} }
