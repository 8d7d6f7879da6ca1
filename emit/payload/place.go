package payload

import (
	"math/bits"
	"slices"
	"unsafe"
)

// A Place is a decoder's place in an object whose members it knows. The first
// three fields are for the decoder to set.
//
// The decoder predicts that members come in the order of the shape. It reads them
// one after the other, as long as each is followed by the next, and asks Seek to
// go on where one is not: so nothing has to be noted member by member.
type Place struct {
	Shape *Shape
	Extra *Members // of the struct
	Next  string   // what is expected after the object: see StringAt

	from    int       // where the object begins
	first   int       // index of the member that the present run of members began with
	again   bool      // a member came after one that stands behind it in the shape
	kept    int       // where in Reader.stack begins what is kept of this object
	repeats int       // 1 + where in Reader.repeats begins what that has of it, or 0
	stale   int       // how much of what is kept is of members that came again
	seen    [4]uint64 // a bit for each member before the present run
	more    []uint64  // of the members beyond those
}

// Shape is what a decoder knows of a struct's members. It is for decoders, as
// are the methods of Reader that take one.
type Shape struct {
	Names []string
	// Room has a bit for each member whose type has room for absence, and for
	// each bit beyond the last member.
	Room []uint64
	// Need are the members whose absence is a mismatch.
	Need []Need
	// Index returns the index of a name, -1 for one that is unknown.
	Index func(name string) int
	// Escaped says that JSON writes some name with an escape.
	Escaped bool
	// Shared is how many members, the first ones, are in the struct's envelope.
	Shared int
}

// Need is a member whose absence is a mismatch.
type Need struct {
	Index int  // in Shape.Names
	Want  Kind // what the member is
}

// Enter enters the object at i. It returns the index of the first known member
// and the offset of its value, which is quickest where the object begins with
// first, the brace and the name of the shape's first member. Where there is no such member, or no object, the index is -1, and the
// offset is what a method that reads a value returns: see StringAt.
func (r *Reader) Enter(p *Place, i int, first string) (k, after int) {
	p.from, p.kept = i, len(r.stack)
	r.inexact = false
	if !r.enter(i, '{') {
		return -1, r.RejectAt(i, KindObject)
	}
	if end := r.NextAt(i, first); end >= 0 {
		return 0, end
	}
	return r.seek(p, i, 0)
}

// Unknown reads the object at i, none of whose members are known, and adds them
// to p.Extra. It returns what a method that reads a value returns: see StringAt.
func (r *Reader) Unknown(p *Place, i int) int {
	p.from, p.kept = i, len(r.stack)
	r.inexact = false
	if !r.enter(i, '{') {
		return r.RejectAt(i, KindObject)
	}
	_, after := r.seek(p, i, 0)
	return after
}

// Seek goes on where a run of members ended before the one with the index k: i
// is what the reading of the last of them returned. It returns what Enter does.
// It keeps unknown members on the way, and at the end of the object puts them into
// p.Extra, with marks for the members that were absent and whose type has no room
// for that.
func (r *Reader) Seek(p *Place, i, k int) (int, int) {
	if i >= 0 {
		// The object ended with its last known member, as expected.
		r.depth--
		if p.first == 0 && p.kept == len(r.stack) {
			return -1, r.NextAt(i, p.Next)
		}
		r.ran(p, k)
		return -1, r.leave(p, i)
	}
	i = ^i
	inexact := r.inexact
	r.inexact = false
	r.ran(p, k)
	if inexact {
		r.keep(p, k-1, i)
	}
	return r.seek(p, i, k)
}

// seek is Seek for an object of which the member before the one with the index
// next ends at i, or which begins there.
func (r *Reader) seek(p *Place, i, next int) (k, after int) {
	for try := next + 1; ; try = next {
		k, at, name := r.nameAt(p, i, try)
		if at == 0 {
			if i = r.memberAt(i, i == p.from); i < 0 {
				return -1, r.leave(p, ^i)
			}
			r.i = i
			if name, _ = r.text(); r.err != nil {
				return -1, ^r.n
			}
			k = p.Shape.Index(name)
			if at = r.colonAt(r.i); at >= r.n {
				return -1, ^r.n
			}
		}
		if k >= 0 {
			if k < next {
				p.again, r.again = true, true
			}
			p.first = k
			return k, at
		}
		if i = r.skip(at); r.err == nil {
			r.push(Member{Name: name, Value: Value{raw: r.s[at:i]}}, i)
		}
	}
}

