package suggest

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Suggestion is one proposal to whoever writes the spec.
type Suggestion struct {
	Kind    string // one of Kinds
	Weak    bool   // look twice
	Path    string // the first place that it is about
	Message string // what was seen, without any value
	Change  Change
	For     []infer.Origin // examples that speak for it, the first ones first
	Against []infer.Origin // those that may speak against it
}

// Kinds returns the kinds of suggestions, in the order in which they are ranked.
func Kinds() []string {
	return []string{"envelope", "type", "json", "map", "number", "timestamp", "lend", "flag", "enum", "name", "event"}
}

// Input is what Find looks at.
type Input struct {
	Evidence  infer.Evidence
	Decisions infer.Decisions
	// Spec is what the spec says of the names of the package.
	Spec names.Spec
	// Kinds are the kinds to look for; all of them where there are none.
	Kinds []string
	// Weak lets strong suggestions build on weak ones, so that all of them can be
	// applied together.
	Weak bool
}

// Find returns what it suggests, strong suggestions first, and the decisions
// with the strong ones applied; with Input.Weak, with all of them. The decisions
// have to be ones that infer.Decide takes; where it does not, there is nothing.
func Find(in Input) ([]Suggestion, infer.Decisions) {
	s := &search{in: in, decisions: in.Decisions, refused: make(map[string]bool)}
	if !s.look() {
		return nil, in.Decisions
	}
	structural := []finder{envelopes, jsonTexts, keyMaps, types, resources, stutters, elements, typeNameCollisions}
	leaves := []finder{numbers, timestamps, lends, flags, enums, fieldNames}
	var events []Suggestion
	if len(in.Kinds) == 0 || slices.Contains(in.Kinds, "event") {
		events = s.view.sameEvents()
	}
	s.exhaust(structural)
	var weak []Suggestion
	if !in.Weak {
		weak = s.weak(structural)
	}
	for s.exhaust(leaves) && s.exhaust(structural) {
	}
	if !in.Weak {
		weak = append(slices.DeleteFunc(weak, s.clashes), s.weak(leaves)...)
	}
	all := append(s.found, weak...)
	all = append(s.view.shortest(all), events...)
	s.decisions = s.view.settled(s.decisions)
	slices.SortStableFunc(all, func(a, b Suggestion) int {
		return cmp.Or(
			cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return all, s.decisions
}

// rank orders suggestions by strength, then by kind.
func rank(s Suggestion) int {
	n := slices.Index(Kinds(), s.Kind)
	if s.Weak {
		n += len(Kinds())
	}
	return n
}

// finder looks for suggestions of one kind, in a fixed order.
type finder func(*view) []candidate

// candidate is a suggestion that has not been tried. Its change is the first
// of the options that can be applied: they differ in names.
type candidate struct {
	Suggestion
	options []Change
}

// one is a candidate with one option.
func one(s Suggestion) candidate { return candidate{s, []Change{s.Change}} }
