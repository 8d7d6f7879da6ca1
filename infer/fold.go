package infer

import (
	"hash/crc32"
	"math"
	"math/bits"
)

// MaxForeign is how many places that the types do not have the evidence of
// captured deliveries tells apart, in all events together.
//
// Beyond it, names are folded: their values count together, whatever their name,
// in the Rest of their object. What is folded must not depend on the order of
// deliveries, nor on how they were divided among Collectors. So the evidence is
// coarsened as a whole, in fixed steps, the levels:
//
//   - Whether a name is folded depends on the level, on the name, and on whether
//     the types have the member, which the names above it do not change once they
//     are folded. So folding at a level after a lower one is folding at that level,
//     and folding commutes with merging: fold(A ∪ B) = fold(fold(A) ∪ fold(B)).
//   - At one level, more deliveries never have fewer places; at a higher level, the
//     same deliveries never have more.
//
// The level of evidence is the least at which its places are not too many. By the
// second property it is at least that of each part, so that merging parts at the
// highest of their levels, and raising it as long as there are too many places,
// ends at the level of the whole; and by the first one with the same evidence.
const MaxForeign = 5_000

// level says how much is folded. At 0 nothing is. Each of the next ones keeps half
// of the names; noNames keeps none; those above it also drop what is deep inside
// of values that the types do not have.
type level int

const (
	noNames  level = 21
	maxLevel level = noNames + 7
)

// keeps reports whether a name that may be folded is not.
func (l level) keeps(name string) bool {
	return l < noNames && (l == 0 || bits.LeadingZeros32(crc32.ChecksumIEEE([]byte(name))) >= int(l))
}

// depth returns how deep inside of each other places may be that the types do not
// have: from 32 to 0 by halves.
func (l level) depth() int {
	if l <= noNames {
		return math.MaxInt
	}
	return 64 >> (l - noNames)
}

// Depth returns how deep inside of each other places can be that the types do not
// have, and -1 where that is not bounded.
func (e Evidence) Depth() int {
	if level(e.Folded) <= noNames {
		return -1
	}
	return level(e.Folded).depth()
}

// fold returns the evidence at a level that is not below its own.
func (e Evidence) fold(l level) Evidence {
	if l <= level(e.Folded) {
		return e
	}
	events := make(map[string]*Node, len(e.Events))
	for name, n := range e.Events {
		if n = l.fold(n, 0); !n.nothing() {
			events[name] = n
		}
	}
	return Evidence{Events: events, Folded: int(l)}
}

// bound returns the evidence at the least level at which it is not too large.
func (e Evidence) bound() Evidence {
	for level(e.Folded) < maxLevel && e.foreign() > MaxForeign {
		e = e.fold(level(e.Folded) + 1)
	}
	return e
}

// foreign returns how many places are bounded.
func (e Evidence) foreign() int {
	sum := 0
	for _, n := range e.Events {
		sum += n.foreign(false)
	}
	return sum
}

// foreign returns how many places at and below n are bounded: those that the types
// do not have, those named by a key, and what is below either.
func (n *Node) foreign(bounded bool) int {
	if n == nil {
		return 0
	}
	bounded = bounded || n.Foreign
	sum := n.Rest.foreign(bounded) + n.Elem.foreign(bounded) + n.Inner.foreign(bounded)
	for _, m := range n.Members {
		sum += m.Node.foreign(bounded || m.Key)
	}
	if bounded {
		sum++
	}
	return sum
}

// fold returns a node at the level, the node itself where that changes nothing.
// depth is how many places that the types do not have n is inside of, itself
// included.
func (l level) fold(n *Node, depth int) *Node {
	var over sum
	members := make(map[string]*Member, len(n.Members))
	same := true
	for name, m := range n.Members {
		if (m.Key || m.Foreign) && !l.keeps(name) {
			over.add(&m.Node)
			continue
		}
		child := l.below(&m.Node, depth)
		if child == &m.Node {
			members[name] = m
			continue
		}
		same = false
		if child != nil {
			members[name] = &Member{Node: *child, Absent: m.Absent, Key: m.Key}
		}
	}
	rest := n.Rest
	if all := over.node(); all != nil {
		rest, same = mergeNodes(rest, all), false
	}
	rest, elem, inner := l.below(rest, depth), l.below(n.Elem, depth), l.below(n.Inner, depth)
	if same && rest == n.Rest && elem == n.Elem && inner == n.Inner {
		return n
	}
	out := *n
	out.Members, out.Rest, out.Elem, out.Inner = members, rest, elem, inner
	if len(members) == 0 {
		out.Members = nil
	}
	return &out
}

// below folds what is below a node at a depth: nil where it is too deep.
func (l level) below(n *Node, depth int) *Node {
	switch {
	case n == nil:
		return nil
	case !n.Foreign:
		depth = 0
	case depth >= l.depth():
		return nil
	default:
		depth++
	}
	if n = l.fold(n, depth); n.nothing() {
		return nil // what was cut off by a fault, and showed only what it holds
	}
	return n
}

// sum is what many nodes show together. To add one to all that came before would
// copy all that each time, so those of about equal size are merged first, as in
// a binary counter: the one at k, if there is one, is the sum of 2^k nodes.
type sum []*Node

func (s *sum) add(n *Node) {
	for k := 0; n != nil; k++ {
		if k == len(*s) {
			*s = append(*s, n)
			return
		}
		if (*s)[k] == nil {
			(*s)[k] = n
			return
		}
		n, (*s)[k] = mergeNodes((*s)[k], n), nil
	}
}

// node returns the sum, nil for that of none.
func (s sum) node() *Node {
	var all *Node
	for _, n := range s {
		all = mergeNodes(all, n)
	}
	return all
}
