package infer

import (
	"hash/crc32"
	"math"
	"math/bits"
)

// maxForeign is how many places that the types do not have the evidence of
// captured deliveries tells apart, in all events together.
//
// Beyond it, what is deep inside of such a place is left out, and then names are
// folded: their values count together, whatever their name, in the Rest of their
// object. What is folded must not depend on the order of deliveries, nor on how they
// were divided among Collectors. So the evidence is coarsened as a whole, in fixed
// steps, the levels:
//
//   - Whether a name is folded, or a place left out, depends on the level, on the
//     name, and on how far above it the types have places; folding the names above
//     it does not change that. So folding at a level after a lower one is folding at
//     that level, and folding commutes with merging: fold(A ∪ B) = fold(fold(A) ∪
//     fold(B)).
//   - At one level, more deliveries never have fewer places; at a higher level, the
//     same deliveries never have more.
//
// The level of evidence is the least at which its places are not too many. By the
// second property it is at least that of each part, so that merging parts at the
// highest of their levels, and raising it as long as there are too many places,
// ends at the level of the whole; and by the first one with the same evidence. At
// the last level, there are at most three more places than the types have for each
// of theirs.
const maxForeign = 5_000

// level says how much is folded. At 0 nothing is. The first levels bound how deep
// inside of each other places can be that the types do not have, which no report
// shows. Each of the next ones keeps half of the names; the last one keeps none.
type level int

const (
	depths   level = 6
	maxLevel level = depths + 21
)

// keeps reports whether a name that may be folded is not.
func (l level) keeps(name string) bool {
	if l <= depths || l == maxLevel {
		return l <= depths
	}
	return bits.LeadingZeros32(crc32.ChecksumIEEE([]byte(name))) >= int(l-depths)
}

// depth returns how deep inside of each other places may be that the types do not
// have: without bound, then from 32 to 1 by halves.
func (l level) depth() int {
	if l == 0 {
		return math.MaxInt
	}
	return 64 >> min(l, depths)
}

// Depth returns how deep inside of each other places can be that the types do not
// have, and -1 where that is not bounded.
func (e Evidence) Depth() int {
	if e.Folded == 0 {
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
	for level(e.Folded) < maxLevel && e.foreign() > maxForeign {
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
