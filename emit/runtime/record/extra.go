package record

import (
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// maxFields is how many fields a struct can have.
const maxFields = 1024

// fieldSet is a set of fields of a struct.
type fieldSet [(maxFields + 63) / 64]uint64

func (s *fieldSet) has(i int) bool { return i < maxFields && s[i/64]&(1<<(i%64)) != 0 }
func (s *fieldSet) add(i int)      { s[i/64] |= 1 << (i % 64) }

// extra counts what the Extra of an object holds, and adds to set the fields that do not tell
// what came. It returns by how many members the object is larger than its struct.
func (w *walk) extra(n *node, t *typ, extra state.Members, set *fieldSet, serial uint64) (size int) {
	for i := range extra {
		m := &extra[i]
		name, raw := state.Name(m), state.Value(m).Raw()
		k := state.Index(m)
		if known := k >= 0; !known {
			if _, isField := t.index[name]; isField { // it was set
				w.fail()
				continue
			}
			if below := w.member(n, nil, name, false, serial); below != nil {
				w.put(below, w.raw(below, raw))
			}
			size++
			continue
		}
		if k >= len(t.fields) || t.fields[k].name != name {
			at, isField := t.index[name]
			if !isField {
				w.fail()
				continue
			}
			k = at
		}
		if k >= maxFields {
			w.fail()
			continue
		}
		set.add(k)
		c := w.raw(&n.fields[k], raw)
		n.fields[k].others += w.step
		w.put(&n.fields[k], c)
		size += n.more(k, c)
	}
	return size
}

// member returns the node of a member of the object with a number that is not a field, or
// nil if there is none.
func (w *walk) member(n *node, t *typ, name string, key bool, serial uint64) *node {
	// Members nearly always come in the same order.
	next := &n.first
	if n.came != nil && n.came.last == serial {
		next = &n.came.after
	}
	m := *next
	if m == nil || m.name != name {
		m = n.named[name]
	}
	if m == nil || m.many {
		if strings.Contains(name, "\ufffd") { // perhaps not what was written
			w.fail()
			return nil
		}
		kept := w.rename(name)
		if m = n.named[kept]; m == nil {
			if m = w.newMember(n, t, key); m == nil {
				return nil
			}
			kept = strings.Clone(kept) // and not a part of the body
			m.many, m.name = kept != name, kept
			if n.named == nil {
				n.named = make(map[string]*node)
			}
			n.named[kept] = m
			n.list = append(n.list, m)
		}
	}
	if m.last == serial && !m.many { // a duplicate
		w.fail()
		return nil
	}
	if m.last != serial {
		m.last = serial
		m.held += w.step
	}
	*next, n.came = m, m
	return m
}

// maxNames is how many names of members a walk tells apart in the objects at one path: for
// each of them, each object takes time.
const maxNames = 64

// newMember returns a node for a member of n, or nil if there is no room.
func (w *walk) newMember(n *node, t *typ, key bool) *node {
	if !w.learns || len(n.list) == maxNames || !w.room(1) {
		w.fail()
		return nil
	}
	w.changed = true
	m := &node{key: key && !n.foreign}
	m.below(n, t)
	return m
}

// lacks counts the members that the object with a number lacks, of those that are not fields.
func (w *walk) lacks(n *node, serial uint64) {
	for _, m := range n.list {
		if m.last != serial {
			w.add(&m.seen[absent])
		}
	}
}
