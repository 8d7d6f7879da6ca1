package wire

import (
	"math/bits"
	"slices"
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// mark appends to list a mark for each member that was absent and whose type has no room
// for absence.
func (p *Place) mark(list state.Members) state.Members {
	for w, room := range p.Shape.Room {
		for missing := ^(p.word(w) | room); missing != 0; missing &= missing - 1 {
			k := w*64 + bits.TrailingZeros64(missing)
			list = append(list, state.Known(k, p.Shape.Names[k], jsontext.Value{}, false))
		}
	}
	return list
}

// lacks reports whether list, which has as many marks as mark appends, has the same ones.
func (p *Place) lacks(list state.Members) bool {
	for w, room := range p.Shape.Room {
		for missing := ^(p.word(w) | room); missing != 0; missing &= missing - 1 {
			if state.Index(&list[0]) != w*64+bits.TrailingZeros64(missing) {
				return false
			}
			list = list[1:]
		}
	}
	return true
}

// marked is the marks of one object; objects that lack the same members share them.
type marked struct {
	shape *Shape
	list  state.Members
}

// marks returns the n marks of an object of which nothing else is kept. Objects that lack
// the same members share them, as elements of a list often do: Members are copied when they
// are changed.
func (r *Reader) marks(p *Place, n int) state.Members {
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

// outdate marks the kept values of the current run as stale: its members, which end before
// the index k, came before, and Extra must have the last value only.
func (r *Reader) outdate(p *Place, k int) {
	if p.repeats == 0 {
		// The first of them: for each member, 1 + where on the stack it is kept.
		n := len(r.repeats)
		p.repeats = n + 1
		r.repeats = slices.Grow(r.repeats, len(p.Shape.Names))[:n+len(p.Shape.Names)]
		clear(r.repeats[n:])
		for i := p.kept; i < len(r.stack); i++ {
			if k := state.Index(&r.stack[i]); k >= 0 {
				r.repeats[n+k] = int32(i) + 1
			}
		}
	}
	at := r.repeats[p.repeats-1:]
	for j := p.first; j < k; j++ {
		if at[j] > 0 {
			r.stack[at[j]-1] = state.Member{}
			at[j] = 0
			p.stale++
		}
	}
}

// keep keeps the raw value of member k, which ended at i, because its variable cannot
// reproduce it.
func (r *Reader) keep(p *Place, k, i int) {
	if r.Err != nil {
		return
	}
	if r.S[r.from] == 'n' {
		for _, n := range p.Shape.Need {
			if n.Index == k {
				r.Need(r.from, n.Want)
			}
		}
	}
	r.push(state.Known(k, p.Shape.Names[k], jsontext.RawValue(r.S[r.from:i]), r.dropped >= r.from), i)
	if p.repeats > 0 {
		r.repeats[p.repeats-1+k] = int32(len(r.stack))
	}
}

// push pushes m, whose value ends at i.
func (r *Reader) push(m state.Member, i int) {
	if n := len(r.stack); n == cap(r.stack) {
		more := max(n, 4)
		if n > 1000 {
			more = max(more, (r.N-i)/max(i/n, 1)) // if the rest of the text is like what was read
		}
		// A member has at least five bytes.
		longer := make([]state.Member, n, n+min(more, (r.N-i)/5+1))
		copy(longer, r.stack)
		r.stack = longer
	}
	r.stack = append(r.stack, m)
}

// members returns an empty list with capacity n. The lists of a body share allocations,
// which grow with use; long lists do not.
func (r *Reader) members(n int) state.Members {
	const most, long, size = 64, 16, int(unsafe.Sizeof(state.Member{}))
	if n > long {
		r.Used += n * size
		return make(state.Members, 0, n)
	}
	if len(r.slab) < n {
		r.slab = make([]state.Member, max(n, min(r.slabs, most)))
		r.Used += len(r.slab) * size
	}
	r.slabs += n
	list := r.slab[:0:n]
	r.slab = r.slab[n:]
	return list
}
