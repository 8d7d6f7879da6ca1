package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// parts is the state of decoding a list or map. It does not hold the Reader, which would make
// that escape to the heap.
type parts struct {
	from  int  // where it begins
	At    int  // where the next part begins
	open  bool // whether there was a list or map to enter
	exact bool // whether all parts were exact
}

// enter enters the list or map at i that begins with first. It skips any other value, which
// is a mismatch unless it is null.
func (r *Reader) enter(i int, first byte, want payload.Kind) parts {
	if r.Text.Enter(i, first) {
		return parts{from: i, At: i, open: true, exact: true}
	}
	if r.Null(i) {
		return parts{from: i, At: i + len("null"), exact: true}
	}
	return parts{from: i, At: r.Reject(i, want), exact: true}
}

// Read takes the result of the decoder of the part at At.
func (p *parts) Read(i int) {
	if p.At = i; i < 0 {
		p.At, p.exact = ^i, false
	}
}

// ReadOrNull is Read for a part of a type whose zero value is encoded as null, so that a null
// is exact.
func (p *parts) ReadOrNull(r *Reader, i int) {
	if i < 0 && r.Null(p.At) {
		r.inexact, i = false, ^i
	}
	p.Read(i)
}

// Holds reports whether the parts that were decoded are to be kept.
func (p *parts) Holds(r *Reader) bool {
	return p.open && (p.exact && p.At >= 0 || r.dropped < p.from)
}

// End ends the list or map, and returns the result of its decoder.
func (p *parts) End(r *Reader, next string) int {
	switch {
	case !p.open && p.At < 0: // rejected
		return p.At
	case p.exact && p.At >= 0:
		return r.Next(p.At, next)
	case r.dropped >= p.from:
		p.At = max(p.At, ^p.At)
		kind := r.Kind(p.from)
		r.misfit(p.from, kind, kind, true)
	default:
		r.unset = false
	}
	return r.inexactly(p.from, p.At)
}

// Array is the state of decoding an array.
type Array struct{ parts }

// Array enters the array at i.
func (r *Reader) Array(i int) Array { return Array{r.enter(i, '[', payload.KindArray)} }

// Next moves to the next element of an array of which n were decoded. It reports false
// after the last one, and where there is no memory for one more.
func (a *Array) Next(r *Reader, n int) bool {
	if !a.open {
		return false
	}
	i, more := r.Text.Item(a.At, n)
	if a.At = i; more && !r.count(i) {
		a.At, more = r.dropItems(i), false
	}
	return more
}

// Object is the state of decoding an object that is a map.
type Object struct {
	parts
	Key string // of the member that Next found
}

// Object enters the object at i, a map.
func (r *Reader) Object(i int) Object {
	return Object{parts: r.enter(i, '{', payload.KindObject)}
}

// Next moves to the next member of an object of which n were decoded, and sets Key. It
// reports false as [Array.Next] does.
func (o *Object) Next(r *Reader, n int) bool {
	if !o.open {
		return false
	}
	i := r.Member(o.At, n == 0)
	if i < 0 {
		o.At = ^i
		return false
	}
	end, high := jsontext.PlainEnd(r.S, i+1)
	if r.S[end] == '"' && !high {
		o.Key = r.S[i+1 : end]
		end++
	} else {
		name, after, exact := r.Text.String(i)
		if o.Key = name; !exact { // which is not what was written
			o.exact = false
		}
		end = after
	}
	if end = r.Colon(end); end >= r.N {
		o.At = r.N
		return false
	}
	if o.At = end; !r.count(end) {
		o.At = r.dropMembers(end)
		return false
	}
	return true
}

// Entries returns list, the decoded entries, without all but the last of each key, or nil if
// they are not to be kept.
func Entries[T any](r *Reader, o *Object, list payload.Map[T]) payload.Map[T] {
	switch {
	case !o.Holds(r):
		return nil
	case distinct(list):
		return list
	}
	only := unique(list)
	r.repeated = r.repeated || len(only) < len(list)
	return only
}
