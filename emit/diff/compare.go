package diff

import (
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// Compare returns what changed from old to new, sorted. The models must be those of
// specs without errors. A Side without a package is a platform that does not exist,
// which gives one change.
func Compare(old, new Side) []Change {
	switch {
	case old.Platform.Package == new.Platform.Package:
	case old.Platform.Package == "":
		return []Change{{Kind: Added, What: Platform, Path: new.Platform.Package, Code: Widening, Wire: Widening}}
	case new.Platform.Package == "":
		return []Change{{Kind: Removed, What: Platform, Path: old.Platform.Package, Code: Breaking, Wire: Breaking}}
	}
	return sortChanges(newComparison(old, new).changes())
}

// changes returns what changed, in any order. A change of a type that two types became
// is there for each of them.
func (c *comparison) changes() []Change {
	c.compareSource()
	c.compareDeliveries()
	c.compareTopics()
	c.compareTypes()
	c.compareEvents()
	for pair := range c.pairs.structs {
		c.compareStructs(pair[0], pair[1])
	}
	for pair := range c.pairs.enums {
		c.compareEnums(pair[0], pair[1])
	}
	return c.all
}

// comparison is a running Compare.
type comparison struct {
	old, new *side
	pairs    pairs
	// The new names of topics, events and types by their old ones. Topics and events
	// that kept their names are in it too.
	topics, events, types map[string]string
	all                   []Change
}

// newComparison finds what is in both states.
func newComparison(old, new Side) *comparison {
	a, b := newSide(old), newSide(new)
	c := &comparison{
		old: a, new: b,
		pairs:  pairs{a, b, make(map[[2]*infer.Struct]bool), make(map[[2]*infer.Enum]bool)},
		topics: make(map[string]string), events: make(map[string]string), types: make(map[string]string),
	}
	c.pairTopics()
	c.pairEvents()
	c.pairTypes()
	return c
}

// add adds a change of some events, by their old and their new names.
func (c *comparison) add(change Change, old, new []string) {
	for _, name := range old {
		if now, ok := c.events[name]; ok {
			name = now
		}
		change.Events = add(change.Events, name)
	}
	for _, name := range new {
		change.Events = add(change.Events, name)
	}
	for _, t := range c.new.Platform.Topics {
		if slices.Contains(change.Events, t.Event) {
			change.Topics = add(change.Topics, t.Name)
		}
	}
	for _, t := range c.old.Platform.Topics {
		if slices.Contains(old, t.Event) {
			change.Topics = add(change.Topics, c.topicNow(t.Name))
		}
	}
	c.all = append(c.all, change)
}

// topicNow returns the new name of a topic, or the old name if it was removed.
func (c *comparison) topicNow(name string) string {
	if now, ok := c.topics[name]; ok {
		return now
	}
	return name
}

// compareSource compares where deliveries have their topic.
func (c *comparison) compareSource() {
	was, is := sourceOf(c.old.Side), sourceOf(c.new.Side)
	if was == is {
		return
	}
	change := Change{Kind: Retyped, What: Source, Old: was, New: is, Wire: Breaking, OldAt: at("/topic"), NewAt: at("/topic")}
	gone := func(old, new string) bool { return old != "" && new == "" }
	switch {
	case gone(c.old.Platform.Header, c.new.Platform.Header), gone(c.old.Platform.Member, c.new.Platform.Member):
		change.Code = Breaking // TopicHeader was removed, or TopicMember and DecodeBody
	case was == "":
		change.Code, change.Wire = Breaking, Compatible // NewReceiver took the topic
	}
	c.all = append(c.all, change)
}

func sourceOf(s Side) string {
	switch {
	case s.Platform.Header != "":
		return "the header " + s.Platform.Header
	case s.Platform.Member != "":
		return "the member " + s.Platform.Member
	}
	return ""
}

// was returns an old name, or "" if it is the new one too.
func was(old, new string) string {
	if old == new {
		return ""
	}
	return old
}
