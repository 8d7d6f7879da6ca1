package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// TopicName is a name for a topic in the generated code, or another event for it.
type TopicName struct{ Topic, Name, Event string }

// Topics suggests names for topics whose Go names are those of others, or of
// something else in the package. Names are the topics' Go names now, taken those
// that no topic can have. Topics that the spec names keep their names: what it says
// is for a person to change.
func Topics(names map[string]string, named map[string]bool, taken []string) []Suggestion {
	owner := make(map[string]string)
	for _, name := range taken {
		owner[name] = "another part of the package"
	}
	plainFirst := func(a, b string) int {
		order := 0
		if named[a] != named[b] {
			order = 1
			if named[a] {
				order = -1
			}
		}
		return cmp.Or(order, cmp.Compare(len(style(a)), len(style(b))), cmp.Compare(a, b))
	}
	var clashes []string
	for _, topic := range slices.SortedFunc(maps.Keys(names), plainFirst) {
		if _, ok := owner[names[topic]]; ok {
			if named[topic] {
				continue
			}
			clashes = append(clashes, topic)
			continue
		}
		owner[names[topic]] = "topic " + topic
	}
	var all []Suggestion
	for _, topic := range clashes {
		name := names[topic]
		for _, end := range endings(topic) {
			other := longer(name, end)
			if _, ok := owner[other]; ok {
				continue
			}
			all = append(all, Suggestion{
				Kind: "name", Message: fmt.Sprintf("topic %s has the Go name of %s", topic, owner[name]),
				Change: Change{Topics: []TopicName{{Topic: topic, Name: other}}},
			})
			owner[other] = "topic " + topic
			break
		}
	}
	return all
}
