package suggest

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// search is the state of Find: what was found, and the decisions with it.
//
// Deciding and naming all types takes the most time, so the search does it for many
// candidates together: once where all can be applied, and a few times more where some
// cannot. How often does not depend on the number of candidates, but on how many are
// refused.
type search struct {
	in        Input
	decisions infer.Decisions // what was found has tags as its Refs
	view      *view           // of the decisions
	found     []found
	refused   map[string]bool // the keys of candidates that could not be applied
	tags      int             // how many were given
	strict    bool            // whether no other Go names may collide for the time being
}

// look builds the first view and reports whether infer.Decide accepts the decisions.
func (s *search) look() bool {
	s.view = newView(s.in, s.decisions)
	return !infer.HasErrors(s.view.problems)
}

// exhaust applies what the finders find until they find nothing more, and reports
// whether it applied anything. Each finder sees what was applied before it, and is asked
// again as long as it has other candidates. After a round that applied something,
// candidates that were refused get another chance.
func (s *search) exhaust(finders []finder) (changed bool) {
	for again := true; again; {
		again = false
		for _, find := range finders {
			for {
				open := s.open(find, func(c candidate) bool { return s.in.Weak || !c.Weak })
				if len(open) == 0 {
					break
				}
				if s.accept(open) {
					again, changed = true, true
				}
			}
		}
		clear(s.refused)
	}
	return changed
}

// open returns the wanted candidates of a finder that have not been refused.
func (s *search) open(find finder, wanted func(candidate) bool) []trial {
	var open []trial
	for _, c := range find(s.view) {
		if c, ok := s.view.wanted(c); ok && wanted(c) && !s.refused[c.key()] {
			open = append(open, trial{candidate: c})
		}
	}
	return open
}

// key identifies a candidate.
func (c candidate) key() string { return fmt.Sprint(c.Kind, c.Weak, c.options[0]) }

// accept applies the candidates that can be applied, all together if possible, and
// reports whether there was one.
func (s *search) accept(all []trial) bool {
	for range mostBlames {
		if all = s.choose(all); len(all) == 0 {
			return false
		}
		r, blamed := s.try(all)
		if r.view != nil {
			s.apply(all, r)
			return true
		}
		if len(blamed) == 0 {
			break
		}
		for i := range all {
			if blamed[i] {
				all[i].option++
			}
		}
	}
	return s.halve(all)
}

// halve applies the candidates that can be applied, one half after the other.
func (s *search) halve(all []trial) (applied bool) {
	for all = s.choose(all); len(all) > 0; all = s.choose(all) {
		if r, _ := s.try(all); r.view != nil {
			s.apply(all, r)
			return true
		}
		if n := len(all) / 2; n > 0 {
			first := s.halve(all[:n])
			return s.halve(all[n:]) || first
		}
		all[0].option++
	}
	return false
}

// found is a suggestion that was applied, and its tag.
type found struct {
	Suggestion
	ref infer.Ref
}

// apply makes the result of candidates the current state, without what they make
// redundant of the suggestions before them.
func (s *search) apply(all []trial, r result) {
	for i, c := range all {
		c.Change = c.options[c.option]
		s.found = append(s.found, found{c.Suggestion, r.refs[i]})
	}
	s.view, s.decisions = r.view, r.decisions
	redundant := make(map[infer.Ref]string)
	for _, p := range s.view.problems {
		if ref := p.Where.Ref; p.Warning() && suggested(ref) {
			redundant[ref] = p.Path
		}
	}
	if len(redundant) == 0 {
		return
	}
	drop := func(old []infer.FieldDecision, ref infer.Ref) []infer.FieldDecision {
		return slices.DeleteFunc(slices.Clone(old), func(f infer.FieldDecision) bool {
			path, ok := redundant[cmp.Or(f.Ref, ref)]
			return ok && s.view.shortestPath(f.Path) == path
		})
	}
	s.decisions.Fields = drop(s.decisions.Fields, "")
	for i, f := range s.found {
		s.found[i].Change.Fields = drop(f.Change.Fields, f.ref)
	}
	s.found = slices.DeleteFunc(s.found, func(f found) bool { return !f.Decides() })
	s.view = newView(s.in, s.decisions)
}

// weak returns the weak candidates of the finders that can be applied, each alone.
func (s *search) weak(finders []finder) []Suggestion {
	strict := s.strict
	s.strict = true
	var all []Suggestion
	for _, find := range finders {
		for _, c := range s.able(s.open(find, func(c candidate) bool { return c.Weak })) {
			c.Change = c.options[c.option]
			all = append(all, c.Suggestion)
		}
	}
	s.strict = strict
	return all
}

// able returns the candidates that can be applied, each alone. Several that can be
// applied together can be applied alone as well.
func (s *search) able(all []trial) []trial {
	for all = s.choose(all); len(all) > 0; all = s.choose(all) {
		if r, _ := s.try(all); r.view != nil {
			return all
		}
		if n := len(all) / 2; n > 0 {
			return slices.Concat(s.able(all[:n]), s.able(all[n:]))
		}
		all[0].option++
	}
	return nil
}
