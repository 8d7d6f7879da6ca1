package evidence

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// tally is a Node while values are counted. Its slots are in the order in which the
// members were first seen, because objects nearly always repeat the order of the last
// one.
type tally struct {
	classes [Classes]counter
	seldom  *seldom
	strings Samples
	numbers Samples
	most    int
	objects uint64 // the number of objects read so far
	size    int    // the number of elements or members of the last array or object
	lacks   bool   // whether the last object lacked a member
	slots   []slot
	index   map[string]int // of slots, by name
	rest    int            // 1 + the index of the slot of members whose names are folded, or 0
	elem    *tally
	inner   *tally
	known
}

// known is what an Accumulator knows about the path of a tally.
type known struct {
	model   Type // or nil if the path is foreign
	foreign int  // the number of foreign paths that lead here, including its own
	bounded bool // whether it counts towards MaxForeign
}

// slot is a member of a tally. It has what nearly every value needs and fits a cache
// line; the rest is in the branch.
type slot struct {
	key  string // the name in quotes and a colon, as the text had it, or unexpected
	last uint64 // the number of the last object with the member
	usual
	*branch
}

// usual counts the values of the class that the member had first. The branch counts
// other classes, and objects in any case, because it also counts the members that they
// lack.
type usual struct {
	class   Class
	counter counter
}

// branch is the rest of a slot.
type branch struct {
	tally
	name   string
	many   bool // whether it stands for several names
	key    bool // whether the name is a key of a map
	absent counter
}

// add counts a value of a class.
func (s *slot) add(c Class, order, at uint64) {
	switch {
	case s.class == c:
	case s.class == Classes && c != ClassObject:
		s.class = c
	default:
		s.classes[c].add(order, at)
		return
	}
	s.counter.add(order, at)
}

// counter is a Fact while values are counted.
type counter struct {
	count uint64
	order uint64 // of the text
	at    uint64 // a packed origin; see at
}

// merge adds the count of another counter.
func (m *counter) merge(n counter) {
	if n.count > 0 {
		count := m.count + n.count
		m.add(n.order, n.at)
		m.count = count
	}
}

func (m *counter) add(order, at uint64) {
	if m.count == 0 || order < m.order || order == m.order && at < m.at {
		m.order, m.at = order, at
	}
	m.count++
}

// at packs an offset in a text and one in the JSON of the string there. Packed origins
// order as Origins do.
func at(offset, inner int) uint64 { return uint64(offset)<<32 | uint64(uint32(inner)) }

func (t *tally) rare() *seldom {
	if t.seldom == nil {
		t.seldom = new(seldom)
	}
	return t.seldom
}

// member adds a slot for a member, and returns its index.
func (t *tally) member(name, key string, many, isKey bool, at known) int {
	if t.index == nil {
		t.index = make(map[string]int)
	}
	k := t.slot(strings.Clone(name), key, many, at)
	t.slots[k].branch.key = isKey
	t.index[t.slots[k].name] = k
	return k
}

// slot adds a slot, and returns its index. All objects so far lack the member.
func (t *tally) slot(name, key string, many bool, at known) int {
	b := &branch{tally: tally{known: at}, name: name, many: many, absent: t.classes[ClassObject]}
	t.slots = append(t.slots, slot{key: key, usual: usual{class: Classes}, branch: b})
	return len(t.slots) - 1
}

// maker makes Nodes of tallies.
type maker struct {
	origin func(order uint64) Origin // of the text with that order
}

func (k maker) fact(m counter) Fact {
	if m.count == 0 {
		return Fact{}
	}
	origin := k.origin(m.order)
	origin.Offset, origin.Inner = int(m.at>>32), int(uint32(m.at))
	return Fact{Count: int(m.count), At: origin}
}

// node returns the Node of a tally, with the values counted in u. It returns nil if
// there are none, as below a text that ends too early.
func (k maker) node(t *tally, u usual) *Node {
	marks := t.classes
	if u.counter.count > 0 {
		marks[u.class].merge(u.counter)
	}
	all := func(list ...Class) Fact {
		var sum counter
		for _, c := range list {
			sum.merge(marks[c])
		}
		return k.fact(sum)
	}
	n := &Node{
		Strings: t.strings,
		Numbers: t.numbers,
		Most:    t.most,
		Foreign: t.foreign > 0,
	}
	n.Kinds[jsontext.KindNull] = all(ClassNull)
	n.Kinds[jsontext.KindBoolean] = all(ClassBool)
	n.Kinds[jsontext.KindNumber] = all(NumberFlag, NumberInt, NumberMinus, NumberWide, NumberWhole, NumberReal)
	n.Kinds[jsontext.KindString] = all(StringEmpty, StringFlag, StringTime, StringJSON, StringOther)
	n.Kinds[jsontext.KindArray] = all(ClassArray)
	n.Kinds[jsontext.KindObject] = all(ClassObject)
	for f, row := range factTable {
		if len(row.classes) > 0 {
			n.Facts[f] = all(row.classes...)
		} else if t.seldom != nil {
			n.Facts[f] = k.fact(t.seldom[f])
		}
	}
	if t.elem != nil {
		n.Elem = k.node(t.elem, usual{})
	}
	if t.inner != nil {
		n.Inner = k.node(t.inner, usual{})
	}
	if len(t.slots) > 0 {
		n.Members = make(map[string]*Member, len(t.slots))
	}
	for i, s := range t.slots {
		if m := k.node(&s.tally, s.usual); m == nil {
			continue
		} else if i == t.rest-1 {
			n.Rest = m
		} else {
			n.Members[s.name] = &Member{Node: *m, Absent: k.fact(s.absent), Key: s.branch.key}
		}
	}
	if n.nothing() {
		return nil
	}
	return n
}
