package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Cause is a line of the spec or a value of an example that may have made a change.
type Cause struct {
	infer.Where
	Old bool // it is in the old state, and its removal made the change
	// Lacks says that it is an object without a member, so that the edit may be
	// anywhere up to End.
	Lacks bool
	End   infer.Where
}

// Causes finds what may have made a change: what only one of the two states says or
// shows. Several edits can make one change, and the same value can be in several
// examples; only the lines of the files tell which of them was edited.
type Causes struct{ old, new *half }

// NewCauses returns the possible causes of changes between two states.
func NewCauses(old, new Side) *Causes {
	a, b := newHalf(old, true), newHalf(new, false)
	a.without(b)
	b.without(a)
	return &Causes{a, b}
}

// Of returns the possible causes of a change, the most likely one first.
func (c *Causes) Of(x Change) []Cause {
	var all []Cause
	switch x.What {
	case Platform:
	case Source:
		all = c.refs("/topic/header", "/topic/member", "/topic")
	case Deliveries:
		all = c.deliveries(infer.Ref("/" + x.Path))
	case Topic, Alias:
		all = c.topic(x)
	case Value:
		all = c.at([]string{x.Type, x.WasType}, x)
	case Event:
		all = append(c.topicsOf(x), c.at([]string{x.Path, x.Was}, x)...)
	default:
		all = c.at([]string{x.Path, x.Was}, x)
	}
	for i, cause := range all {
		if cause.Lacks {
			all[i].End = c.half(cause).end(cause.Where)
		}
	}
	// If the event of a topic changed, its examples show something new without having
	// been edited.
	for i, cause := range all {
		if ref, ok := c.half(cause).moved[cause.Example]; ok {
			all[i] = Cause{Where: at(ref), Old: cause.Old}
		}
	}
	return all
}

func (c *Causes) half(cause Cause) *half {
	if cause.Old {
		return c.old
	}
	return c.new
}

// refs returns lines of the spec in the new state, then in the old one.
func (c *Causes) refs(refs ...infer.Ref) []Cause {
	var all []Cause
	for _, old := range []bool{false, true} {
		for _, ref := range refs {
			all = append(all, Cause{Where: at(ref), Old: old})
		}
	}
	return all
}

// topic returns the lines of a topic.
func (c *Causes) topic(x Change) []Cause {
	var all []Cause
	for _, h := range []*half{c.new, c.old} {
		for _, t := range h.Platform.Topics {
			if !slices.Contains([]string{x.Path, x.Was, x.Old, x.New}, t.Name) {
				continue
			}
			for i, name := range t.Aliases {
				if x.What == Alias && name == x.Path {
					all = append(all, Cause{Where: at(t.Ref + infer.Ref("/aliases/"+strconv.Itoa(i))), Old: h.old})
				}
			}
			if x.What == Topic && x.Kind == Renamed {
				all = append(all, Cause{Where: at(t.Ref + "/name"), Old: h.old})
			} else if x.What == Topic && x.Kind != Added && x.Kind != Removed {
				all = append(all, Cause{Where: at(t.PayloadRef), Old: h.old})
			}
			all = append(all, Cause{Where: at(t.Ref), Old: h.old})
		}
	}
	return all
}

// declared returns the keys that declare a type or an enum, by its names in both states.
func (c *Causes) declared(x Change) []Cause {
	var all []Cause
	for _, h := range []*half{c.new, c.old} {
		name := x.Type
		if h.old {
			name = cmp.Or(x.WasType, x.Type)
		}
		for _, t := range h.Decisions.Types {
			if t.Name == name && t.Ref != "" {
				all = append(all, Cause{Where: at(t.Ref), Old: h.old})
			}
		}
		for _, e := range h.Decisions.Enums {
			if e.Name == name && e.Ref != "" {
				all = append(all, Cause{Where: at(e.Ref), Old: h.old})
			}
		}
	}
	return all
}

// topicsOf returns the lines that give topics the event that changed.
func (c *Causes) topicsOf(x Change) []Cause {
	var events []string
	for _, path := range []string{x.Path, x.Was} {
		if event, ok := infer.EventOf(path); ok {
			events = append(events, event)
		}
	}
	return append(c.new.given(events), c.old.given(events)...)
}

