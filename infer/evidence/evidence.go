package evidence

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Evidence is what examples or deliveries show, and what tables of documents say: for
// each root, what its values have at every path. The zero value is no evidence.
//
// Facts only accumulate. A fact about all values is kept as its exception: not that
// all strings are timestamps, but that one is not. So Merge is commutative,
// associative, and idempotent on facts. Counts add up, so that each example must be
// observed once.
type Evidence struct {
	Events map[string]*Node // bodies, by event
	Types  map[string]*Node // examples of declared types, by name
	Former map[string]*Node // examples of editions that were replaced, by the path of the root
	Folded int              // the level at which it is folded, or 0; see MaxForeign
}

// Node is what the values at one path show.
type Node struct {
	Kinds [jsontext.KindObject + 1]Fact // by kind of value

	Facts [facts]Fact

	Claims *Claims // what tables say of the values, or nil

	Strings Samples // of string values
	Numbers Samples // of number literals

	Most int // the number of elements or members of the largest array or object

	Members map[string]*Member // of objects
	Rest    *Node              // of members whose names are folded, or nil
	Elem    *Node              // of the elements of arrays, or nil
	Inner   *Node              // of the JSON in strings, or nil

	Foreign bool // in captured deliveries: the types do not have the path
}

// Member is what the values of one member show, and the objects that lack it.
type Member struct {
	Node
	Absent Fact
	Key    bool // in captured deliveries: the name is a key of a map
}

// Fact is how often something was seen, and its first origin.
type Fact struct {
	Count int
	At    Origin
}

// Origin is a byte of an example or of a delivery, or a line of a table. The zero value
// is none.
type Origin struct {
	Order   int    // Example.Order or TableMember.Order, or 0 in a delivery
	Example string // Example.ID, TableMember.Ref, or 16 hexadecimal digits for a delivery
	Offset  int    // from the start of the text
	Inner   int    // from the start of the JSON in the string at Offset, or 0
}

// Compare orders origins by the order of the examples in the spec, then by ID and
// by offset. The zero Origin comes last.
func (o Origin) Compare(p Origin) int {
	if (o == Origin{}) != (p == Origin{}) {
		if (o == Origin{}) {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(o.Order, p.Order), cmp.Compare(o.Example, p.Example), cmp.Compare(o.Offset, p.Offset), cmp.Compare(o.Inner, p.Inner))
}

// Seen reports whether the fact was seen.
func (f Fact) Seen() bool { return f.Count > 0 }

// Merge returns f and g together.
func (f Fact) Merge(g Fact) Fact {
	f.Count += g.Count
	if g.At.Compare(f.At) < 0 {
		f.At = g.At
	}
	return f
}

// Has reports whether a value of the kind was seen.
func (n *Node) Has(k jsontext.Kind) bool { return n.Kinds[k].Seen() }

// NotNull returns the kinds of the values seen, except null.
func (n *Node) NotNull() jsontext.Kinds {
	var set jsontext.Kinds
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		if n.Has(k) {
			set |= jsontext.KindsOf(k)
		}
	}
	return set
}

// nothing reports whether n has no evidence, as after a text that ends too early.
func (n *Node) nothing() bool {
	if len(n.Members) > 0 || n.Rest != nil || n.Elem != nil || n.Inner != nil || n.Claims != nil {
		return false
	}
	return n.First() == (Origin{}) && !slices.ContainsFunc(n.Facts[:], Fact.Seen)
}

// First returns the first origin of a value at the node's path, or else the first line
// of a table about it.
func (n *Node) First() Origin {
	if at := n.FirstValue(); at != (Origin{}) {
		return at
	}
	return n.Claims.First()
}

// FirstValue returns the first origin of a value at the node's path.
func (n *Node) FirstValue() Origin {
	at := n.Facts[FactElided].At
	for _, f := range n.Kinds {
		if f.At.Compare(at) < 0 {
			at = f.At
		}
	}
	return at
}
