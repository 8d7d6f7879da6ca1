package infer

import (
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// tally is a Node while it is being made: what a walker adds to for each value.
// Its members stand in the order in which they were first seen, because the next
// member of an object is nearly always the one that came next the last time.
type tally struct {
	classes [classes]mark
	seldom  *seldom
	strings Samples
	numbers Samples
	most    int
	objects uint64 // that were entered: the number of the one being read
	size    int    // elements or members of the last array or object
	lacks   bool   // some slot was not in the last object
	slots   []slot
	index   map[string]int // of slots, by name
	rest    int            // of slots, and 1: the slot of the members whose names are folded, 0 for none
	elem    *tally
	inner   *tally
	place
}

// place is what a Collector knows of the place of a tally.
type place struct {
	shape   *shape // nil for what the types do not have
	foreign int    // how many places that they do not have it is inside of, itself included
	bounded bool   // whether it counts towards maxForeign
}

// slot is a member of a tally. It holds what nearly every value needs and no
// more, as much as a line of the processor's cache: the rest is in the branch.
type slot struct {
	key  string // the name as the text wrote it, in quotes and with a colon, or unexpected
	last uint64 // the number of the last object that had the member
	usual
	*branch
}

// usual is the mark of one class, the one that was seen first, and classes before
// that. It is counted here, and not in the branch; objects always are there, for
// what they lack.
type usual struct {
	class class
	mark  mark
}

// branch is the rest of a member.
type branch struct {
	tally
	name   string
	many   bool // whether it stands for several names
	key    bool // whether the name is a key of a map
	absent mark
}

// add adds a value of a class.
func (s *slot) add(c class, order, at uint64) {
	switch {
	case s.class == c:
	case s.class == classes && c != classObject:
		s.class = c
	default:
		s.classes[c].add(order, at)
		return
	}
	s.mark.add(order, at)
}

// mark is a Fact while it is being made.
type mark struct {
	count uint64
	order uint64 // of the text
	at    uint64 // offset<<32 + offset in the JSON of the string there
}

// merge adds what another mark counted.
func (m *mark) merge(n mark) {
	if n.count > 0 {
		count := m.count + n.count
		m.add(n.order, n.at)
		m.count = count
	}
}

func (m *mark) add(order, at uint64) {
	if m.count == 0 || order < m.order || order == m.order && at < m.at {
		m.order, m.at = order, at
	}
	m.count++
}

// at packs an offset, and one inside the string there, in the order of Origins.
func at(offset, inner int) uint64 { return uint64(offset)<<32 | uint64(uint32(inner)) }

func (t *tally) rare() *seldom {
	if t.seldom == nil {
		t.seldom = new(seldom)
	}
	return t.seldom
}

// member adds a member to the objects of t, and returns its slot.
func (t *tally) member(name, key string, many, isKey bool, at place) int {
	if t.index == nil {
		t.index = make(map[string]int)
	}
	k := t.slot(strings.Clone(name), key, many, at)
	t.slots[k].branch.key = isKey
	t.index[t.slots[k].name] = k
	return k
}

// slot adds a slot. The objects before this one lack its member.
func (t *tally) slot(name, key string, many bool, at place) int {
	b := &branch{tally: tally{place: at}, name: name, many: many, absent: t.classes[classObject]}
	t.slots = append(t.slots, slot{key: key, usual: usual{class: classes}, branch: b})
	return len(t.slots) - 1
}

// maker turns tallies into Nodes.
type maker struct {
	origin func(order uint64) Origin // of the text with that order
}

func (k maker) fact(m mark) Fact {
	if m.count == 0 {
		return Fact{}
	}
	origin := k.origin(m.order)
	origin.Offset, origin.Inner = int(m.at>>32), int(uint32(m.at))
	return Fact{Count: int(m.count), At: origin}
}

// node returns the Node of a tally, some values of which are counted in u. It is
// nil where nothing was counted, as below a text that broke off.
func (k maker) node(t *tally, u usual) *Node {
	marks := t.classes
	if u.mark.count > 0 {
		marks[u.class].merge(u.mark)
	}
	all := func(list ...class) Fact {
		var sum mark
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
	n.Kinds[jsontext.KindNull] = all(classNull)
	n.Kinds[jsontext.KindBoolean] = all(classBool)
	n.Kinds[jsontext.KindNumber] = all(numberFlag, numberInt, numberMinus, numberWide, numberWhole, numberReal)
	n.Kinds[jsontext.KindString] = all(stringEmpty, stringFlag, stringTime, stringJSON, stringOther)
	n.Kinds[jsontext.KindArray] = all(classArray)
	n.Kinds[jsontext.KindObject] = all(classObject)
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
