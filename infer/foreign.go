package infer

// What a Collector does for the bound on evidence, maxForeign, while it reads.

// The slots of what is no member of its own.
const (
	noMember = -1 - iota
	again    // a member that its object already has, whose name is folded
	tooDeep  // one that is inside of too many places that the types do not have
)

// occurrence is a name, and the object that has a member of it.
type occurrence struct {
	object uint64 // where it begins
	name   string
}

// within returns the place of what has a shape and is part of a value at a place.
// One that is bounded counts towards the size of what was observed.
func (w *walker) within(p place, below *shape, key bool) place {
	if w.strict {
		return place{}
	}
	out := place{shape: below, bounded: p.bounded || key || below == nil}
	if below == nil {
		out.foreign = p.foreign + 1
	}
	if out.bounded {
		if w.bounded++; w.bounded >= w.limit && w.full != nil {
			w.full()
		}
	}
	return out
}

// drops reports whether what has a shape, and is part of a value at a place, is not
// observed at all.
func (w *walker) drops(p place, below *shape) bool {
	return below == nil && !w.strict && p.foreign >= w.level.depth()
}

// folded returns the slot of a member with a folded name of the object that begins
// at the offset. once says that the name was not changed, so that an object that
// has it twice repeats it.
func (w *walker) folded(object int, name string, once bool, t *tally) int {
	if once {
		x := occurrence{w.at(object), name}
		if w.names[x] {
			return again
		}
		if w.names == nil {
			w.names = make(map[occurrence]bool)
		}
		w.names[x] = true
	}
	below := t.shape.rest()
	if w.drops(t.place, below) {
		return tooDeep
	}
	if t.rest == 0 {
		t.rest = 1 + t.slot("", unexpected, true, w.within(t.place, below, false))
	}
	return t.rest - 1
}
