package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
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
	lacks   bool   // some member was not in the last object
	members []*branch
	index   map[string]*branch // by name
	elem    *tally
	inner   *tally
}

// seldom is what hardly any value shows.
type seldom struct {
	inexact, repeated, long, malformed mark
}

// branch is a member of a tally.
type branch struct {
	tally
	name   string
	quoted string // as the text wrote it, with its quotes, or "" to always ask the reader
	place  int    // among the members
	last   uint64 // the number of the last object that had it
	absent mark
}

// mark is a Fact while it is being made.
type mark struct {
	count uint64
	order uint64 // of the text
	at    uint64 // offset<<32 + offset in the JSON of the string there
}

func (m *mark) add(order, at uint64) {
	if m.count == 0 || order < m.order || order == m.order && at < m.at {
		m.order, m.at = order, at
	}
	m.count++
}

// at packs an offset, and one inside the string there, in the order of Origins.
func at(offset, inner int) uint64 { return uint64(offset)<<32 | uint64(uint32(inner)) }

// sum is the mark of all objects together, or of some other classes.
func (t *tally) sum(list ...class) mark {
	var sum mark
	for _, c := range list {
		m := t.classes[c]
		if m.count > 0 && (sum.count == 0 || m.order < sum.order || m.order == sum.order && m.at < sum.at) {
			sum.order, sum.at = m.order, m.at
		}
		sum.count += m.count
	}
	return sum
}

func (t *tally) rare() *seldom {
	if t.seldom == nil {
		t.seldom = new(seldom)
	}
	return t.seldom
}

// member returns a new member of the objects of t. Those before this one lack it.
func (t *tally) member(name, quoted string) *branch {
	if t.index == nil {
		t.index = make(map[string]*branch)
	}
	b := &branch{
		name: strings.Clone(name), quoted: strings.Clone(quoted), place: len(t.members),
		absent: t.classes[classObject],
	}
	t.members = append(t.members, b)
	t.index[b.name] = b
	return b
}

// maker turns tallies into Nodes.
type maker struct {
	name func(order uint64) string // gives Origin.Example
}

func (k maker) fact(m mark) Fact {
	if m.count == 0 {
		return Fact{}
	}
	return Fact{Count: int(m.count), At: Origin{Example: k.name(m.order), Offset: int(m.at >> 32), Inner: int(uint32(m.at))}}
}

// node returns the Node of a tally.
func (k maker) node(t *tally) *Node {
	all := func(list ...class) Fact { return k.fact(t.sum(list...)) }
	n := &Node{
		Fraction:     all(numberWhole, numberReal),
		Wide:         all(numberMinus, numberWide),
		NotInteger:   all(numberWide, numberReal),
		NotFlag:      all(numberInt, numberMinus, numberWide, numberWhole, numberReal, stringEmpty, stringTime, stringJSON, stringOther),
		Empty:        all(stringEmpty),
		NotTimestamp: all(stringFlag, stringJSON, stringOther),
		NotJSON:      all(stringFlag, stringTime, stringOther),
		Elided:       all(classElided),
		Strings:      t.strings,
		Numbers:      t.numbers,
		Most:         t.most,
	}
	n.Kinds[payload.KindNull] = all(classNull)
	n.Kinds[payload.KindBoolean] = all(classBool)
	n.Kinds[payload.KindNumber] = all(numberFlag, numberInt, numberMinus, numberWide, numberWhole, numberReal)
	n.Kinds[payload.KindString] = all(stringEmpty, stringFlag, stringTime, stringJSON, stringOther)
	n.Kinds[payload.KindArray] = all(classArray)
	n.Kinds[payload.KindObject] = all(classObject)
	if s := t.seldom; s != nil {
		n.Inexact, n.Repeated, n.Long, n.Malformed = k.fact(s.inexact), k.fact(s.repeated), k.fact(s.long), k.fact(s.malformed)
	}
	if t.elem != nil {
		n.Elem = k.node(t.elem)
	}
	if t.inner != nil {
		n.Inner = k.node(t.inner)
	}
	if len(t.members) > 0 {
		n.Members = make(map[string]*Member, len(t.members))
	}
	for _, b := range t.members {
		n.Members[b.name] = &Member{Node: *k.node(&b.tally), Absent: k.fact(b.absent)}
	}
	return n
}

// add adds one text.
func (s *Samples) add(text string) {
	k := len(s.Texts)
	switch {
	case len(text) > maxSample || k == maxSamples && text > s.Texts[k-1]:
		s.More = true
		return
	case k > 0 && text == s.Texts[k-1]:
		return
	}
	i, ok := slices.BinarySearch(s.Texts, text)
	if ok {
		return
	}
	if k == maxSamples {
		s.Texts, s.More = s.Texts[:k-1], true
	}
	// A clone: the text is part of a whole delivery.
	s.Texts = slices.Insert(s.Texts, i, strings.Clone(text))
}
