package suggest

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// Suggestion is a proposed change to a spec.
type Suggestion struct {
	Kind    string // one of Kinds
	Weak    bool   // a person should look twice
	Path    string // the first path that it is about
	Message string // the finding, without values of examples
	Change  Change
	For     []infer.Origin // evidence for it, in order
	Against []infer.Origin // evidence that may contradict it
}

// Decides reports whether the suggestion decides anything. One that does not explains why
// there is no other: why objects that look alike are not of one type.
func (s Suggestion) Decides() bool {
	c := s.Change
	return len(c.Envelope)+len(c.Types)+len(c.Fields)+len(c.Enums)+len(c.Topics)+len(c.Events) > 0
}

// Kinds returns the kinds of suggestions in the order in which Find returns them.
func Kinds() []string {
	return []string{"envelope", "type", "json", "map", "number", "timestamp", "base64", "lend", "flag", "enum", "required", "name", "event"}
}

// Input is the input of Find.
type Input struct {
	Evidence  infer.Evidence
	Decisions infer.Decisions
	Spec      names.Spec
	Kinds     []string // to look for; empty means all
	At        []string // paths to look at, with what is inside; empty means all
	Declined  []Declined
	Weak      bool // apply weak suggestions too, so that others can build on them
}

// Find returns suggestions, strong ones first, and the decisions with the strong ones
// applied, or with all of them if Input.Weak is set. If infer.Decide does not accept
// the decisions of the input, there are no suggestions.
func Find(in Input) ([]Suggestion, infer.Decisions) {
	all, after, ok := find(in, false)
	if !ok {
		all, after, _ = find(in, true)
	}
	return all, after
}

// find is Find. Unless it is strict, it lets Go names collide for the time being, and
// reports whether no more of them collide in the end than before.
func find(in Input, strict bool) (all []Suggestion, after infer.Decisions, ok bool) {
	for range mostRounds {
		var late []Declined
		if all, after, late, ok = findOnce(in, strict); len(late) == 0 {
			break
		}
		in.Declined = append(slices.Clip(in.Declined), late...)
	}
	return all, after, ok
}

// findOnce is find. It also returns the paths of suggestions that were made although they are
// declined, because the spec calls them by a type that was only suggested later.
func findOnce(in Input, strict bool) (all []Suggestion, after infer.Decisions, late []Declined, ok bool) {
	s := &search{in: in, decisions: in.Decisions, refused: make(map[string]bool), strict: strict}
	if !s.look() {
		return nil, in.Decisions, nil, true
	}
	before := s.view
	structural, leaves := structural(), leaves()
	var events []Suggestion
	if len(in.Kinds) == 0 || slices.Contains(in.Kinds, "event") {
		events = slices.DeleteFunc(s.view.sameEvents(), func(x Suggestion) bool {
			_, ok := s.view.wanted(one(x))
			return !ok
		})
	}
	s.exhaust(structural)
	for s.exhaust(leaves) && s.exhaust(structural) {
	}
	for name, n := range s.view.clashes {
		if n > before.clashes[name] {
			return nil, in.Decisions, nil, strict
		}
	}
	for _, f := range s.found {
		all = append(all, f.Suggestion)
	}
	if !in.Weak {
		all = append(all, s.weak(slices.Concat(structural, leaves))...)
	}
	all = append(s.view.shortest(all), events...)
	all = append(all, before.unlike()...)
	slices.SortStableFunc(all, func(a, b Suggestion) int {
		return cmp.Or(
			cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return all, untagged(s.decisions), s.late(), true
}

// structural returns the finders of suggestions that change paths, in their order.
func structural() []finder {
	return []finder{envelopes, jsonTexts, keyMaps, partials, types, resources, elements, briefNames, stutters, typeNameCollisions}
}

// leaves returns the finders of the others.
func leaves() []finder {
	return []finder{timestamps, encoded, numbers, lends, flags, enums, promises, fieldNames}
}

// rank orders suggestions by strength, then by kind.
func rank(s Suggestion) int {
	n := slices.Index(Kinds(), s.Kind)
	if s.Weak {
		n += len(Kinds())
	}
	return n
}

// finder returns candidates of one kind, in a fixed order.
type finder func(*view) []candidate

// candidate is a suggestion that has not been test-applied. Its change is the first
// of its options, which differ in names, that can be applied.
type candidate struct {
	Suggestion
	options []Change
	covers  []string // paths of objects that get a type as well, because they are inside of others that do
}

// one returns a candidate with one option.
func one(s Suggestion) candidate { return candidate{Suggestion: s, options: []Change{s.Change}} }