// nameAt reads the name of the member that follows i, if that is without white
// space and escapes. It returns its index, -1 for one that is unknown, and the
// offset of its value, 0 where the name is not of that form. It tries two members
// first, as long as members come in order: one is often absent, several in a row
// are not.
func (r *Reader) nameAt(p *Place, i, try int) (k, at int, name string) {
	s, shape := r.s, p.Shape
	if s[i+1] != '"' || s[i] != ',' && i != p.from {
		return -1, 0, ""
	}
	i += 2
	if !p.again && !shape.Escaped {
		for k = try; k < min(try+2, len(shape.Names)); k++ {
			name = shape.Names[k]
			if end := i + len(name); end+2 < len(s) && s[end] == '"' && s[i:end] == name && s[end+1] == ':' && s[end+2] > ' ' {
				return k, end + 2, name
			}
		}
	}
	end, high := plain(s, i)
	if s[end] != '"' || high || s[end+1] != ':' || s[end+2] <= ' ' {
		return -1, 0, ""
	}
	name = s[i:end]
	return shape.Index(name), end + 2, name
}

// leave ends the reading of an object, at i.
func (r *Reader) leave(p *Place, i int) int {
	if r.err != nil {
		return ^r.n
	}
	shape := p.Shape
	kept := r.stack[p.kept:]
	n, absent := len(kept)-p.stale, 0
	for w, room := range shape.Room {
		absent += bits.OnesCount64(^(p.word(w) | room))
	}
	switch {
	case n > 0:
		list := r.members(n + absent)
		for _, m := range kept {
			if m.known != stale {
				list = append(list, m)
			}
		}
		*p.Extra = p.mark(list)
	case absent > 0:
		*p.Extra = r.marks(p, absent)
	}
	r.stack = r.stack[:p.kept]
	if p.repeats > 0 {
		r.repeats = r.repeats[:p.repeats-1]
	}
	for _, n := range shape.Need {
		if p.word(n.Index/64)&(1<<(n.Index%64)) == 0 && len(r.found) < MaxMismatches {
			path := "/" + pointerEscapes.Replace(shape.Names[n.Index])
			r.found = append(r.found, finding{offset: p.from, inner: path, want: n.Want, got: KindAbsent})
		}
	}
	return r.NextAt(i, p.Next)
}

// ran notes that the members of the present run, which ends before the one with
// the index k, were there.
func (r *Reader) ran(p *Place, k int) {
	if p.again && len(r.stack) > p.kept && r.err == nil {
		r.outdate(p, k)
	}
	if k <= 64 {
		p.seen[0] |= 1<<k - 1<<p.first
		return
	}
	for w := p.first / 64; w*64 < k; w++ {
		run := ^uint64(0)
		if w == p.first/64 {
			run <<= p.first % 64
		}
		if left := k - w*64; left < 64 {
			run &= 1<<left - 1
		}
		if w < len(p.seen) {
			p.seen[w] |= run
			continue
		}
		if p.more == nil {
			p.more = make([]uint64, len(p.Shape.Room)-len(p.seen))
		}
		p.more[w-len(p.seen)] |= run
	}
}

// mark appends to list a mark for each member that was absent and whose type has
// no room for that.
func (p *Place) mark(list Members) Members {
	for w, room := range p.Shape.Room {
		for missing := ^(p.word(w) | room); missing != 0; missing &= missing - 1 {
			k := w*64 + bits.TrailingZeros64(missing)
			list = append(list, Member{Name: p.Shape.Names[k], known: int32(k) + 1})
		}
	}
	return list
}

