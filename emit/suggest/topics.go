package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// TopicName gives a topic a name in the generated code, or another event.
type TopicName struct{ Topic, Name, Event string }

// Topics suggests names for topics whose constants have the name of another topic's
// constant, or of another declaration of the package. It does not change names that
// the spec gives.
func Topics(s names.Spec, m infer.Model) []Suggestion {
	n := names.Of(s, m)
	owner := make(map[string]string) // by the constant
	for _, name := range slices.Concat(n.Reserved(), n.Declared()) {
		owner[name] = "another declaration of the package"
	}
	var clashes []names.Topic
	for _, t := range slices.SortedFunc(slices.Values(s.Topics), plainFirst) {
		constant := n.Topic(t.Name)
		if _, taken := owner[constant]; !taken {
			owner[constant] = "topic " + t.Name
		} else if t.GoName == "" {
			clashes = append(clashes, t)
		}
	}
	var all []Suggestion
	for _, t := range clashes {
		constant := n.Topic(t.Name)
		short := strings.TrimPrefix(constant, names.TopicPrefix)
		for _, end := range endings(t.Name) {
			other := longer(short, end)
			if _, taken := owner[names.TopicPrefix+other]; taken {
				continue
			}
			all = append(all, Suggestion{
				Kind: "name", Message: fmt.Sprintf("topic %s has the Go name of %s", t.Name, owner[constant]),
				Change: Change{Topics: []TopicName{{Topic: t.Name, Name: other}}},
			})
			owner[names.TopicPrefix+other] = "topic " + t.Name
			break
		}
	}
	return all
}

// plainFirst orders topics by which of them keeps a shared name: first those that the
// spec names, then those in the plainest style.
func plainFirst(a, b names.Topic) int {
	derived := func(t names.Topic) int {
		if t.GoName == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(derived(a), derived(b)), cmp.Compare(len(style(a.Name)), len(style(b.Name))), cmp.Compare(a.Name, b.Name))
}
