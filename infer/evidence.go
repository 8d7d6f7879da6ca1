package infer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Evidence is what examples show: for each event, what its payloads hold at
// every path. The zero value is no evidence.
//
// Facts are never taken back, and every "for all" is kept as its exception:
// that a string was seen that is no timestamp, say. So Merge is commutative and
// associative, and on facts idempotent. Counts add up: each example is to be
// observed once.
type Evidence struct {
	Events map[string]*Node
	Folded int // the level at which it is folded, 0 where it is not; see MaxForeign
}

// Node is what the values at one path show.
type Node struct {
	Kinds [jsontext.KindObject + 1]Fact // by kind of value

	Facts [facts]Fact

	Strings Samples // string values
	Numbers Samples // number literals

	Most int // elements or members of the largest array or object

	Members map[string]*Member // of objects
	Rest    *Node              // the values of members whose names are folded
	Elem    *Node              // elements of arrays, nil before the first one
	Inner   *Node              // what strings that hold JSON hold

	Foreign bool // of captured deliveries: the types do not have the place
}

// Member is what the values of one member show, and the objects without it.
type Member struct {
	Node
	Absent Fact
	Key    bool // of captured deliveries: the types have a map here, and its name is a key
}

// Fact is how often something was seen, and where first.
type Fact struct {
	Count int
	At    Origin
}

// Origin is a byte of an example, or of a delivery. The zero value is nowhere.
type Origin struct {
	Order   int    // Example.Order, or 0 of a captured delivery
	Example string // Example.ID, or of a captured delivery 16 hexadecimal digits
	Offset  int    // in bytes from the start of its text
	Inner   int    // in bytes from the start of the JSON in the string at Offset
}

// Compare orders origins by the place of the example in the spec, then by its ID
// and by offsets; nowhere comes last.
func (o Origin) Compare(p Origin) int {
	if (o == Origin{}) != (p == Origin{}) {
		if (o == Origin{}) {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(o.Order, p.Order), cmp.Compare(o.Example, p.Example), cmp.Compare(o.Offset, p.Offset), cmp.Compare(o.Inner, p.Inner))
}

// Seen reports whether there is such a fact.
func (f Fact) Seen() bool { return f.Count > 0 }

// Merge returns what was seen by either.
func (f Fact) Merge(g Fact) Fact {
	f.Count += g.Count
	if g.At.Compare(f.At) < 0 {
		f.At = g.At
	}
	return f
}

// maxSamples bounds Samples: enough to see that a member has few values, few
// enough to keep for every path.
const maxSamples = 12

// Samples are the least of the distinct texts seen, at most maxSamples. The
// least, because the first ones would depend on the order of merging.
type Samples struct {
	Texts []string // sorted
	More  bool     // there were others
}

// maxSample is the length of the longest text that is kept as a sample.
const maxSample = 64

func (s Samples) merge(t Samples) Samples {
	out := Samples{More: s.More || t.More}
	a, b := s.Texts, t.Texts
	for len(a) > 0 || len(b) > 0 {
		var next string
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			next, a = a[0], a[1:]
		case len(a) == 0 || b[0] < a[0]:
			next, b = b[0], b[1:]
		default:
			next, a, b = a[0], a[1:], b[1:]
		}
		if len(out.Texts) == maxSamples {
			out.More = true
			break
		}
		out.Texts = append(out.Texts, next)
	}
	return out
}

// Merge returns the evidence of everything that a or b is the evidence of. It
// changes neither.
func Merge(a, b Evidence) Evidence {
	l := level(max(a.Folded, b.Folded))
	a, b = a.fold(l), b.fold(l)
	if len(a.Events) == 0 {
		a, b = b, a
	}
	if len(b.Events) == 0 {
		return a
	}
	events := maps.Clone(a.Events)
	for name, n := range b.Events {
		events[name] = mergeNodes(events[name], n)
	}
	return Evidence{Events: events, Folded: int(l)}.bound()
}

// mergeNodes merges what two nodes show; nil shows nothing.
func mergeNodes(a, b *Node) *Node {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	n := mergeScalars(a, b)
	n.Elem = mergeNodes(a.Elem, b.Elem)
	n.Inner = mergeNodes(a.Inner, b.Inner)
	if len(a.Members)+len(b.Members) > 0 {
		n.Members = make(map[string]*Member, max(len(a.Members), len(b.Members)))
	}
	for name, m := range a.Members {
		n.Members[name] = mergeMembers(m, b.Members[name], b.Kinds[jsontext.KindObject])
	}
	for name, m := range b.Members {
		if a.Members[name] == nil {
			n.Members[name] = mergeMembers(m, nil, a.Kinds[jsontext.KindObject])
		}
	}
	n.Rest = mergeNodes(a.Rest, b.Rest)
	return n
}

// mergeMembers merges two members of one name. Where other is nil, it is absent
// from each of the other node's objects.
func mergeMembers(m, other *Member, objects Fact) *Member {
	if other == nil {
		return &Member{Node: m.Node, Absent: m.Absent.Merge(objects), Key: m.Key}
	}
	return &Member{Node: *mergeNodes(&m.Node, &other.Node), Absent: m.Absent.Merge(other.Absent), Key: m.Key && other.Key}
}

// mergeScalars merges all of two nodes but what is below them.
func mergeScalars(a, b *Node) *Node {
	n := &Node{
		Strings: a.Strings.merge(b.Strings),
		Numbers: a.Numbers.merge(b.Numbers),
		Most:    max(a.Most, b.Most),
		Foreign: a.Foreign && b.Foreign,
	}
	for k := range n.Kinds {
		n.Kinds[k] = a.Kinds[k].Merge(b.Kinds[k])
	}
	for k := range n.Facts {
		n.Facts[k] = a.Facts[k].Merge(b.Facts[k])
	}
	return n
}

// has reports whether a value of the kind was seen.
func (n *Node) has(k jsontext.Kind) bool { return n.Kinds[k].Seen() }

// kinds returns the kinds of values seen, without null.
func (n *Node) kinds() jsontext.Kinds {
	var set jsontext.Kinds
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		if n.has(k) {
			set |= jsontext.KindsOf(k)
		}
	}
	return set
}

// nothing reports whether n shows nothing, as of a text that broke off.
func (n *Node) nothing() bool {
	if len(n.Members) > 0 || n.Rest != nil || n.Elem != nil || n.Inner != nil {
		return false
	}
	return n.First() == (Origin{}) && !slices.ContainsFunc(n.Facts[:], Fact.Seen)
}

// First returns where the first value at the node's path was seen.
func (n *Node) First() Origin {
	at := n.Facts[FactElided].At
	for _, f := range n.Kinds {
		if f.At.Compare(at) < 0 {
			at = f.At
		}
	}
	return at
}
