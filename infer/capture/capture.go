package capture

import (
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/evidence"
)

// Capture is the evidence of captured deliveries. The zero value is that of no deliveries.
type Capture struct {
	Topics  evidence.Evidence        // by topic that the spec knows
	Unknown map[string]evidence.Fact // other topics, by name or by its mask
	Others  evidence.Fact            // topics beyond the first maxUnknown names
	Untold  evidence.Fact            // without a topic, or not a delivery
	TooLong int                      // deliveries that were not read because of their length
}

// maxUnknown limits how many unknown topics a Capture keeps apart: enough to see what
// they are, and few in case their names are made up.
const maxUnknown = 100

// Join returns the evidence of the deliveries of both captures. It modifies neither.
func Join(a, b Capture) Capture {
	out := Capture{
		Topics:  evidence.Merge(a.Topics, b.Topics),
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
func (c *Capture) add(name string, f evidence.Fact) {
	if c.Unknown == nil {
		c.Unknown = make(map[string]evidence.Fact)
	}
	c.Unknown[name] = c.Unknown[name].Merge(f)
	if len(c.Unknown) > maxUnknown {
		greatest := slices.Max(slices.Collect(maps.Keys(c.Unknown)))
		c.Others = c.Others.Merge(c.Unknown[greatest])
		delete(c.Unknown, greatest)
	}
}

// Deliveries returns the number of deliveries.
func (c Capture) Deliveries() int {
	n := c.Others.Count + c.Untold.Count + c.TooLong
	for _, f := range c.Unknown {
		n += f.Count
	}
	for _, root := range c.Topics.Events {
		n += Deliveries(root)
	}
	return n
}

// Deliveries returns the number of deliveries of a topic, including malformed ones.
func Deliveries(root *evidence.Node) int {
	n := root.Facts[evidence.FactMalformed].Count
	for _, f := range root.Kinds {
		n += f.Count
	}
	return n
}

// Topics maps the names of topics in deliveries, aliases included, to topics of the
// spec.
type Topics map[string]string

// Collector builds a Capture from deliveries. It is not safe for concurrent use: use
// one Collector for each goroutine, and join their captures.
type Collector struct {
	source   Finder
	topics   Topics
	evidence *evidence.Accumulator
	capture  Capture
}

// NewCollector returns a Collector of deliveries that name their topic as source
// says. See [evidence.NewAccumulator] for rename.
func NewCollector(source Source, topics Topics, rename func(string) string) *Collector {
	return &Collector{source: NewFinder(source), topics: topics, evidence: evidence.NewAccumulator(rename)}
}

// Know tells the Collector the type of the bodies of a topic, before the first delivery.
// The evidence keeps apart all members that the types have, and a limited number of others.
func (c *Collector) Know(topic string, t evidence.Type) { c.evidence.Know(topic, t) }

// Add adds one delivery, as it was captured. The Collector does not keep its bytes.
func (c *Collector) Add(captured []byte) { c.source.Each(captured, c.one) }

func (c *Collector) one(captured []byte) {
	name, body, ok := c.source.Find(captured)
	if !ok {
		c.capture.Untold = c.capture.Untold.Merge(fact(captured))
		return
	}
	c.body(name, body)
}

// AddBody adds one delivery of the topic that its header names, "" for none. The
// Collector does not keep its bytes.
func (c *Collector) AddBody(topic string, body []byte) {
	if topic == "" {
		c.capture.Untold = c.capture.Untold.Merge(fact(body))
		return
	}
	c.body(topic, body)
}

// body adds the body of a delivery on a topic of the given name.
func (c *Collector) body(name string, body []byte) {
	topic, known := c.topics[name]
	switch {
	case known:
		c.evidence.Add(topic, body)
	default:
		c.capture.add(mask(name, "_-.:/"), fact(body))
	}
}

// fact returns the fact of one delivery.
func fact(delivery []byte) evidence.Fact {
	return evidence.Fact{Count: 1, At: evidence.DeliveryOrigin(delivery)}
}

// AddTooLong adds a delivery that was not read because of its length.
func (c *Collector) AddTooLong() { c.capture.TooLong++ }

// Capture returns the evidence of all deliveries added so far.
func (c *Collector) Capture() Capture {
	out := c.capture
	out.Unknown = maps.Clone(out.Unknown)
	out.Topics = c.evidence.Evidence()
	return out
}
