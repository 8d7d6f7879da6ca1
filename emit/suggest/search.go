package suggest

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// search is the state of Find: what was found, and the decisions with it.
type search struct {
	in        Input
	decisions infer.Decisions
	view      *view // of the decisions
	found     []Suggestion
	refused   map[string]bool // candidates that could not be applied
}

// look builds the first view and reports whether infer.Decide accepts the decisions.
func (s *search) look() bool {
	s.view = newView(s.in, s.decisions)
	return !infer.HasErrors(s.view.problems)
}

// exhaust applies what the finders find until they find nothing more, and reports
// whether it applied anything. Each finder sees what was applied before it. After a
// change the search starts again with the first finder, and candidates that were
// refused get another chance. A finder whose candidates are all refused is asked
// again, because it may have others.
func (s *search) exhaust(finders []finder) (changed bool) {
	for again := true; again; {
		again = false
		for i := 0; i < len(finders); {
			candidates := s.open(finders[i], func(c candidate) bool { return s.in.Weak || !c.Weak })
			if len(candidates) == 0 {
				i++
				continue
			}
			if s.accept(candidates) {
				again, changed = true, true
				clear(s.refused)
				break
			}
		}
	}
	return changed
}

// open returns the wanted candidates of a finder that have not been refused.
func (s *search) open(find finder, wanted func(candidate) bool) []candidate {
	s.view.refused = s.refused
	var open []candidate
	for _, c := range find(s.view) {
		if c, ok := s.view.wanted(c); ok && wanted(c) && !s.refused[c.key()] {
			open = append(open, c)
		}
	}
	return open
}

// key identifies a candidate.
func (c candidate) key() string { return fmt.Sprint(c.Kind, c.Weak, c.options[0]) }

// accept applies the candidates that can be applied, all together if possible, and
// reports whether there was one.
func (s *search) accept(candidates []candidate) bool {
	together := s.decisions
	conflict := false
	for _, c := range candidates {
		conflict = conflict || !s.takes(c.options[0], together)
		together = c.options[0].Apply(together)
	}
	if r, ok := s.try(together); ok && !conflict && r.view.collisions == 0 {
		for _, c := range candidates {
			c.Change = c.options[0]
			s.found = append(s.found, c.Suggestion)
		}
		s.view, s.decisions = r.view, r.decisions
		return true
	}
	accepted := false
	for _, c := range candidates {
		if option, r, ok := s.first(c); ok {
			c.Change = option
			s.found = append(s.found, c.Suggestion)
			s.view, s.decisions, accepted = r.view, r.decisions, true
		} else {
			s.refused[c.key()] = true
		}
	}
	return accepted
}

// first returns the first option of a candidate that can be applied.
func (s *search) first(c candidate) (Change, result, bool) {
	for _, option := range c.options {
		if !s.takes(option, s.decisions) {
			continue
		}
		if r, ok := s.try(option.Apply(s.decisions)); ok {
			return option, r, true
		}
	}
	return Change{}, result{}, false
}

// takes reports whether a spec can hold a change beside the decisions: it declares
// nothing twice, and gives no type the name of an event's type.
func (s *search) takes(c Change, d infer.Decisions) bool {
	return c.writable() && !c.conflicts(d) &&
		!slices.ContainsFunc(c.Types, func(t infer.TypeDecision) bool { return t.Why != "" && s.view.isRoot(t.Name) })
}

// result is the outcome of applying a change.
type result struct {
	view      *view
	decisions infer.Decisions
}

// try reports whether decisions can replace the current ones: they decide more,
// infer.Decide reports no new problem, and no more Go names collide, in particular
// none that the decisions give. If only some kinds of suggestions are asked for, no
// name may collide that did not before, because nothing would resolve it. Decisions
// on paths that became one are united.
func (s *search) try(d infer.Decisions) (result, bool) {
	if extent(d) <= extent(s.decisions) {
		return result{}, false
	}
	v := newView(s.in, d)
	if once := v.united(d); len(once.Fields) < len(d.Fields) {
		v, d = newView(s.in, once), once
	}
	if v.collisions > s.view.collisions {
		return result{}, false
	}
	resolved := len(s.in.Kinds) == 0 || slices.Contains(s.in.Kinds, "name")
	for name, n := range v.clashes {
		if !resolved && n > s.view.clashes[name] {
			return result{}, false
		}
	}
	before := given(s.decisions)
	for name := range given(d) {
		if n := v.clashes[name]; n > s.view.clashes[name] || n > 0 && !before[name] {
			return result{}, false
		}
	}
	for _, p := range v.problems {
		if !slices.ContainsFunc(s.view.problems, p.Same) {
			return result{}, false
		}
	}
	return result{v, d}, true
}

// weak returns the weak candidates of the finders that can be applied, each alone.
func (s *search) weak(finders []finder) []Suggestion {
	var all []Suggestion
	for _, find := range finders {
		tried := make(map[string]bool)
		for again := true; again; {
			again = false
			for _, c := range s.open(find, func(c candidate) bool { return c.Weak && !tried[c.key()] }) {
				tried[c.key()] = true
				if option, _, ok := s.first(c); ok {
					c.Change = option
					all = append(all, c.Suggestion)
				} else {
					s.refused[c.key()], again = true, true // it hides nothing
				}
			}
		}
	}
	return all
}

// clashes reports whether a weak suggestion can no longer be applied after those that
// were applied since: infer.Decide reports more errors, or more names collide.
func (s *search) clashes(x Suggestion) bool {
	v := newView(s.in, x.Change.Apply(s.decisions))
	errors := 0
	for _, p := range v.problems {
		if !p.Warning {
			errors++
		}
	}
	return errors > 0 || v.collisions > s.view.collisions
}
