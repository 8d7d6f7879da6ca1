package emit

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// printer prints a package: it walks the names, and what the platform says besides.
type printer struct {
	Platform
	names.Names
	base     string // import path of the folder of generated packages
	payload  string // import path of the types of fields
	wire     string // import path of what decoders and encoders call
	test     string // import path of what tests call
	self     string // import path of the package
	events   []event
	topics   []topic // in the order of their names
	problems []infer.Problem
}

// event is a named event with its topics.
type event struct {
	names.Event
	topics []topic
}

// topic is a topic with the Go name of its constant.
type topic struct {
	Topic
	constant string
}

func newPrinter(platform Platform, n names.Names, base string) *printer {
	p := &printer{
		Platform: platform, Names: n, problems: slices.Clone(n.Problems),
		base: base, payload: base + "/payload", wire: base + "/internal/wire", test: base + "/internal/payloadtest",
		self: base + "/" + platform.Package,
	}
	for _, t := range platform.Topics {
		p.topics = append(p.topics, topic{t, n.Topic(t.Name)})
	}
	slices.SortFunc(p.topics, func(a, b topic) int { return cmp.Compare(a.Name, b.Name) })
	for _, e := range n.Events {
		ev := event{Event: e}
		for _, t := range p.topics {
			if t.Event == e.Name {
				ev.topics = append(ev.topics, t)
			}
		}
		p.events = append(p.events, ev)
	}
	return p
}

// failed reports whether any problem is more than a warning.
func (p *printer) failed() bool {
	return infer.HasErrors(p.problems)
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
