package infer

import (
	"maps"
	"slices"
	"strings"
)

// Decided is a path with its type and what the type is based on.
type Decided struct {
	Path  string // the shortest one
	Type  Type   // of the field, element or body
	Rule  Rule
	Ref   Ref  // of the decision, if Rule is RuleSpec
	Alone Type // the type that the rules give, or nil if a rule needs the decision
	// Evidence is the evidence of the values at the path, without their parts, pooled
	// over all paths that have the same type by decision.
	Evidence *Node
	Objects  int  // the objects that can have the member, or 0 if it is not a member
	Absent   Fact // the objects that lack it
	Required Rule // that requires the member, or ""
	Needed   Ref  // the line that does, by RuleSpec or RuleDocumented
}

// Present returns the number of objects that have the member.
func (d *Decided) Present() int { return d.Objects - d.Absent.Count }

// At returns what was decided for a path, in any form that a decision can have, or nil
// if the model does not have the path.
func (m Model) At(path string) *Decided {
	if m.pool == nil {
		return nil
	}
	return m.decided[m.pool.shorten(path)]
}

// All returns everything that was decided, sorted by path.
func (m Model) All() []*Decided {
	var all []*Decided
	for _, path := range slices.Sorted(maps.Keys(m.decided)) {
		all = append(all, m.decided[path])
	}
	return all
}

// StructAt returns the struct of the objects at a path, or nil. The path of a declared
// type, and of the envelope, is its name.
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

// record records what was decided for a path, without room for null and absence.
func (w *decider) record(path string, t Type, rule Rule, alone Type) {
	d := &Decided{Path: path, Type: t, Rule: rule, Alone: alone, Evidence: w.pool.nodes[path]}
	if d.Evidence == nil {
		d.Evidence = new(Node) // lent
	}
	if rule == RuleSpec {
		d.Ref = w.refOf(path)
	}
	w.decided[path] = d
}

// refOf returns the line of the decision for a path.
func (w *decider) refOf(path string) Ref {
	if e, ok := w.enums[path]; ok {
		return w.atRef(e.Name, path, e.Ref)
	}
	if f := w.pool.fields[path]; f.Type != "" {
		return f.Ref
	}
	if t, ok := w.types[w.pool.aliases.home(path)]; ok {
		return w.atRef(t.Name, path, t.Ref)
	}
	if w.lent[path] { // by the first decision below it
		for _, below := range slices.Sorted(maps.Keys(w.pool.fields)) {
			if strings.HasPrefix(below, path+"/*") {
				return w.pool.fields[below].Ref
			}
		}
		return w.refOf(path + "/*")
	}
	return ""
}

// place is a path among those of a type or an enum that a decision declares.
type place struct{ name, path string }

// atRef returns the line of a path among those of the type or enum with a name.
func (w *decider) atRef(name, path string, otherwise Ref) Ref {
	if p, ok := w.lines[place{name, path}]; ok {
		return p.Ref
	}
	return otherwise
}

// addLine notes the line of a path of the type or enum with a name.
func (w *decider) addLine(name string, at PathRef) {
	p := place{name, w.pool.shorten(at.Path)}
	if _, ok := w.lines[p]; !ok {
		w.lines[p] = at
	}
}
