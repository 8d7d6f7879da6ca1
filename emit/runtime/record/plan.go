package record

import (
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/evidence"
)

// plan says how to count the structs at a path, each with the structs that are fields of it.
// Fields that need the same look are looked at one after the other, and a field that has its
// usual class costs only that look. The collector gets a delivery that is the first to show
// something, and then the plans are made again.
type plan struct {
	parts  []part  // the struct and those in it, outer ones first
	extras []extra // of the parts
	looks  [looks][]op
	runs   uint64 // the structs that were counted
	floor  uint64 // the least floor of the parts
	depth  int    // how deep the parts are in each other
	tight  bool   // whether some part with usual fields only is larger than any that the collector got
}

// part is a struct that a plan counts.
type part struct {
	n     *node
	t     *typ
	base  uintptr // its offset
	outer int     // the index of the part that has it as a field, -1 for the first
	field int     // the index of the field
}

// extra is where the Extra of a part is.
type extra struct {
	offset uint32
	lacks  bool // whether objects had members that are not fields
}

// op is a look at a field.
type op struct {
	offset uint32
	part   uint16
	field  uint16
}

// look is what to look at.
type look uint8

const (
	lookOther   look = iota // whether a string is other text
	lookEmpty               // whether a string is empty
	lookTime                // whether a string is a date or time
	lookInteger             // whether an integer is neither 0 nor 1
	lookDigits              // whether a Number or Value is an integer of a few digits
	lookAmount              // whether one is a string of a few digits and points
	lookNumber              // whether one is a number of the usual class
	lookAbsent              // whether an Opt is absent
	lookNull                // whether an Opt is null
	lookList                // whether a slice or map is empty
	lookAny                 // nothing: the field has to be counted
	looks                   // their number; no look
)

// maxParts is how many structs a plan has: any number that an op can tell.
const maxParts = 1 << 12

// odd is what is unusual in an object that a plan counts.
type odd struct {
	serial uint64    // the number of the object
	fields *fieldSet // those that do not tell what came
	kept   bool      // whether fields has some
	gone   bool      // whether the object did not come
	more   int       // the number of members by which it is larger than the usual one
}

// of returns o, made that of the object with a number.
func (o *odd) of(serial uint64) *odd {
	if o.serial != serial {
		*o = odd{serial: serial, fields: o.fields}
	}
	return o
}

// left returns an empty set of fields.
func (o *odd) left() *fieldSet {
	if o.fields == nil {
		o.fields = new(fieldSet)
	}
	clear(o.fields[:])
	return o.fields
}

// skips reports whether a field does not tell what came.
func (o *odd) skips(field int) bool { return o.gone || o.kept && o.fields.has(field) }

// plan returns the plan of the structs at n.
func (w *walk) plan(n *node, t *typ) *plan {
	m := n.members
	if m.plan == nil {
		m.plan = new(plan)
		m.plan.add(part{n: n, t: t, outer: -1}, 1)
		m.plan.bound()
		w.made = append(w.made, m.plan)
	}
	return m.plan
}

// drop drops all plans, because what is usual has changed.
func (w *walk) drop() {
	for _, g := range w.made {
		g.parts[0].n.plan = nil
	}
	w.made, w.changed = w.made[:0], false
}

// bound finds what the collector knows of all parts.
func (g *plan) bound() {
	g.floor, g.tight = 1<<64-1, false
	for i := range g.parts {
		n := g.parts[i].n
		g.floor, g.tight = min(g.floor, n.floor), g.tight || n.members.size > n.most
	}
}

// settle adds what plans have counted to the counters.
func (w *walk) settle() {
	for _, g := range w.made {
		for i := range g.parts {
			g.parts[i].n.objects += g.runs
		}
		g.runs = 0
	}
}

// add adds a struct, which is at a depth.
func (g *plan) add(s part, depth int) {
	m, at := s.n.members, len(g.parts)
	g.parts = append(g.parts, s)
	g.extras = append(g.extras, extra{uint32(s.base + s.t.extra), len(s.n.list) > 0})
	g.depth = max(g.depth, depth)
	for i := range s.t.fields {
		f, n := &s.t.fields[i], &m.fields[i]
		if f.kind == kindStruct && !f.opt && m.usual[i] == evidence.ClassObject && n.members != nil && len(g.parts) < maxParts {
			g.add(part{n: n, t: f.typ, base: s.base + f.offset, outer: at, field: i}, depth+1)
			continue
		}
		if k, offset := f.look(m.usual[i], n); k != looks {
			g.looks[k] = append(g.looks[k], op{uint32(s.base + offset), uint16(at), uint16(i)})
		}
	}
}

