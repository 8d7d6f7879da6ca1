package infer

import (
	"maps"
	"slices"
)

// surplus is what becomes of members beyond MaxMembers. Those with the least
// names are kept, because the first ones would depend on the order of merging;
// what the others show is added up in one place, whatever their names. Of these, a
// name that its object has twice is not noticed.
type surplus struct {
	branch   *branch // of a slot without a name, for those that come now
	slot     int
	greatest int // the slot of the greatest name that is kept
	evicted  sum // of those that had a slot once
}

// surplus returns the slot for a member with a new name of an object that has as
// many as are kept.
func (w *walker) surplus(name, key string, many bool, t *tally) int {
	if t.surplus == nil {
		t.surplus = &surplus{branch: t.slot("", unexpected, true), slot: len(t.slots) - 1}
		t.surplus.find(t)
	}
	s := t.surplus
	old := t.slots[s.greatest]
	if name > old.name {
		return s.slot
	}
	s.evicted.add(w.nodes.node(&old.tally, old.usual))
	delete(t.index, old.name)
	slot := t.member(name, key, many)
	t.slots[s.greatest] = t.slots[slot]
	t.slots = t.slots[:slot]
	slot, t.index[name] = s.greatest, s.greatest
	s.find(t)
	return slot
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

// find finds the greatest name.
func (s *surplus) find(t *tally) {
	s.greatest = 0
	for k, m := range t.slots {
		if k != s.slot && m.name > t.slots[s.greatest].name {
			s.greatest = k
		}
	}
}

// cut moves members beyond MaxMembers to the Rest of n.
func (n *Node) cut() {
	if len(n.Members) <= MaxMembers {
		return
	}
	var over sum
	for _, name := range slices.Sorted(maps.Keys(n.Members))[MaxMembers:] {
		over.add(&n.Members[name].Node)
		delete(n.Members, name)
	}
	n.Rest = mergeNodes(n.Rest, over.node())
}
