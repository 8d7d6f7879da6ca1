package infer

import (
	"cmp"
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
	Folded int // the level at which it is folded, 0 where it is not; see maxForeign
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
