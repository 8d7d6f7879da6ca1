package diff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Cause is a line of the spec, or a value in an example, that may be why something
// changed.
type Cause struct {
	infer.Where
	Old bool // it is one of the old state: what changed is that it is gone
	// Lacks says that it is an object that lacks a member, so that what changed can be
	// behind its beginning. End is where it ends, then.
	Lacks bool
	End   infer.Where
}

// Causes knows what only one of two states says and shows. It cannot know what of
// that was edited, as several edits can be why one thing changed, and the same
// value can stand in several examples: that is for those to find out who know the
// lines.
type Causes struct{ old, new *half }

// NewCauses returns what may be why the types changed.
func NewCauses(old, new Side) *Causes {
	a, b := newHalf(old, true), newHalf(new, false)
	a.without(b)
	b.without(a)
	return &Causes{a, b}
}

// Of returns what may be why there is a change, the most likely cause first.
func (c *Causes) Of(x Change) []Cause {
	var all []Cause
	switch x.What {
	case Platform:
	case Source:
		all = c.refs("/topic/header", "/topic/member", "/topic")
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
	// Where a topic has another event, all of its examples show other things without
	// having changed.
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

// end returns where a value ends.
func (h *half) end(w infer.Where) infer.Where {
	i := slices.IndexFunc(h.examples, func(x emit.Example) bool { return x.ID == w.Example })
	if i < 0 {
		return w
	}
	text := h.examples[i].Text
	r := jsontext.NewScanner(text[w.Offset:])
	r.Skip()
	w.Offset += len(strings.TrimRight(text[w.Offset:w.Offset+r.Offset()], " \t\r\n")) - 1
	return w
}

// refs are lines of the spec in the new state and, then, in the old one.
func (c *Causes) refs(refs ...infer.Ref) []Cause {
	var all []Cause
	for _, old := range []bool{false, true} {
		for _, ref := range refs {
			all = append(all, Cause{Where: at(ref), Old: old})
		}
	}
	return all
}

// topic returns what the spec says of a topic.
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

// topicsOf returns the lines that give topics an event's type, or gave it.
func (c *Causes) topicsOf(x Change) []Cause {
	var events []string
	for _, path := range []string{x.Path, x.Was} {
		if event, ok := infer.EventOf(path); ok {
			events = append(events, event)
		}
	}
	return append(c.new.given(events), c.old.given(events)...)
}

// given returns the lines that give topics one of some events, which they do not
// have in the other half.
func (h *half) given(events []string) []Cause {
	var all []Cause
	for _, t := range h.Platform.Topics {
		if slices.Contains(events, t.Event) && h.topics[t.Name] == t.Event {
			all = append(all, Cause{Where: at(t.PayloadRef), Old: h.old}, Cause{Where: at(t.Ref), Old: h.old})
		}
	}
	return all
}

// at returns what may be why a place changed, by its paths in the two states:
// decisions on it, what examples show there for the first time or no more,
// decisions on what is above and below it, what examples show above it, and what
// changed examples have there and below it, or lack.
func (c *Causes) at(paths []string, x Change) []Cause {
	paths = slices.DeleteFunc(slices.Compact(paths), func(p string) bool { return p == "" })
	halves := []*half{c.new, c.old}
	var all []Cause
	for _, h := range halves {
		all = append(all, h.decided(paths, 0, 0)...)
	}
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
	all = append(all, c.uncovered(x.Events)...)
	all = append(all, c.new.below(paths, c.old)...)
	all = append(all, c.old.below(paths, c.new)...)
	switch {
	case strings.Contains(x.IsThere, "absent") && !strings.Contains(x.WasThere, "absent"):
		all = slices.Concat(all, c.new.lacking(paths), c.old.shown(paths))
	case strings.Contains(x.WasThere, "absent") && !strings.Contains(x.IsThere, "absent"):
		all = slices.Concat(all, c.new.shown(paths), c.old.lacking(paths))
	}
	for _, h := range halves {
		all = slices.Concat(all, h.shown(paths), h.lacking(paths))
	}
	for _, h := range halves {
		all = append(all, h.below(paths, nil)...)
	}
	// A topic has the event of others now, say, with all that its examples show.
	for _, h := range halves {
		all = append(all, h.given(x.Events)...)
		for _, s := range h.statements {
			all = append(all, Cause{Where: at(s.ref), Old: h.old})
		}
	}
	return all
}

// uncovered returns where events of one state show the member of the envelope that
// they lack in the other, so that they do not have the envelope there.
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

// facts returns what examples show at a place in one state, and not in the other.
// What is about null and absence comes first, or last.
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

// half is one of two states, and what only it has.
type half struct {
	Side
	old        bool
	statements []statement
	topics     map[string]string // events of topics by name
	events     map[string]string // events of topics by name, of all of them
	examples   []emit.Example
	occurs     []occurrences        // of these
	moved      map[string]infer.Ref // lines that give topics another event, by their examples
}

// occurrences are those of one example.
type occurrences struct {
	example string
	infer.Occurrences
}

func newHalf(s Side, old bool) *half {
	h := &half{Side: s, old: old, statements: statements(s), topics: make(map[string]string), events: make(map[string]string), moved: make(map[string]infer.Ref), examples: s.Platform.Examples}
	for _, t := range s.Platform.Topics {
		h.topics[t.Name], h.events[t.Name] = t.Event, t.Event
	}
	return h
}

// without takes away what the other half has as well.
func (h *half) without(other *half) {
	all := statements(other.Side)
	h.statements = slices.DeleteFunc(h.statements, func(s statement) bool {
		return slices.ContainsFunc(all, func(o statement) bool { return o.what == s.what })
	})
	for name, event := range h.events {
		if now, ok := other.events[name]; ok && now == event {
			delete(h.topics, name)
		}
	}
	there := make(map[[2]string]bool)
	for _, x := range other.Platform.Examples {
		there[[2]string{other.events[x.Topic], x.Text}] = true
	}
	for _, x := range h.examples {
		event := h.events[x.Topic]
		if other, ok := other.events[x.Topic]; ok && other != event {
			i := slices.IndexFunc(h.Platform.Topics, func(t emit.Topic) bool { return t.Name == x.Topic })
			h.moved[x.ID] = h.Platform.Topics[i].PayloadRef
		}
		if !there[[2]string{event, x.Text}] {
			h.occurs = append(h.occurs, occurrences{x.ID, h.Model.Occurrences(event, x.Text)})
		}
	}
}

// causes are values of an example.
func (h *half) causes(example string, offsets []int) []Cause {
	var all []Cause
	for _, i := range offsets {
		all = append(all, Cause{Where: infer.Where{Example: example, Offset: i}, Old: h.old})
	}
	return all
}

// below returns where examples that the other half does not have show something
// below a place: where without is not nil, only what no example shows there.
func (h *half) below(paths []string, without *half) []Cause {
	var all []Cause
	for _, o := range h.occurs {
		for _, path := range paths {
			for _, place := range o.Below(path) {
				if without != nil {
					if n, _ := without.Model.Evidence(place); n != nil {
						continue
					}
				}
				all = append(all, h.causes(o.example, o.At(place))...)
			}
		}
	}
	return all
}

// shown returns where examples that the other half does not have show a place.
func (h *half) shown(paths []string) []Cause {
	var all []Cause
	for _, o := range h.occurs {
		for _, path := range paths {
			all = append(all, h.causes(o.example, o.At(path))...)
			all = append(all, h.causes(o.example, o.Objects(path))...)
		}
	}
	return all
}

// lacking returns where objects are that lack a place, in examples that the other
// half does not have.
func (h *half) lacking(paths []string) []Cause {
	var all []Cause
	for _, o := range h.occurs {
		for _, path := range paths {
			i := strings.LastIndexByte(path, '/')
			if i < 0 {
				continue
			}
			for _, offset := range o.Lacking(path[:i], infer.SegmentName(path[i+1:])) {
				all = append(all, Cause{Where: infer.Where{Example: o.example, Offset: offset}, Old: h.old, Lacks: true})
			}
		}
	}
	return all
}
