package record

import (
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/evidence"
)

// members counts the members of the structs at one path. Most fields have the same class in
// nearly every object, so that only the others are counted: how often a field had its usual
// class is the number of objects without those.
type members struct {
	fields  []node
	usual   []evidence.Class // by field; none if it has no usual class
	objects uint64           // the structs that were counted, except by plans
	size    int              // the number of fields whose usual class is not absent
	// floor is the least counter.below of the usual classes: a delivery is known to show none
	// of them first if its own is less.
	floor uint64
	plan  *plan // or nil
	odd   odd
}

// object counts the fields of the struct of a type at p.
func (w *walk) object(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	switch {
	case w.learns:
		return w.learnObject(n, t, p)
	case n.members == nil:
		return w.fail()
	}
	return w.planned(w.plan(n, t), p)
}

// learnObject learns what the struct of a type at p shows.
func (w *walk) learnObject(n *node, t *typ, p unsafe.Pointer) evidence.Class {
	extra := *(*state.Members)(unsafe.Add(p, t.extra))
	if state.Built(extra) || w.depth == evidence.MaxDepth || n.members == nil && !w.open(n, t) {
		return w.fail()
	}
	w.depth++
	m := n.members
	w.objects++
	serial, size := w.objects, m.size
	var left *fieldSet
	if len(extra) > 0 {
		left = m.odd.left()
		size += w.extra(n, t, extra, left, serial)
	}
	for i := range t.fields {
		if left != nil && left.has(i) {
			continue
		}
		if c := w.field(m, t, i, p); c != none {
			w.add(&m.fields[i].seen[c])
			size += m.more(i, c)
		}
	}
	w.changed = m.settle() || w.changed
	w.lacks(n, serial)
	w.size(n, size)
	w.depth--
	return evidence.ClassObject
}

// field counts what is in a field of the struct at p.
func (w *walk) field(m *members, t *typ, i int, p unsafe.Pointer) evidence.Class {
	f := &t.fields[i]
	if f.opt {
		if c := presence(unsafe.Add(p, f.other)); c != none {
			return c
		}
	}
	return w.value(&m.fields[i], f.typ, f.kind, unsafe.Add(p, f.offset))
}

// more returns the number of members that a field of a class adds to the usual size.
func (m *members) more(i int, c evidence.Class) (more int) {
	if c != absent {
		more++
	}
	if m.usual[i] < absent {
		more--
	}
	return more
}

// open makes room for the fields of a struct. It reports false where there is none.
func (w *walk) open(n *node, t *typ) bool {
	if !w.learns || n.foreign && !w.room(len(t.fields)) {
		return false
	}
	w.changed = true
	n.members = &members{fields: make([]node, len(t.fields)), usual: make([]evidence.Class, len(t.fields)), floor: 1<<64 - 1}
	for i := range t.fields {
		n.fields[i].below(n, t.fields[i].typ)
		n.usual[i] = none
	}
	return true
}

// settle decides which classes are usual, and finds the floor. It reports whether other classes
// are usual than before.
func (m *members) settle() (changed bool) {
	m.size, m.floor = 0, 1<<64-1
	for i := range m.fields {
		k := &m.fields[i]
		if m.usual[i] == none || k.others > (m.objects-k.since)/2 {
			was := m.usual[i]
			m.elect(i)
			changed = changed || m.usual[i] != was
		}
		u := m.usual[i]
		if u < absent {
			m.size++
		}
		if u != none {
			m.floor = min(m.floor, k.seen[u].below)
		}
	}
	return changed
}

// elect makes the class of a field usual that it had most often.
func (m *members) elect(i int) {
	k := &m.fields[i]
	all := m.counts(i)
	best := none
	for c := range absent + 1 {
		if k.seen[c].below > 0 && (best == none || all[c] > all[best]) {
			best = c
		}
	}
	if best == none {
		return
	}
	if u := m.usual[i]; u != none {
		k.seen[u].count = all[u]
	}
	m.usual[i], k.since, k.others = best, m.objects, 0
}

// counts returns how often a field was seen with each class.
func (m *members) counts(i int) [absent + 1]uint64 {
	k := &m.fields[i]
	all := k.counts()
	if u := m.usual[i]; u != none {
		all[u] += m.objects - k.since - k.others
	}
	return all
}
