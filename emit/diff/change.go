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
	// Path is the path of a field or type as decisions write it, or the name of a
	// topic, an alias, an enum, a value or the platform, or a key of the spec for
	// Deliveries. It is that of the new state unless it was removed, and "" for Source.
	Path string
	// Was is the path in the old state if it differs, or "".
	Was string
	// Type is the name of the Go type that changed or has the field, of the same
	// state as Path. WasType is its name in the old state if it differs, or "".
	Type, WasType string
	// Name is the Go name of the field or constant, of the same state as Path, or "".
	Name string
	// Old and New are the two names of what was renamed, or else the two types. One
	// of them is "" if there was or is nothing.
	Old, New string
	// WasThere and IsThere say when a field has no value: "may be null or absent",
	// "required", or "" if the examples always show one.
	WasThere, IsThere string

	Code   Effect // on Go code that imports the package
	Wire   Effect // on deliveries
	Events []string
	Topics []string // with affected deliveries; both by their new names, sorted
	// OldAt and NewAt are the positions in each state: the line of the spec that
	// decides, or else the first example. Both may be zero. The change may have been
	// made elsewhere: see Causes.
	OldAt, NewAt infer.Where
}

// Breaking reports whether the change breaks code or deliveries.
func (c Change) Breaking() bool { return c.Code == Breaking || c.Wire == Breaking }

// Kind is how something changed.
type Kind uint8

// The kinds. The inverse of Added is Removed and that of Widened is Narrowed; the
// others are their own inverses.
const (
	Added Kind = iota
	Removed
	Renamed  // in Go, or as a topic
	Widened  // accepts what it accepted, and more
	Narrowed // accepts less
	Retyped  // accepts other values, or the same values as another Go type
	Presence // may be null or absent in other cases
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
	Platform   What = iota // the package as a whole
	Source                 // where a delivery names its topic
	Deliveries             // how deliveries are verified and answered
	Topic                  // a topic and its constant
	Alias                  // another name of a topic in bodies
	Event                  // the Go type of an event
	Type                   // another struct, or an enum
	Field                  // a field, or the value of an event that is not an object
	Value                  // a value of an enum and its constant
)

// String returns the sort in lower case.
func (w What) String() string {
	return [...]string{"platform", "source", "deliveries", "topic", "alias", "event", "type", "field", "value"}[w]
}

// Effect is the effect of a change on Go code or on deliveries.
type Effect uint8

// The effects, from the least to the greatest.
const (
	// Compatible: code compiles, and the same deliveries fit.
	Compatible Effect = iota
	// Widening: there is more for code to use; more deliveries fit.
	Widening
	// Breaking: code may no longer compile, or gets other values; deliveries that
	// fit now have a mismatch. A type for a member without a field, or without a
	// value so far, is compatible: nothing was known of it.
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

// sortChanges sorts changes and drops duplicates: if several types became one type, a
// change of that type is found once for each of them.
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
