package infer

import (
	"maps"
	"slices"
	"strings"
)

// Decided is one place with its type, and what that rests on.
type Decided struct {
	Path  string // the shortest one
	Type  Type   // as the field, element or event has it
	Rule  Rule
	Ref   Ref  // of the decision, where Rule is RuleSpec
	Alone Type // what the rules give without that decision, nil where that was not asked
	// Evidence is what the values at all paths of the place show, without what is
	// below them.
	Evidence *Node
	Objects  int  // that the member can be in; 0 for what is no member
	Absent   Fact // from these
}

// Present is how many objects have the member.
func (d *Decided) Present() int { return d.Objects - d.Absent.Count }

// Place returns what was decided for a place, nil where there is none. The path
// may be any that a decision can write.
func (m Model) At(path string) *Decided {
	if m.pool == nil {
		return nil
	}
	return m.decided[m.pool.shorten(path)]
}

// Places returns all that was decided, by path.
func (m Model) All() []*Decided {
	var all []*Decided
	for _, path := range slices.Sorted(maps.Keys(m.decided)) {
		all = append(all, m.decided[path])
	}
	return all
}

// StructAt returns the struct of the objects at a place, or nil. Of a type by
// decision, and of what events share, the path is the name.
func (m Model) StructAt(path string) *Struct {
	if m.pool == nil {
		return nil
	}
	home := m.pool.aliases.home(m.pool.shorten(path))
	if m.Envelope != nil && home == m.Envelope.Path {
		return m.Envelope
	}
	i := slices.IndexFunc(m.Structs, func(s *Struct) bool { return s.Path == home })
	if i < 0 {
		return nil
	}
	return m.Structs[i]
}

// record notes what was decided for a place, without room for null and absence.
func (w *decider) record(place string, t Type, rule Rule, alone Type) {
	d := &Decided{Path: place, Type: t, Rule: rule, Alone: alone, Evidence: w.pool.places[place]}
	if d.Evidence == nil {
		d.Evidence = new(Node) // lent
	}
	if rule == RuleSpec {
		d.Ref = w.refOf(place)
	}
	w.decided[place] = d
}

// refOf returns the line with the decision on a place.
func (w *decider) refOf(place string) Ref {
	if e, ok := w.enums[place]; ok {
		return w.atRef(e.At, place, e.Ref)
	}
	if f := w.pool.fields[place]; f.Type != "" {
		return f.Ref
	}
	if t, ok := w.types[w.pool.aliases.home(place)]; ok {
		return w.atRef(t.At, place, t.Ref)
	}
	if w.lent[place] { // by the first of the decisions below it
		for _, path := range slices.Sorted(maps.Keys(w.pool.fields)) {
			if strings.HasPrefix(path, place+"/*") {
				return w.pool.fields[path].Ref
			}
		}
		return w.refOf(place + "/*")
	}
	return ""
}

// atRef returns the line that names the place among those of a decision.
func (w *decider) atRef(at []PathRef, place string, otherwise Ref) Ref {
	for _, p := range at {
		if w.pool.shorten(p.Path) == place {
			return p.Ref
		}
	}
	return otherwise
}
