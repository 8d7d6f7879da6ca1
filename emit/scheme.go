package emit

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// scheme is what is to be printed: a platform with the Go names of its package.
type scheme struct {
	Platform
	names.Names
	payload  string // import path of the types of fields
	wire     string // import path of what decoders and encoders call
	test     string // import path of what tests call
	events   []event
	topics   []topic // in the order of their names
	problems []infer.Problem
}

// event is an event with its topics.
type event struct {
	names.Event
	topics []topic
}

// topic is a topic with the Go name of its constant.
type topic struct {
	Topic
	constant string
}

func newScheme(p Platform, n names.Names, base string) *scheme {
	s := &scheme{
		Platform: p, Names: n, problems: slices.Clone(n.Problems),
		payload: base + "/payload", wire: base + "/internal/wire", test: base + "/internal/payloadtest",
	}
	for _, t := range p.Topics {
		s.topics = append(s.topics, topic{t, n.Topic(t.Name)})
	}
	slices.SortFunc(s.topics, func(a, b topic) int { return cmp.Compare(a.Name, b.Name) })
	for _, e := range n.Events {
		ev := event{Event: e}
		for _, t := range s.topics {
			if t.Event == e.Name {
				ev.topics = append(ev.topics, t)
			}
		}
		s.events = append(s.events, ev)
	}
	return s
}

// failed reports whether any problem is more than a warning.
func (s *scheme) failed() bool {
	return infer.HasErrors(s.problems)
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
