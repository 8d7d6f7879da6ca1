package addition

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/ident"
)

// group is topics that share an event, with the objects that show it.
type group struct {
	topics  []string
	objects []object
	taken   bool // the spec has the event
}

// nameEvents returns the events of the topics of payloads that the spec does not have.
// Topics that speak of one thing share an event if their payloads do. Of several groups
// that speak of one thing, the short name goes to the one that is in the spec, or in which
// something happens to the thing itself: repo:updated is about the Repo, and repo:push is
// a RepoPush.
func (b *batch) nameEvents(payloads []Payload) map[string]string {
	shown := make(map[string][]object)
	var topics []string
	for _, x := range payloads {
		if x.Event == "" && b.topic(x.Topic) == nil {
			if shown[x.Topic] == nil {
				topics = append(topics, x.Topic)
			}
			shown[x.Topic] = append(shown[x.Topic], objectOf(x.Text))
		}
	}
	events := make(map[string]string)
	if len(b.platform.Topics) == 0 && len(topics) >= commonFrom && oneForm(topics, shown) {
		for _, name := range topics {
			events[name] = oneFormEvent
		}
		return events
	}
	alike := make(map[string][]string) // by the short name of the event
	var order []string
	for _, name := range topics {
		short := b.subject(name).short
		if alike[short] == nil {
			order = append(order, short)
		}
		alike[short] = append(alike[short], name)
	}
	for _, short := range order {
		groups := b.groups(short, alike[short], shown)
		about := slices.IndexFunc(groups, func(g *group) bool { return g.taken })
		if about < 0 {
			about = slices.IndexFunc(groups, func(g *group) bool { return slices.ContainsFunc(g.topics, isAction) })
		}
		for i, g := range groups {
			event := short
			if len(groups) > 1 && i != about {
				event = b.subject(g.topics[0]).whole
			}
			for _, name := range g.topics {
				events[name] = event
			}
		}
	}
	return events
}

// groups returns the topics in groups whose payloads are alike, that of the event in the
// spec first.
func (b *batch) groups(event string, topics []string, shown map[string][]object) []*group {
	var all []*group
	if objects, ok := b.objectsOf(event); ok {
		all = append(all, &group{objects: objects, taken: true})
	}
	for _, name := range topics {
		i := slices.IndexFunc(all, func(g *group) bool { return !apart(shown[name][0], g.objects) })
		if i < 0 {
			i = len(all)
			all = append(all, new(group))
		}
		all[i].topics, all[i].objects = append(all[i].topics, name), append(all[i].objects, shown[name]...)
	}
	return slices.DeleteFunc(all, func(g *group) bool { return len(g.topics) == 0 && !g.taken })
}

// isAction reports whether the last part of a topic's name only says what happened.
func isAction(topic string) bool {
	all := parts(topic)
	last := all[max(len(all)-1, 0):]
	words := ident.Lower(strings.Join(last, " "))
	return len(words) > 0 && isActionWord(words[len(words)-1]) && (len(words) == 1 || len(all) == 1)
}

// oneFormEvent is the event of a platform whose topics are codes in one form.
const oneFormEvent = "Notification"

// oneForm reports whether the bodies of all topics are one form that a code fills in:
// four fifths of their members are in all of them, and most of what they hold is not in an
// object of its own, which would be what the event is about.
func oneForm(topics []string, shown map[string][]object) bool {
	common, members, count := object(nil), 0, 0
	for _, name := range topics {
		for _, o := range shown[name] {
			if len(o) < fewest || 2*size(o[largest(o)]) > size(map[string]any(o)) && isObject(o[largest(o)]) {
				return false
			}
			if common == nil {
				common = union([]object{o})
			}
			for key := range common {
				if _, ok := o[key]; !ok {
					delete(common, key)
				}
			}
			members, count = members+len(o), count+1
		}
	}
	return 5*len(common)*count >= 4*members
}