// lacks reports whether list, of as many marks as there are members to mark, has
// those that mark appends.
func (p *Place) lacks(list Members) bool {
	for w, room := range p.Shape.Room {
		for missing := ^(p.word(w) | room); missing != 0; missing &= missing - 1 {
			if list[0].known != int32(w*64+bits.TrailingZeros64(missing))+1 {
				return false
			}
			list = list[1:]
		}
	}
	return true
}

// marked are the marks of an object of a shape, which others may share.
type marked struct {
	shape *Shape
	list  Members
}

// marks returns the n marks of an object of which nothing else is kept. Objects
// that lack the same members share them: nothing writes to a Members, which are
// copied when they are changed. Elements of a list often lack the same members.
func (r *Reader) marks(p *Place, n int) Members {
	if n < 4 {
		return p.mark(r.members(n))
	}
	for i := range r.marked {
		if m := &r.marked[i]; m.shape == p.Shape && len(m.list) == n && p.lacks(m.list) {
			return m.list
		}
	}
	list := p.mark(r.members(n))
	r.marked[r.turn%len(r.marked)] = marked{p.Shape, list}
	r.turn++
	return list
}

// word returns the bits of 64 members that say whether they were there.
func (p *Place) word(w int) uint64 {
	if w < len(p.seen) {
		return p.seen[w]
	}
	if p.more == nil {
		return 0
	}
	return p.more[w-len(p.seen)]
}

// stale is Member.known of what was kept of a member that came again.
const stale = -1

// outdate marks as stale what is kept of the members of the present run, which
// ends before the one with the index k: decoders overwrite a variable when its
// member comes again, so that Extra must not remember the earlier value.
func (r *Reader) outdate(p *Place, k int) {
	if p.repeats == 0 {
		// The first of them: for each member, 1 + where on the stack it is kept.
		n := len(r.repeats)
		p.repeats = n + 1
		r.repeats = slices.Grow(r.repeats, len(p.Shape.Names))[:n+len(p.Shape.Names)]
		clear(r.repeats[n:])
		for i, m := range r.stack[p.kept:] {
			if m.known > 0 {
				r.repeats[n+int(m.known)-1] = int32(p.kept+i) + 1
			}
		}
	}
	at := r.repeats[p.repeats-1:]
	for j := p.first; j < k; j++ {
		if at[j] > 0 {
			r.stack[at[j]-1].known = stale
			at[j] = 0
			p.stale++
		}
	}
}

// keep keeps the raw value, which was just read up to i, of the member with the
// index k: its variable alone does not tell what arrived.
func (r *Reader) keep(p *Place, k, i int) {
	if r.err != nil {
		return
	}
	raw := Value{raw: r.s[r.from:i]}
	r.push(Member{Name: p.Shape.Names[k], Value: raw, known: int32(k) + 1, unread: r.dropped >= r.from}, i)
	if p.repeats > 0 {
		r.repeats[p.repeats-1+k] = int32(len(r.stack))
	}
}

// push puts m, which ends at i, on the stack.
func (r *Reader) push(m Member, i int) {
	if n := len(r.stack); n == cap(r.stack) {
		more := max(n, 4)
		if n > 1000 {
			more = max(more, (r.n-i)/max(i/n, 1)) // if the rest of the text is like what was read
		}
		// No member has less than five bytes.
		longer := make([]Member, n, n+min(more, (r.n-i)/5+1))
		copy(longer, r.stack)
		r.stack = longer
	}
	r.stack = append(r.stack, m)
}

// members returns a list with room for n. The Members of a body share some memory,
// of which there is more where there were more before, but for long ones.
func (r *Reader) members(n int) Members {
	const most, long, size = 64, 16, int(unsafe.Sizeof(Member{}))
	if n > long {
		r.used += n * size
		return make(Members, 0, n)
	}
	if len(r.slab) < n {
		r.slab = make([]Member, max(n, min(r.slabs, most)))
		r.used += len(r.slab) * size
	}
	r.slabs += n
	list := r.slab[:0:n]
	r.slab = r.slab[n:]
	return list
}

// Again reports whether members of a name may come again, which overwrites what
// was read: where they do, decoders clear a struct before they read into it.
func (r *Reader) Again() bool { return r.again }
