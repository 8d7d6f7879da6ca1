package evidence

import (
	"hash/crc32"
	"math"
	"math/bits"
)

// MaxForeign is how many foreign paths the evidence of captured deliveries has, in all
// events together. A foreign path is one that the model's types do not have.
//
// Beyond it, evidence is folded: paths deep below a foreign one are left out, and then
// the members of an object count together in its Rest, whatever their names are. What
// is folded must not depend on the order of deliveries, nor on how they were divided
// among Accumulators. So evidence is folded as a whole, in fixed steps, the levels:
//
//   - Whether a name is folded or a path left out depends on the level, on the
//     name, and on how far above it the nearest path of the model is. Folding the
//     names above it does not change that. So folding at a level after a lower one
//     is folding at that level, and folding commutes with merging:
//     fold(A ∪ B) = fold(fold(A) ∪ fold(B)).
//   - At one level, more deliveries never have fewer paths. At a higher level, the
//     same deliveries never have more.
//
// The level of evidence is the least at which it does not have too many paths. By the
// second property it is at least the level of each part. So merging parts at the
// highest of their levels, and raising the level while there are too many paths, ends
// at the level of the whole, and by the first property with the same evidence. At the
// last level there are at most three foreign paths for each path of the model.
const MaxForeign = 5_000

// Level is how much is folded. At level 0 nothing is. The first levels bound how deep
// paths can be below foreign ones. Each of the next ones keeps half of the names, and
// the last one keeps none.
type Level int

const (
	depths   Level = 6
	MaxLevel Level = depths + 21
)

// keeps reports whether a name is not folded.
func (l Level) keeps(name string) bool {
	if l <= depths || l == MaxLevel {
		return l <= depths
	}
	return bits.LeadingZeros32(crc32.ChecksumIEEE([]byte(name))) >= int(l-depths)
}

// depth returns how many foreign paths a path can be below: any number, then from 32
// down to 1 by halves.
func (l Level) depth() int {
	if l == 0 {
		return math.MaxInt
	}
	return 64 >> min(l, depths)
}

// Depth returns how many foreign paths a path can be below, or -1 if that is not
// bounded.
func (e Evidence) Depth() int {
	if e.Folded == 0 {
		return -1
	}
	return Level(e.Folded).depth()
}

// Fold returns the evidence at a level that is at least its own.
func (e Evidence) Fold(l Level) Evidence {
	if l <= Level(e.Folded) {
		return e
	}
	events := make(map[string]*Node, len(e.Events))
	for name, n := range e.Events {
		if n = l.fold(n, 0); !n.nothing() {
			events[name] = n
		}
	}
	return Evidence{Events: events, Types: e.Types, Former: e.Former, Folded: int(l)}
}

// bound returns the evidence at the least level at which it does not have too many
// paths.
func (e Evidence) bound() Evidence {
	for Level(e.Folded) < MaxLevel && e.Foreign() > MaxForeign {
		e = e.Fold(Level(e.Folded) + 1)
	}
	return e
}

// Foreign returns the number of paths that count towards MaxForeign.
func (e Evidence) Foreign() int {
	sum := 0
	for _, n := range e.Events {
		sum += n.foreign(false)
	}
	return sum
}

// foreign returns the number of paths at and below n that count towards MaxForeign:
// foreign ones, those named by a key, and what is below either.
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

// fold returns a node at the level, n itself if that changes nothing. depth is the
// number of foreign paths that lead to n, including its own.
func (l Level) fold(n *Node, depth int) *Node {
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

// below returns a node below one at the given depth at the level, or nil if it is too
// deep.
func (l Level) below(n *Node, depth int) *Node {
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
		return nil // a value with a syntax error, of which only the parts were seen
	}
	return n
}

// sum merges nodes. To merge each with the result so far would copy that every time, so
// nodes of about equal size are merged first, as in a binary counter: the one at k, if
// any, is the sum of 2^k nodes.
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

// node returns the sum, or nil if no node was added.
func (s sum) node() *Node {
	var all *Node
	for _, n := range s {
		all = mergeNodes(all, n)
	}
	return all
}
