package diff

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// pairTopics finds the topics that are in both states. A topic that was renamed is the
// same if one of the names is an alias of the other.
func (c *comparison) pairTopics() {
	var candidates [][2]string
	for _, a := range c.old.Platform.Topics {
		if _, ok := c.new.topics[a.Name]; ok {
			c.topics[a.Name] = a.Name
			continue
		}
		for _, b := range c.new.Platform.Topics {
			_, before := c.old.topics[b.Name]
			if !before && (slices.Contains(a.Aliases, b.Name) || slices.Contains(b.Aliases, a.Name)) {
				candidates = append(candidates, [2]string{a.Name, b.Name})
			}
		}
	}
	maps.Copy(c.topics, oneToOne(candidates))
}

// oneToOne returns the pairs that share no part with another pair. If two became one,
// or one became two, none of them is the same as another.
func oneToOne(all [][2]string) map[string]string {
	forth, back := make(map[string][]string), make(map[string][]string)
	for _, p := range all {
		forth[p[0]] = add(forth[p[0]], p[1])
		back[p[1]] = add(back[p[1]], p[0])
	}
	out := make(map[string]string)
	for a, b := range forth {
		if len(b) == 1 && len(back[b[0]]) == 1 {
			out[a] = b[0]
		}
	}
	return out
}

// compareTopics reports the topics that were added, removed and changed.
func (c *comparison) compareTopics() {
	paired := make(map[string]bool)
	for _, a := range c.old.Platform.Topics {
		if now, ok := c.topics[a.Name]; ok {
			paired[now] = true
			c.compareTopic(a, c.new.topics[now])
			continue
		}
		c.topic(Change{
			Kind: Removed, What: Topic, Path: a.Name, Name: c.old.Names.Topic(a.Name), Old: c.old.decodesTo(a),
			Code: Breaking, Wire: ifEvent(a, Breaking), OldAt: at(a.Ref),
		}, a, emit.Topic{})
	}
	for _, b := range c.new.Platform.Topics {
		if !paired[b.Name] {
			c.topic(Change{
				Kind: Added, What: Topic, Path: b.Name, Name: c.new.Names.Topic(b.Name), New: c.new.decodesTo(b),
				Code: Widening, Wire: ifEvent(b, Widening), NewAt: at(b.Ref),
			}, emit.Topic{}, b)
		}
	}
}

// ifEvent returns an effect on the deliveries of a topic. Without an event there is
// none: the body is kept as it is, like that of an unknown topic.
func ifEvent(t emit.Topic, e Effect) Effect {
	if t.Event == "" {
		return Compatible
	}
	return e
}

// topic adds a change of one topic only, even if others have the same event.
func (c *comparison) topic(change Change, old, new emit.Topic) {
	change.Topics = []string{cmp.Or(new.Name, old.Name)}
	for _, event := range []string{c.eventNow(old.Event), new.Event} {
		if event != "" {
			change.Events = add(change.Events, event)
		}
	}
	c.all = append(c.all, change)
}

func (c *comparison) compareTopic(a, b emit.Topic) {
	change := Change{
		What: Topic, Path: b.Name, Was: was(a.Name, b.Name), Name: c.new.Names.Topic(b.Name), OldAt: at(a.Ref), NewAt: at(b.Ref),
	}
	constant := c.old.Names.Topic(a.Name)
	renamed := change
	renamed.Kind, renamed.Old, renamed.New = Renamed, constant, change.Name
	if constant != change.Name {
		renamed.Code = Breaking
	}
	if a.Name != b.Name && !slices.Contains(b.Aliases, a.Name) {
		renamed.Wire = Breaking
	}
	if a.Name != b.Name || constant != change.Name {
		c.topic(renamed, a, b)
	}
	c.compareTarget(change, a, b)
	for _, name := range a.Aliases {
		if name != b.Name && !slices.Contains(b.Aliases, name) {
			c.alias(Removed, name, a, b)
		}
	}
	for _, name := range b.Aliases {
		if name != a.Name && !slices.Contains(a.Aliases, name) {
			c.alias(Added, name, a, b)
		}
	}
}

// compareTarget compares the events of a topic.
func (c *comparison) compareTarget(change Change, a, b emit.Topic) {
	if c.eventNow(a.Event) == b.Event {
		return
	}
	change.Old, change.New = c.old.decodesTo(a), c.new.decodesTo(b)
	switch {
	case a.Event == "": // which fit nothing before
		change.Kind, change.Code, change.Wire = Retyped, Widening, Widening
	case b.Event == "":
		change.Kind, change.Code, change.Wire = Retyped, Breaking, Breaking
	default:
		change.Code = Breaking
		change.Kind, change.Wire = relation(promised(c.old.events[a.Event].Root), promised(c.new.events[b.Event].Root), false)
	}
	c.topic(change, a, b)
}

func (c *comparison) alias(kind Kind, name string, a, b emit.Topic) {
	change := Change{Kind: kind, What: Alias, Path: name, Code: Compatible, Wire: Widening, OldAt: at(a.Ref), NewAt: at(b.Ref)}
	if change.New = b.Name; kind == Removed {
		change.Old, change.New, change.Wire = a.Name, "", Breaking
	}
	c.topic(change, a, b)
}

// decodesTo returns the type of the event that deliveries of a topic are decoded to.
func (s *side) decodesTo(t emit.Topic) string {
	if t.Event == "" {
		return names.UnknownEvent
	}
	return s.Names.Event(s.events[t.Event])
}

// eventNow returns the new name of an event, or the old name if it was removed.
func (c *comparison) eventNow(name string) string {
	if now, ok := c.events[name]; ok {
		return now
	}
	return name
}

// at returns a line of the spec as a position.
func at(ref infer.Ref) infer.Where { return infer.Where{Ref: ref} }
