package observe

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// Report says how deliveries differ from the types of a platform. Everything in
// it is sorted, and nothing in it is a value.
type Report struct {
	Deliveries int
	Topics     []Topic  // that there were deliveries of
	Silent     []string // topics of the spec that there were none of
	Unknown    []Unknown
	Others     infer.Fact // of topics beyond those in Unknown
	Untold     infer.Fact
	TooLong    int
	// Depth is how deep values of unknown members were looked into, where that was
	// bounded: 1 is the values alone. Else it is -1.
	Depth int
}

// Topic is what the deliveries of one topic show.
type Topic struct {
	Name       string
	Deliveries int
	Findings   []Finding // by path
}

// Unknown is a topic that the spec does not know.
type Unknown struct {
	Name string // or the mask of several names
	infer.Fact
}

// Finding is one way in which deliveries differ from the types, at one place.
type Finding struct {
	Kind Kind
	Path string // a JSON Pointer, with * for every element of a list and value of a map
	Want string // of a Mismatch: a kind of value, or "timestamp"
	Got  string // of a Mismatch
	// How often, and where first, of how many values. An Unseen one was not seen
	// in as many objects.
	infer.Fact
	Of int
}

// Kind says what a Finding is.
type Kind string

// The kinds of findings. Null and Absent are no mismatches: a decoder takes both
// everywhere, and keeps them in Extra where the type has no room for them. Unseen
// and Folded are remarks.
const (
	Mismatch  Kind = "mismatch"  // a value that does not fit its type
	Member    Kind = "unknown"   // a member that the types do not have
	Malformed Kind = "malformed" // a delivery that is no JSON, or nested too deep
	Repeated  Kind = "repeated"  // a member that its object already has
	Inexact   Kind = "inexact"   // a string that is no Unicode text
	Null      Kind = "null"      // null, where the type has no room for it
	Absent    Kind = "absent"    // an object without a member, where the type has no room for that
	Unseen    Kind = "unseen"    // an optional member that never came
	Folded    Kind = "folded"    // members whose names are too many to be told apart
)

// Remark reports whether a Finding of the kind is nothing to act on.
func (k Kind) Remark() bool { return k == Unseen || k == Folded }

// Findings returns how many findings there are that are no mere remarks, unknown
// topics among them.
func (r Report) Findings() int {
	n := len(r.Unknown)
	for _, seen := range []bool{r.Others.Seen(), r.Untold.Seen(), r.TooLong > 0} {
		if seen {
			n++
		}
	}
	for _, t := range r.Topics {
		for _, f := range t.Findings {
			if !f.Kind.Remark() {
				n++
			}
		}
	}
	return n
}

// Compare holds a capture against the types that a model gives to events. events
// names the event of each topic of the spec, "" for one whose payload is unknown.
func Compare(c Capture, m infer.Model, events map[string]string) Report {
	r := Report{Deliveries: c.Deliveries(), Others: c.Others, Untold: c.Untold, TooLong: c.TooLong, Depth: c.Topics.Depth()}
	roots := make(map[string]infer.Type)
	for _, e := range m.Events {
		roots[e.Name] = e.Root
	}
	for topic, event := range events {
		n := c.Topics.Events[topic]
		if n == nil {
			r.Silent = append(r.Silent, topic)
			continue
		}
		k := comparison{envelope: m.Envelope}
		k.add(Malformed, "", n.Facts[infer.FactMalformed], deliveries(n))
		if root, ok := roots[event]; ok {
			k.value(n, root, "", 0)
		}
		k.folded(n, "")
		slices.SortFunc(k.findings, func(a, b Finding) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Want, b.Want), cmp.Compare(a.Got, b.Got))
		})
		r.Topics = append(r.Topics, Topic{Name: topic, Deliveries: deliveries(n), Findings: k.findings})
	}
	for topic, n := range c.Topics.Events { // of evidence from an older spec
		if _, ok := events[topic]; !ok {
			r.Unknown = append(r.Unknown, Unknown{topic, infer.Fact{Count: deliveries(n), At: n.First()}})
		}
	}
	for name, f := range c.Unknown {
		r.Unknown = append(r.Unknown, Unknown{name, f})
	}
	slices.Sort(r.Silent)
	slices.SortFunc(r.Topics, func(a, b Topic) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(r.Unknown, func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Count, b.Count))
	})
	return r
}

// Names returns the names of all members that the types of a model have, for
// [Mask].
func Names(m infer.Model) map[string]bool {
	names := make(map[string]bool)
	for s := range m.AllStructs() {
		for _, f := range s.Fields {
			names[f.Key] = true
		}
	}
	return names
}