// at returns the possible causes of a change at a path, which may be another one in
// each state. In this order: decisions about it, its declaration, what the examples of only one state
// show there, decisions about paths above and below, what examples show above, and
// what changed examples have or lack there and below.
func (c *Causes) at(paths []string, x Change) []Cause {
	paths = slices.DeleteFunc(slices.Compact(paths), func(p string) bool { return p == "" })
	halves := []*half{c.new, c.old}
	var all []Cause
	for _, h := range halves {
		all = append(all, h.decided(paths, 0, 0)...)
	}
	var declared []Cause
	if x.What == Type {
		declared = c.declared(x)
	}
	all = append(all, declared...)
	for elem, levels := "", 0; levels < 3; elem, levels = elem+"/*", levels+1 {
		var below []string
		for _, path := range paths {
			below = append(below, path+elem)
		}
		all = append(all, c.facts(below, x.Kind == Presence)...)
	}
	for _, h := range halves {
		all = append(all, h.decided(paths, 1, farthest)...)
	}
	for _, path := range paths {
		for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
			all = append(all, c.facts([]string{path[:i]}, false)...)
		}
	}
	if x.Kind == Presence {
		all = append(all, c.beside(paths)...)
	}
	if len(all) == len(declared) {
		for _, path := range paths {
			for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
				all = slices.Concat(all, c.new.below([]string{path[:i]}, c.old), c.old.below([]string{path[:i]}, c.new))
			}
		}
	}
	all = append(all, c.uncovered(x.Events)...)
	all = append(all, c.new.below(paths, c.old)...)
	all = append(all, c.old.below(paths, c.new)...)
	all = append(all, c.absence(paths, x)...)
	for _, h := range halves {
		all = slices.Concat(all, h.shown(paths), h.lacking(paths))
	}
	for _, h := range halves {
		all = append(all, h.below(paths, nil)...)
	}
	// For example, a topic got the event of others, with all that its examples show.
	for _, h := range halves {
		all = append(all, h.given(x.Events)...)
		for _, s := range h.statements {
			all = append(all, Cause{Where: at(s.ref), Old: h.old})
		}
	}
	if len(all) == 0 {
		all = c.roots()
	}
	return all
}

// absence returns what lacks a member that may be absent in one of the states only, and what
// has it in the other.
func (c *Causes) absence(paths []string, x Change) []Cause {
	was, is := strings.Contains(x.WasThere, "absent"), strings.Contains(x.IsThere, "absent")
	switch {
	case is && !was:
		return slices.Concat(c.new.lacking(paths), c.old.shown(paths))
	case was && !is:
		return slices.Concat(c.new.shown(paths), c.old.lacking(paths))
	}
	return nil
}

// roots returns what examples show of the whole bodies of events that embed the envelope in
// only one of the states. Where a body is not an object any more, what it had in members of
// the envelope is no evidence of them, and the types of all events change.
func (c *Causes) roots() []Cause {
	var all []Cause
	for _, e := range c.new.Model.Events {
		root := infer.EventPath(e.Name)
		a, b := c.old.Model.StructAt(root), c.new.Model.StructAt(root)
		if (a != nil && a.Envelope) != (b != nil && b.Envelope) {
			all = append(all, c.facts([]string{root}, false)...)
		}
	}
	return all
}

// beside returns what examples and tables show of the members beside those at some paths,
// which the rule whole-object looks at.
func (c *Causes) beside(paths []string) []Cause {
	var all []Cause
	for _, path := range paths {
		parent := path[:max(strings.LastIndexByte(path, '/'), 0)]
		for _, h := range []*half{c.new, c.old} {
			st := h.Model.StructAt(parent)
			if st == nil {
				continue
			}
			for _, f := range st.Fields {
				all = append(all, c.facts([]string{f.Path}, false)...)
			}
		}
	}
	return all
}

// uncovered returns the values of members of the envelope that an event has in only one
// of the states, so that it embeds the envelope in that state only.
func (c *Causes) uncovered(events []string) []Cause {
	var all []Cause
	for _, event := range events {
		root := infer.EventPath(event)
		a, b := c.old.Model.StructAt(root), c.new.Model.StructAt(root)
		if a == nil || b == nil || a.Envelope == b.Envelope {
			continue
		}
		with, without := c.old, c.new
		if b.Envelope {
			with, without = c.new, c.old
		}
		for _, m := range with.Decisions.Envelope {
			if n, _ := without.Model.Evidence(root + "/" + infer.Segment(m.Name)); n == nil {
				all = append(all, with.shown([]string{infer.EnvelopeRoot + "/" + infer.Segment(m.Name)})...)
			}
		}
	}
	return all
}

// facts returns what examples show at a path in only one of the states. Facts about
// null and absence come first if presence is set, and last otherwise.
func (c *Causes) facts(paths []string, presence bool) []Cause {
	now, before := c.new.facts(paths), c.old.facts(paths)
	var all []Cause
	for _, aside := range []bool{presence, !presence} {
		for _, f := range now {
			if f.presence == aside && !slices.ContainsFunc(before, func(g fact) bool { return f.what == g.what }) {
				all = append(all, Cause{Where: f.where, Lacks: f.lacks})
			}
		}
		for _, f := range before {
			if f.presence == aside && !slices.ContainsFunc(now, func(g fact) bool { return f.what == g.what }) {
				all = append(all, Cause{Where: f.where, Old: true, Lacks: f.lacks})
			}
		}
	}
	return all
}
