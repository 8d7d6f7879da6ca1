package diff

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// half is one of the two states, with what the other one does not have.
type half struct {
	Side
	old        bool
	statements []statement
	topics     map[string]string // events of topics that differ, by topic
	events     map[string]string // events of all topics, by topic
	examples   []emit.Example
	occurs     []occurrences        // of these
	moved      map[string]infer.Ref // by example, the line of its topic that changed the event
}

// occurrences are where one example has which path.
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

// without removes what the other half has too.
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

// causes returns values of an example as causes.
func (h *half) causes(example string, offsets []int) []Cause {
	var all []Cause
	for _, i := range offsets {
		all = append(all, Cause{Where: infer.Where{Example: example, Offset: i}, Old: h.old})
	}
	return all
}

// below returns the values below some paths in examples that the other half does not
// have. If without is not nil, values at paths that its examples have are left out.
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

// shown returns the values at some paths in examples that the other half does not have.
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

// lacking returns the objects without a member that has one of some paths, in examples
// that the other half does not have.
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

// given returns the lines that give topics one of some events, if the other half gives
// them another one.
func (h *half) given(events []string) []Cause {
	var all []Cause
	for _, t := range h.Platform.Topics {
		if slices.Contains(events, t.Event) && h.topics[t.Name] == t.Event {
			all = append(all, Cause{Where: at(t.PayloadRef), Old: h.old}, Cause{Where: at(t.Ref), Old: h.old})
		}
	}
	return all
}

// end returns the last byte of a value.
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
