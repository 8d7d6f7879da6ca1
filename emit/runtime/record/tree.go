package record

import (
	"github.com/specimen-go/specimen/infer/evidence"
)

// maxForeign is how many paths that the types do not have a walk counts at. It is the
// number that evidence has of them.
const maxForeign = evidence.MaxForeign

// counter counts the values that show one thing at one path.
type counter struct {
	count uint64
	// below is the complement of the least digest of the deliveries that the collector got
	// and that show it, 0 if there are none.
	below uint64
}

// node counts the values at one path.
type node struct {
	seen     [absent + 1]counter // by class
	others   uint64              // of a field: the objects since since in which it had not its usual class
	since    uint64              // the number of objects when the class became usual
	most     int                 // the number of elements or members of the largest array or object that the collector got
	typ      *typ                // how it is read in an event, or nil
	up       *node               // of the value that it is part of
	*members                     // of a struct, or nil
	elem     *node
	inner    *node
	named    map[string]*node // members that are not fields, by the name that is kept
	list     []*node          // those of named, in the order in which they were found
	name     string           // that is kept of a member that is not a field
	first    *node            // of those of named, the one that came first in the last object
	after    *node            // of a member that is not a field: the one that came after it
	came     *node            // the one that came last
	last     uint64           // the number of the last object that had the member
	held     uint64           // of a member that is not a field: the objects that had it
	many     bool             // whether it stands for several names
	key      bool             // whether its name is a key of a map
	foreign  bool             // whether the types do not have the path
}

func (n *node) counts() (all [absent + 1]uint64) {
	for c := range n.seen {
		all[c] = n.seen[c].count
	}
	return all
}

// below makes n the node of a part of the values of a node. t is nil where the types do not
// have it.
func (n *node) below(up *node, t *typ) {
	n.typ, n.up, n.foreign = t, up, up.foreign || t == nil
	if t == nil || n.foreign {
		return
	}
	if t = t.plain().object(); t == nil {
		return
	}
	for ; up != nil; up = up.up {
		if outer := up.typ.plain().object(); outer != nil && outer.same() == t.same() {
			n.foreign = true
		}
	}
}

// evidence returns what was counted of the node, with the counts of its classes, or nil if
// no value was.
func (n *node) evidence(all [absent + 1]uint64) *evidence.Node {
	counts := evidence.Counts(all[:absent])
	if counts == (evidence.Counts{}) {
		return nil
	}
	out := counts.Node()
	out.Foreign = n.foreign
	if n.elem != nil {
		out.Elem = n.elem.evidence(n.elem.counts())
	}
	if n.inner != nil {
		out.Inner = n.inner.evidence(n.inner.counts())
	}
	member := func(name string, m *node, all [absent + 1]uint64) {
		below := m.evidence(all)
		if below == nil {
			return
		}
		if out.Members == nil {
			out.Members = make(map[string]*evidence.Member)
		}
		out.Members[name] = &evidence.Member{Node: *below, Absent: evidence.Again(all[absent]), Key: m.key}
	}
	if n.members != nil {
		for i := range n.fields {
			member(n.typ.plain().object().fields[i].name, &n.fields[i], n.members.counts(i))
		}
	}
	for name, m := range n.named {
		of := m.counts()
		of[absent] = all[evidence.ClassObject] - m.held // objects before the first one with it, too
		member(name, m, of)
	}
	return out
}
