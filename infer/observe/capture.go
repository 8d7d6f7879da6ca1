package observe

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// Capture is what captured deliveries show. The zero value is that of none.
type Capture struct {
	Topics  infer.Evidence        // by topic that the spec knows
	Unknown map[string]infer.Fact // other topics, by name or its mask
	Others  infer.Fact            // of topics beyond the maxUnknown least names
	Untold  infer.Fact            // what names no topic, or is no delivery
	TooLong int                   // what is longer than anybody would read
}

// maxUnknown is how many unknown topics are told apart: enough to see what they
// are, few enough where their names are made up.
const maxUnknown = 100

// Merge returns what the deliveries of both show. It changes neither.
func Merge(a, b Capture) Capture {
	out := Capture{
		Topics:  infer.Merge(a.Topics, b.Topics),
		Unknown: maps.Clone(a.Unknown),
		Others:  a.Others.Merge(b.Others),
		Untold:  a.Untold.Merge(b.Untold),
		TooLong: a.TooLong + b.TooLong,
	}
	for name, f := range b.Unknown {
		out.add(name, f)
	}
	return out
}

// add adds deliveries of an unknown topic.
func (c *Capture) add(name string, f infer.Fact) {
	if c.Unknown == nil {
		c.Unknown = make(map[string]infer.Fact)
	}
	c.Unknown[name] = c.Unknown[name].Merge(f)
	if len(c.Unknown) > maxUnknown {
		greatest := slices.Max(slices.Collect(maps.Keys(c.Unknown)))
		c.Others = c.Others.Merge(c.Unknown[greatest])
		delete(c.Unknown, greatest)
	}
}

// Deliveries returns how many there were.
func (c Capture) Deliveries() int {
	n := c.Others.Count + c.Untold.Count + c.TooLong
	for _, f := range c.Unknown {
		n += f.Count
	}
	for _, root := range c.Topics.Events {
		n += deliveries(root)
	}
	return n
}

// deliveries returns how many deliveries of a topic there were, malformed ones
// included.
func deliveries(root *infer.Node) int {
	n := root.Facts[infer.FactMalformed].Count
	for _, f := range root.Kinds {
		n += f.Count
	}
	return n
}

// Topics are the topics of a platform by the names that deliveries give them,
// aliases included.
type Topics map[string]string

// A Collector makes a Capture. It is for one goroutine; the Captures of several
// are for Merge.
type Collector struct {
	source    finder
	topics    Topics
	collector *infer.Collector
	capture   Capture
}

// NewCollector returns a Collector of deliveries that name their topic as source
// says. rename is for [infer.NewCollector].
func NewCollector(source Source, topics Topics, rename func(string) string) *Collector {
	return &Collector{source: newFinder(source), topics: topics, collector: infer.NewCollector(rename)}
}

// Know says what types the topics have, before the first delivery: evidence keeps
// apart what they know, and only some of what they do not. events names the event
// of each topic, as for [Compare].
func (c *Collector) Know(m infer.Model, events map[string]string) {
	roots := make(map[string]infer.Type)
	for _, e := range m.Events {
		roots[e.Name] = e.Root
	}
	for topic, event := range events {
		if root, ok := roots[event]; ok {
			c.collector.Know(topic, root, m.Envelope)
		}
	}
}

// Add adds one delivery as it was captured. The Collector keeps nothing of the
// bytes.
func (c *Collector) Add(captured []byte) {
	name, body, ok := c.source.find(captured)
	topic, known := c.topics[name]
	switch {
	case !ok:
		c.capture.Untold = c.capture.Untold.Merge(fact(captured))
	case known:
		c.collector.Add(topic, body)
	default:
		c.capture.add(mask(name, "_-.:/"), fact(body))
	}
}

func fact(delivery []byte) infer.Fact {
	return infer.Fact{Count: 1, At: infer.DeliveryOrigin(delivery)}
}

// AddTooLong adds a delivery that was not read for its length.
func (c *Collector) AddTooLong() { c.capture.TooLong++ }

// Capture returns what all deliveries added so far show.
func (c *Collector) Capture() Capture {
	out := c.capture
	out.Unknown = maps.Clone(out.Unknown)
	out.Topics = c.collector.Evidence()
	return out
}
