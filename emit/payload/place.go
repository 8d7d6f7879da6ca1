package payload

import "math/bits"

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

	from  int       // where the object begins
	first int       // index of the member that the present run of members began with
	again bool      // a member came after one that stands behind it in the shape
	seen  [4]uint64 // a bit for each member before the present run
	more  []uint64  // of the members beyond those
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
	p.from = i
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
	p.from = i
	r.inexact = false
	if !r.enter(i, '{') {
		return r.RejectAt(i, KindObject)
	}
	_, after := r.seek(p, i, 0)
	return after
}

// Seek goes on where a run of members ended before the one with the index k: i
// is what the reading of the last of them returned. It returns what Enter does.
// It adds unknown members on the way to p.Extra, and at the end of the object
// marks there the members that were absent and whose type has no room for that.
func (r *Reader) Seek(p *Place, i, k int) (int, int) {
	if i >= 0 {
		// The object ended with its last known member, as expected.
		r.depth--
		if p.first == 0 && !p.again {
			return -1, r.NextAt(i, p.Next)
		}
		p.ran(k)
		return -1, r.leave(p, i)
	}
	i = ^i
	if r.inexact {
		r.inexact = false
		r.keep(p, k-1, i)
	}
	p.ran(k)
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
			r.add(p.Extra, Member{Name: name, Value: Value{raw: r.s[at:i]}})
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
	shape, x := p.Shape, p.Extra
	absent := 0
	for w, room := range shape.Room {
		absent += bits.OnesCount64(^(p.word(w) | room))
	}
	if absent > 0 {
		r.grow(x, absent)
		for w, room := range shape.Room {
			for missing := ^(p.word(w) | room); missing != 0; missing &= missing - 1 {
				k := w*64 + bits.TrailingZeros64(missing)
				*x = append(*x, Member{Name: shape.Names[k], known: int32(k) + 1})
			}
		}
	}
	for _, n := range shape.Need {
		if p.word(n.Index/64)&(1<<(n.Index%64)) == 0 && len(r.found) < MaxMismatches {
			path := "/" + pointerEscapes.Replace(shape.Names[n.Index])
			r.found = append(r.found, finding{offset: p.from, inner: path, want: n.Want, got: KindAbsent})
		}
	}
	if p.again {
		r.lastWins(p.from, x)
	}
	return r.NextAt(i, p.Next)
}

// ran notes that the members of the present run, which ends before the one with
// the index k, were there.
func (p *Place) ran(k int) {
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

// keep adds to p.Extra the raw value, which was just read up to i, of the member
// with the index k: its variable alone does not tell what arrived.
func (r *Reader) keep(p *Place, k, i int) {
	if r.err == nil {
		raw := Value{raw: r.s[r.from:i]}
		r.add(p.Extra, Member{Name: p.Shape.Names[k], Value: raw, known: int32(k) + 1})
	}
}

// add appends m to x.
func (r *Reader) add(x *Members, m Member) {
	if len(*x) == cap(*x) {
		r.grow(x, max(1, len(*x)))
	}
	*x = append(*x, m)
}

// grow makes room in x for n more. The Members of a body share some memory, of
// which there is more where there were more before.
func (r *Reader) grow(x *Members, n int) {
	const most = 32
	size := len(*x) + n
	if len(r.slab) < size {
		r.slab = make([]Member, max(size, min(r.slabs, most)))
	}
	r.slabs += size
	list := r.slab[:len(*x):size]
	r.slab = r.slab[size:]
	copy(list, *x)
	*x = list
}

// Again reports whether members of a name may come again, which overwrites what
// was read: where they do, decoders clear a struct before they read into it.
func (r *Reader) Again() bool { return r.again }

// lastWins drops from x what it says of members that came once more after it.
// Decoders overwrite a variable when its member comes again, so that x must
// not remember the earlier value.
func (r *Reader) lastWins(from int, x *Members) {
	// A value was kept for its text, so that a member's last value was kept if
	// and only if the last kept one has its text.
	type kept struct {
		at   int    // in x
		text string // of the member's last value
	}
	var last map[string]kept
	for i := range *x {
		if m := &(*x)[i]; m.known > 0 && !m.Value.IsZero() {
			if last == nil {
				last = make(map[string]kept)
			}
			last[m.Name] = kept{at: i}
		}
	}
	if last == nil {
		return
	}
	again := Reader{s: r.s, n: r.n, i: from, max: r.max}
	var o Object
	for again.Object(&o); again.Next(&o); {
		text := again.Raw()
		if k, ok := last[o.Name]; ok {
			last[o.Name] = kept{k.at, text}
		}
	}
	var list Members
	for i, m := range *x {
		if m.known == 0 || m.Value.IsZero() || last[m.Name] == (kept{i, m.Value.raw}) {
			list = append(list, m)
		}
	}
	*x = list
}
