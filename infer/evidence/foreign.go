package evidence

// How an Accumulator keeps evidence within MaxForeign while it reads.

// Slots of members that have no slot.
const (
	noMember = -1 - iota
	again    // a duplicate member, whose name is folded
	tooDeep  // a member below too many foreign paths
)

// nameIn is a name in an object.
type nameIn struct {
	object uint64 // its packed origin
	name   string
}

// within returns what is known of the path of a part of a value, for the part's model
// type. It counts the path if that is bounded.
func (w *walker) within(k known, below Type, key bool) known {
	if w.strict {
		return known{}
	}
	out := known{model: below, bounded: k.bounded || key || below == nil}
	if below == nil {
		out.foreign = k.foreign + 1
	}
	if out.bounded {
		if w.bounded++; w.bounded >= w.limit && w.full != nil {
			w.full()
		}
	}
	return out
}

// drops reports whether a part of a value is not observed.
func (w *walker) drops(k known, below Type) bool {
	return below == nil && !w.strict && k.foreign >= w.level.depth()
}

// folded returns the slot of a member with a folded name of the object at the offset.
// once says that name is the member's own name, so that a second one in the object is a
// duplicate.
func (w *walker) folded(object int, name string, once bool, t *tally) int {
	if once {
		x := nameIn{w.at(object), name}
		if w.names[x] {
			return again
		}
		if w.names == nil {
			w.names = make(map[nameIn]bool)
		}
		w.names[x] = true
	}
	below := t.known.rest()
	if w.drops(t.known, below) {
		return tooDeep
	}
	if t.rest == 0 {
		t.rest = 1 + t.slot("", unexpected, true, w.within(t.known, below, false))
	}
	return t.rest - 1
}
