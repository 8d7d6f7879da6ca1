package diff

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// Change is one difference between two states of a platform.
type Change struct {
	Kind Kind
	What What
	// Path is the place in the new state, and the old one's where it is gone:
	// that of a field or type as decisions write it, the name of a topic, of an
	// enum, a value of one, or the platform. It is "" for the source of topics.
	Path string
	// Was is the path in the old state where that was another one, or "".
	Was string
	// Type is the Go type that is concerned or that has the field: in the new
	// state, or in the old one where it is gone. WasType is its name in the old
	// state where that was another one, or "".
	Type, WasType string
	// Name is the Go name of the field, the topic's constant or the value's, as
	// Type in time. It is "" for others.
	Name string
	// Old and New are what changed: the names of a Renamed, the types of another
	// change. One is "" where there was or is nothing.
	Old, New string
	// WasThere and IsThere say in which cases a field has no value: "may be null or
	// absent", "required", or "" where the examples always show one.
	WasThere, IsThere string

	Code   Effect // on Go code that imports the package
	Wire   Effect // on deliveries
	Events []string
	Topics []string // whose deliveries it concerns; both by their new names, sorted
	// OldAt and NewAt say where what changed is in each state: the line of the spec
	// that says so, or else where an example shows it first. Both are zero where there
	// is nothing to look at. What made the change may be elsewhere: see Causes.
	OldAt, NewAt infer.Where
}

// Breaking reports whether the change breaks code or deliveries.
func (c Change) Breaking() bool { return c.Code == Breaking || c.Wire == Breaking }

// Kind is in which way something changed.
type Kind uint8

// The kinds. Comparing the other way round gives Removed for Added and Narrowed
// for Widened, and the others for themselves.
const (
	Added    Kind = iota // is new
	Removed              // is gone
	Renamed              // has another name in Go, or as a topic
	Widened              // takes all that it took, and more
	Narrowed             // takes less than before
	Retyped              // takes other values, or the same ones as another Go type
	Presence             // may be null or absent in other cases than before
)

// String returns the kind in lower case.
func (k Kind) String() string {
	return [...]string{"added", "removed", "renamed", "widened", "narrowed", "retyped", "presence"}[k]
}

// Inverse returns the kind of the change back.
func (k Kind) Inverse() Kind {
	switch k {
	case Added:
		return Removed
	case Removed:
		return Added
	case Widened:
		return Narrowed
	case Narrowed:
		return Widened
	}
	return k
}

// What is the sort of thing that changed.
type What uint8

// The sorts of things.
const (
	Platform What = iota // the package as a whole
	Source               // where a delivery names its topic
	Topic                // a topic and its constant
	Alias                // another name that bodies give a topic
	Event                // the Go type of an event
	Type                 // another struct, or an enum
	Field                // a field, or the value of an event that is no object
	Value                // a value of an enum and its constant
)

// String returns the sort in lower case.
func (w What) String() string {
	return [...]string{"platform", "source", "topic", "alias", "event", "type", "field", "value"}[w]
}

// Effect is what a change means for somebody.
type Effect uint8

// The effects, from the least to the greatest.
const (
	// Compatible: code compiles as before, and the same deliveries fit.
	Compatible Effect = iota
	// Widening: code has something more to use; deliveries fit that did not.
	Widening
	// Breaking: code that compiled may not, or does not get what it got;
	// deliveries that fit have a mismatch. Of a member without a field, or that was
	// never seen with a value, nothing was known: giving it a type is compatible.
	Breaking
)

// String returns the effect in lower case.
func (e Effect) String() string { return [...]string{"compatible", "widening", "breaking"}[e] }

// compare orders changes: what holds for the platform, then topics, then types,
// each with its fields.
func compare(a, b Change) int {
	types := func(c Change) bool { return c.What >= Event }
	if types(a) != types(b) {
		return cmp.Compare(a.What, b.What)
	}
	return cmp.Or(
		cmp.Compare(a.Type, b.Type), cmp.Compare(a.Path, b.Path), cmp.Compare(a.What, b.What), cmp.Compare(a.Was, b.Was),
		cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Old, b.Old), cmp.Compare(a.New, b.New),
	)
}

// sortChanges sorts changes and makes one of those that say the same: what came
// into a type that several types became.
func sortChanges(all []Change) []Change {
	slices.SortFunc(all, func(a, b Change) int { return cmp.Or(compare(a, b), cmp.Compare(a.WasType, b.WasType)) })
	var out []Change
	for _, c := range all {
		if len(out) == 0 || compare(out[len(out)-1], c) != 0 {
			out = append(out, c)
			continue
		}
		last := &out[len(out)-1]
		last.Code, last.Wire = max(last.Code, c.Code), max(last.Wire, c.Wire)
		for _, e := range c.Events {
			last.Events = add(last.Events, e)
		}
		for _, t := range c.Topics {
			last.Topics = add(last.Topics, t)
		}
	}
	return out
}