// look returns how to look at a field with a usual class and a node, and at which offset. It
// returns looks if it needs no look: a bool is one in every object, unless Extra says
// otherwise. The value of an Opt that has none is zero, which many looks tell from the usual.
func (f *field) look(usual evidence.Class, n *node) (k look, offset uintptr) {
	switch {
	case f.opt && usual == absent:
		return lookAbsent, f.other
	case f.opt && usual == evidence.ClassNull:
		return lookNull, f.other
	}
	k = lookAny
	switch f.kind {
	case kindBool:
		if !f.opt && usual == evidence.ClassBool {
			k = looks
		}
	case kindString:
		switch {
		case usual == evidence.StringOther:
			k = lookOther
		case usual == evidence.StringTime:
			k = lookTime
		case usual == evidence.StringEmpty && !f.opt:
			k = lookEmpty
		}
	case kindInt:
		if usual == evidence.NumberInt {
			k = lookInteger
		}
	case kindNumber, kindValue:
		switch usual {
		case evidence.NumberInt:
			k = lookDigits
		case evidence.StringOther:
			k = lookAmount
		case evidence.NumberReal, evidence.NumberFlag:
			k = lookNumber
		}
	case kindSlice, kindMap:
		if len(n.list) == 0 && (usual == evidence.ClassArray || usual == evidence.ClassObject) {
			k = lookList
		}
	}
	return k, f.offset
}

// planned counts the struct at p.
func (w *walk) planned(g *plan, p unsafe.Pointer) evidence.Class {
	switch {
	case g.floor < w.below:
		w.earlier(g.floor)
		return none
	case w.depth+g.depth > evidence.MaxDepth:
		return w.fail()
	}
	w.depth += g.depth // of the innermost part: too much fails, which is safe
	w.objects++
	g.runs += w.step
	serial, outer := w.objects, w.larger
	w.larger = g.tight
	for i, at := range g.extras {
		if x := *(*state.Members)(unsafe.Add(p, at.offset)); x == nil || len(x) > 0 || at.lacks {
			w.extras(g, i, x, serial)
		}
	}
	w.look(g, p, serial)
	if w.larger {
		for i := range g.parts {
			n := g.parts[i].n
			if o := n.odd.of(serial); !o.gone {
				w.size(n, n.members.size+o.more)
			}
		}
	}
	w.larger = outer
	w.depth -= g.depth
	return evidence.ClassObject
}

// extras counts what the Extra of a part has.
func (w *walk) extras(g *plan, i int, extra state.Members, serial uint64) {
	s := &g.parts[i]
	o := s.n.odd.of(serial)
	if o.gone {
		return
	}
	if state.Built(extra) {
		w.fail()
		return
	}
	if len(extra) > 0 {
		left := o.left()
		o.more += w.extra(s.n, s.t, extra, left, serial)
		o.kept, w.larger = true, true
		g.leave(i, left, serial, w.step)
	}
	if g.extras[i].lacks {
		w.lacks(s.n, serial)
	}
}

// leave marks the parts that are in the fields of left, of the part with an index, as gone.
func (g *plan) leave(i int, left *fieldSet, serial, step uint64) {
	for k := i + 1; k < len(g.parts); k++ {
		s := &g.parts[k]
		outer := s.outer
		if outer < i { // behind the last part in it
			return
		}
		if up := g.parts[outer].n.odd.of(serial); outer == i && left.has(s.field) || outer > i && up.gone {
			s.n.odd.of(serial).gone = true
			s.n.objects -= step // which the plan counts
		}
	}
}

// unlike counts a field, of a part of the struct at p, that may not have its usual class.
func (w *walk) unlike(g *plan, o op, p unsafe.Pointer, serial uint64) {
	s := &g.parts[o.part]
	if m, i := s.n.members, int(o.field); m.odd.serial != serial || !m.odd.skips(i) {
		w.differs(m, i, w.field(m, s.t, i, unsafe.Add(p, s.base)), serial)
	}
}

// is counts a field, of a part of the struct, that has a class.
func (w *walk) is(g *plan, o op, c evidence.Class, serial uint64) {
	if m, i := g.parts[o.part].n.members, int(o.field); m.odd.serial != serial || !m.odd.skips(i) {
		w.differs(m, i, c, serial)
	}
}

// differs counts a field of the object with a number, unless it has its usual class.
func (w *walk) differs(m *members, i int, c evidence.Class, serial uint64) {
	if c == m.usual[i] || c == none {
		return
	}
	m.fields[i].others += w.step
	w.add(&m.fields[i].seen[c])
	if more := m.more(i, c); more != 0 {
		m.odd.of(serial).more += more
		w.larger = w.larger || more > 0
	}
}
