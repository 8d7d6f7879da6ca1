package suggest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// trial is a candidate with the option that is tried.
type trial struct {
	candidate
	option int
}

// choose returns the candidates, each with its first option from the current one on that
// a spec can hold beside the decisions and the options before it. A candidate without
// one is refused.
func (s *search) choose(all []trial) []trial {
	declared := make(map[string]bool)
	for _, t := range s.decisions.Types {
		declared[t.Name] = true
	}
	for _, e := range s.decisions.Enums {
		declared[e.Name] = true
	}
	replaced := make(map[string]bool) // paths of objects that get a declared type
	for _, c := range all {
		for _, path := range c.covers {
			replaced[path] = true
		}
		if c.option < len(c.options) {
			for _, t := range c.options[c.option].Types {
				for _, at := range t.At {
					replaced[at.Path] = true
				}
			}
		}
	}
	var chosen []trial
	for _, c := range all {
		for c.option < len(c.options) && !s.takes(c.options[c.option], declared, replaced) {
			c.option++
		}
		if c.option == len(c.options) {
			s.refused[c.key()] = true
			continue
		}
		for name := range c.options[c.option].names() {
			declared[name] = true
		}
		chosen = append(chosen, c)
	}
	return chosen
}

// takes reports whether a spec can hold a change beside declared types and enums: it
// declares nothing twice, and gives no type a name that something else has.
func (s *search) takes(c Change, declared, replaced map[string]bool) bool {
	if !c.writable() {
		return false
	}
	for name := range c.names() {
		if declared[name] || s.view.isRoot(name) || s.view.isTaken(name, replaced) {
			return false
		}
	}
	return true
}

// tagPrefix begins the Refs of what was suggested.
const tagPrefix = "\x00"

// suggested reports whether a decision is not a line of the spec.
func suggested(ref infer.Ref) bool { return strings.HasPrefix(string(ref), tagPrefix) }

// tag gives the new decisions of a change one Ref, which problems refer to.
func (s *search) tag(c Change) (Change, infer.Ref) {
	s.tags++
	ref := infer.Ref(fmt.Sprint(tagPrefix, s.tags))
	at := func(old []infer.PathRef) []infer.PathRef {
		all := slices.Clone(old)
		for i := range all {
			all[i].Ref = ref
		}
		return all
	}
	c.Types, c.Fields, c.Enums, c.Envelope = slices.Clone(c.Types), slices.Clone(c.Fields), slices.Clone(c.Enums), slices.Clone(c.Envelope)
	for i, t := range c.Types {
		c.Types[i].Ref, c.Types[i].At = ref, at(t.At)
	}
	for i := range c.Fields {
		c.Fields[i].Ref = ref
	}
	for i, e := range c.Enums {
		c.Enums[i].Ref, c.Enums[i].At = ref, at(e.At)
	}
	for i := range c.Envelope {
		c.Envelope[i].Ref = ref
	}
	return c, ref
}

// untagged returns decisions without tags.
func untagged(d infer.Decisions) infer.Decisions {
	d.Types, d.Fields, d.Enums, d.Envelope = slices.Clone(d.Types), slices.Clone(d.Fields), slices.Clone(d.Enums), slices.Clone(d.Envelope)
	drop := func(ref *infer.Ref) {
		if suggested(*ref) {
			*ref = ""
		}
	}
	at := func(old []infer.PathRef) []infer.PathRef {
		all := slices.Clone(old)
		for i := range all {
			drop(&all[i].Ref)
		}
		return all
	}
	for i := range d.Types {
		drop(&d.Types[i].Ref)
		d.Types[i].At = at(d.Types[i].At)
	}
	for i := range d.Fields {
		drop(&d.Fields[i].Ref)
	}
	for i := range d.Enums {
		drop(&d.Enums[i].Ref)
		d.Enums[i].At = at(d.Enums[i].At)
	}
	for i := range d.Envelope {
		drop(&d.Envelope[i].Ref)
	}
	return d
}

// result is the outcome of applying changes.
type result struct {
	view      *view
	decisions infer.Decisions
	refs      []infer.Ref // the tags of the candidates
}

// try applies candidates to the current decisions. Where infer.Decide reports a new
// problem, or a Go name collides that may not, the result has no view, and blamed has
// the candidates that are named in what was reported: none if it names none.
func (s *search) try(all []trial) (result, map[int]bool) {
	blamed := make(map[int]bool)
	owner := make(map[infer.Ref]int)
	names := make(map[string]int) // of types and enums
	var changes []Change
	var refs []infer.Ref
	for i, c := range all {
		change, ref := s.tag(c.options[c.option])
		owner[ref], refs = i, append(refs, ref)
		for name := range change.names() {
			names[name] = i
		}
		changes = append(changes, change)
	}
	d, adds := applyAll(s.decisions, changes)
	d, left := settle(s.in.Evidence, d)
	for ref, i := range owner {
		if !left[ref] && !adds[i] {
			blamed[i] = true // it decides nothing
		}
	}
	if len(blamed) > 0 {
		return result{}, blamed
	}
	v := newView(s.in, d)
	objections := s.objections(v, d, owner)
	if len(objections) == 0 {
		return result{v, d, refs}, nil
	}
	for _, o := range objections {
		last := -1
		for _, ref := range o.refs {
			if i, ok := owner[ref]; ok {
				last = max(last, i)
			}
		}
		if i, ok := names[o.name]; ok && last < 0 {
			last = i
		}
		if last < 0 {
			last = inside(v.holders[o.name], names)
		}
		if last >= 0 {
			blamed[last] = true
		}
	}
	return result{}, blamed
}

// inside returns the last candidate that declares a type in which one of the paths is, or
// -1: an object below a member of a type has a name that begins with that of the type.
func inside(paths []string, names map[string]int) int {
	last := -1
	for _, path := range paths {
		name, _, _ := strings.Cut(path, "/")
		if i, ok := names[name]; ok {
			last = max(last, i)
		}
	}
	return last
}

// objection is a reason why decisions cannot replace the current ones.
type objection struct {
	refs []infer.Ref // of the decisions that it names
	name string      // the Go name that it is about, or ""
}

// objections returns what speaks against a view. With all kinds of suggestions, fields
// and types without a decision may collide for a while: others give them names.
func (s *search) objections(v *view, d infer.Decisions, owner map[infer.Ref]int) []objection {
	var all []objection
	for _, p := range v.problems {
		// A warning about another decision does not count: what was suggested before is
		// dropped, and a line of the spec that is redundant now harms nothing.
		if _, mine := owner[p.Where.Ref]; !s.view.hasProblem(p) && (mine || !p.Warning()) {
			all = append(all, objection{refs: refsOf(p)})
		}
	}
	strict := s.strict || len(s.in.Kinds) > 0 && !slices.Contains(s.in.Kinds, "name")
	before, now := given(s.decisions), given(d)
	for i, p := range v.names.Problems {
		name := v.names.Clashes[i]
		refs := refsOf(p)
		mine := slices.ContainsFunc(refs, func(r infer.Ref) bool { _, ok := owner[r]; return ok })
		more := v.clashes[name] > s.view.clashes[name]
		if more && (strict || now[name]) || mine && now[name] && !before[name] {
			all = append(all, objection{refs, name})
		}
	}
	return all
}

// refsOf returns the lines of the spec that a problem is about.
func refsOf(p infer.Problem) []infer.Ref {
	refs := []infer.Ref{p.Where.Ref}
	for _, w := range p.Also {
		refs = append(refs, w.Ref)
	}
	return refs
}
