package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// TopicName is a name for a topic in the generated code.
type TopicName struct{ Topic, Name string }

// Topics suggests names for topics whose Go names are those of others, or of
// something that every package has. Names are the topics' Go names now, taken
// those that no topic can have.
func Topics(names map[string]string, taken []string) []Suggestion {
	owner := make(map[string]string)
	for _, name := range taken {
		owner[name] = "a part of every package"
	}
	plainFirst := func(a, b string) int {
		return cmp.Or(cmp.Compare(len(style(a)), len(style(b))), cmp.Compare(a, b))
	}
	var clashes []string
	for _, topic := range slices.SortedFunc(maps.Keys(names), plainFirst) {
		if _, ok := owner[names[topic]]; ok {
			clashes = append(clashes, topic)
			continue
		}
		owner[names[topic]] = "topic " + topic
	}
	var all []Suggestion
	for _, topic := range clashes {
		name := names[topic]
		for _, other := range []string{name + style(topic), name + "Alt", name + "Other", name + "Third"} {
			if _, ok := owner[other]; ok {
				continue
			}
			all = append(all, Suggestion{
				Kind: "name", Message: fmt.Sprintf("topic %s has the Go name of %s", topic, owner[name]),
				Change: Change{Topics: []TopicName{{topic, other}}},
			})
			owner[other] = "topic " + topic
			break
		}
	}
	return all
}
