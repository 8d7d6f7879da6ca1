package wire

import (
	"math/bits"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// A Place is the state of decoding one object. The caller sets the first three fields.
type Place struct {
	Shape *Shape
	Extra *payload.Members // of the struct
	Next  string           // what is expected after the object: see String

	from    int       // where the object begins
	first   int       // index of the first member of the current run
	again   bool      // members were not in the order of the shape
	kept    int       // the index in Reader.stack of the first value kept of this object
	repeats int       // 1 + the index in Reader.repeats, or 0
	stale   int       // the number of kept values that outdate has marked
	seen    [4]uint64 // a bit for each member before the current run
	more    []uint64  // of the members beyond those
}

// Again reports whether a member came after one that follows it in the shape, so that it may
// have come twice: from then on, decoders clear a struct before they decode into it.
func (r *Reader) Again() bool { return r.again }

// Enter enters the object at i. It returns the index of the first known member and the
// offset of its value. It is fastest if the object starts with first: the brace and the name
// of the shape's first member. If no member is known, or the value is not an object, the
// index is -1, and after is the result of the decoder.
func (r *Reader) Enter(p *Place, i int, first string) (k, after int) {
	p.from, p.kept = i, len(r.stack)
	r.inexact = false
	if !r.Text.Enter(i, '{') {
		return -1, r.Reject(i, payload.KindObject)
	}
	*p.Extra = payload.Members{} // not nil: the struct was decoded
	if end := r.Next(i, first); end >= 0 {
		return 0, end
	}
	return r.seek(p, i, 0)
}

// Unknown decodes the object at i, none of whose members are known, and adds them to
// p.Extra.
func (r *Reader) Unknown(p *Place, i int) int {
	p.from, p.kept = i, len(r.stack)
	r.inexact = false
	if !r.Text.Enter(i, '{') {
		return r.Reject(i, payload.KindObject)
	}
	*p.Extra = payload.Members{}
	_, after := r.seek(p, i, 0)
	return after
}

// Seek finds the next known member after a run of members that ended before member k; i is
// the result of the decoder of the last of them. Seek returns what Enter does. It keeps
// unknown members on the way. At the end of the object it puts them into p.Extra, with marks
// for the members that were absent and whose type has no room for absence.
func (r *Reader) Seek(p *Place, i, k int) (int, int) {
	if i >= 0 {
		// The object ended with its last known member, as expected.
		r.Depth--
		if p.first == 0 && p.kept == len(r.stack) && !p.again {
			return -1, r.Next(i, p.Next)
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

// seek finds the next known member at or after i, where the member before the one with the
// index next ends, or the object begins.
func (r *Reader) seek(p *Place, i, next int) (k, after int) {
	for try := next + 1; ; try = next {
		k, at, name := r.nameAt(p, i, try)
		if at == 0 {
			if i = r.Member(i, i == p.from); i < 0 {
				return -1, r.leave(p, ^i)
			}
			if name, i, _ = r.Text.String(i); r.Err != nil {
				return -1, ^r.N
			}
			k = p.Shape.Index(name)
			if at = r.Colon(i); at >= r.N {
				return -1, ^r.N
			}
		}
		if k >= 0 {
			if k < next {
				p.again, r.again = true, true
			}
			p.first = k
			return k, at
		}
		if i = r.Skip(at); r.Err == nil {
			r.push(state.Unknown(name, jsontext.RawValue(r.S[at:i])), i)
		}
	}
}

// nameAt reads the name of the member that follows i, if that is without white
// space and escapes. It returns its index, -1 for one that is unknown, and the
// offset of its value, 0 where the name is not of that form. It tries two members
// first, as long as members come in order: one is often absent, several in a row
// are not.
func (r *Reader) nameAt(p *Place, i, try int) (k, at int, name string) {
	s, shape := r.S, p.Shape
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
	end, high := jsontext.PlainEnd(s, i)
	if s[end] != '"' || high || s[end+1] != ':' || s[end+2] <= ' ' {
		return -1, 0, ""
	}
	name = s[i:end]
	return shape.Index(name), end + 2, name
}

// leave ends the reading of an object, at i.
func (r *Reader) leave(p *Place, i int) int {
	if r.Err != nil {
		return ^r.N
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
		for k := range kept {
			if !state.IsZero(&kept[k]) {
				list = append(list, kept[k])
			}
		}
		*p.Extra = payload.Members(p.mark(list))
	case absent > 0:
		*p.Extra = payload.Members(r.marks(p, absent))
	}
	r.stack = r.stack[:p.kept]
	if p.repeats > 0 {
		r.repeats = r.repeats[:p.repeats-1]
	}
	for _, n := range shape.Need {
		if p.word(n.Index/64)&(1<<(n.Index%64)) == 0 {
			r.find(payload.Mismatch{Path: "/" + jsonpointer.Escape(shape.Names[n.Index]), Offset: p.from, Want: n.Want, Got: payload.KindAbsent})
		}
	}
	return r.Next(i, p.Next)
}

// ran records the members of the run that ends before member k as present.
func (r *Reader) ran(p *Place, k int) {
	if p.again && len(r.stack) > p.kept && r.Err == nil {
		r.outdate(p, k)
	}
	if k <= 64 {
		run := uint64(1<<k - 1<<p.first)
		r.repeated = r.repeated || p.seen[0]&run != 0
		p.seen[0] |= run
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
		r.repeated = r.repeated || p.word(w)&run != 0
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

// word returns the bits of 64 members: whether they were present.
func (p *Place) word(w int) uint64 {
	if w < len(p.seen) {
		return p.seen[w]
	}
	if p.more == nil {
		return 0
	}
	return p.more[w-len(p.seen)]
}
