package observe

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/specs/finding"
)

// Report is how deliveries differ from the types of a platform. Everything in it is
// sorted, and it has no values.
type Report struct {
	Deliveries int
	Topics     []Topic  // with deliveries
	Silent     []string // topics of the spec without deliveries
	Unknown    []Unknown
	Others     infer.Fact // topics beyond those in Unknown
	Untold     infer.Fact
	TooLong    int
	// Depth is the number of levels to which values of unknown members were read, or -1
	// if that was not limited.
	Depth int
}

// Topic is the part of a report about the deliveries of one topic.
type Topic struct {
	Name       string
	Deliveries int
	Findings   []Finding // by path
}

// Unknown is a topic that the spec does not have.
type Unknown struct {
	Name string // or the mask of one or more names
	infer.Fact
}

// Finding is one difference between deliveries and their types, at one path.
type Finding struct {
	Kind Kind
	Path string // a JSON Pointer, with * for every element of a list and value of a map
	Want string // of a Mismatch: a kind of value, "timestamp" or "base64"
	Got  string // of a Mismatch: a kind of value, or "other text"
	// Fact is how often the difference was seen in Of values, and where first. For
	// Unseen, it is the number of objects without the member.
	infer.Fact
	Of int
}

// Kind is the kind of a Finding.
type Kind string

// The kinds of findings. Null and Absent are not mismatches: decoders accept both
// everywhere, and keep them in Extra where the type has no room for them. Unseen,
// Folded and Arrived are remarks.
const (
	Mismatch  Kind = "mismatch"  // a value that does not fit its type
	Member    Kind = "unknown"   // a member that the types do not have
	Malformed Kind = "malformed" // a delivery that is not JSON, or nested too deep
	Repeated  Kind = "repeated"  // a member that its object already has
	Inexact   Kind = "inexact"   // a string that is not Unicode text
	Null      Kind = "null"      // null, where the type has no room for it
	Absent    Kind = "absent"    // an object without a member that the type requires
	Unseen    Kind = "unseen"    // an optional member that never came
	Folded    Kind = "folded"    // members with too many names to keep apart
	Arrived   Kind = "arrived"   // a documented member that no payload of the spec has
)

// Remark reports whether findings of the kind need no action.
func (k Kind) Remark() bool { return k == Unseen || k == Folded || k == Arrived }

// Rule returns what findings of the kind report.
func (k Kind) Rule() finding.Rule {
	switch k {
	case Mismatch:
		return finding.UnexpectedValue
	case Member:
		return finding.UnknownMember
	case Malformed:
		return finding.MalformedDelivery
	case Repeated:
		return finding.RepeatedMember
	case Inexact:
		return finding.InexactText
	case Null:
		return finding.UnexpectedNull
	case Absent:
		return finding.AbsentMember
	case Unseen:
		return finding.UnseenMember
	case Folded:
		return finding.FoldedMembers
	case Arrived:
		return finding.ArrivedMember
	}
	panic("observe: unknown kind " + string(k))
}

// Findings returns the number of findings that are not remarks, including unknown
// topics.
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

// Compare compares a capture with the types of a model. events has the event of each
// topic of the spec, "" for a topic whose payload is not documented.
func Compare(c capture.Capture, m infer.Model, events map[string]string) Report {
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
		k.add(Malformed, "", n.Facts[infer.FactMalformed], capture.Deliveries(n))
		if root, ok := roots[event]; ok {
			k.value(n, root, "", 0)
		}
		k.folded(n, "")
		slices.SortFunc(k.findings, func(a, b Finding) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Want, b.Want), cmp.Compare(a.Got, b.Got))
		})
		r.Topics = append(r.Topics, Topic{Name: topic, Deliveries: capture.Deliveries(n), Findings: k.findings})
	}
	for topic, n := range c.Topics.Events { // of evidence from an older spec
		if _, ok := events[topic]; !ok {
			r.Unknown = append(r.Unknown, Unknown{topic, infer.Fact{Count: capture.Deliveries(n), At: n.First()}})
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

// Know tells a Collector the types of the topics, before the first delivery. events has the
// event of each topic, as for [Compare].
func Know(c *capture.Collector, m infer.Model, events map[string]string) {
	roots := make(map[string]infer.Type)
	for _, e := range m.Events {
		roots[e.Name] = e.Root
	}
	for topic, event := range events {
		if root, ok := roots[event]; ok {
			c.Know(topic, infer.TypeOf(root, m.Envelope))
		}
	}
}

// Names returns the names of the members of the types that a model's events contain, for
// [capture.Mask]. An envelope that no event has is not one of them: a Recorder does not
// know it.
func Names(m infer.Model) map[string]bool {
	names := make(map[string]bool)
	for s := range m.InEvents() {
		for _, f := range s.Fields {
			names[f.Key] = true
		}
	}
	return names
}
