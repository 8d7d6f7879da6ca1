package wire

import (
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Most lists and maps in a payload are short ones of strings. Those of one body
// share some memory, so that not each of them costs an allocation.

// slab is memory for the parts of several lists. It has no methods, for the reason that
// [OptBool] is none.
type slab[T any] struct {
	free []T // without length: its capacity is what no list has yet
	size int // of the last piece of memory
}

// The number of parts in the first piece of memory, and in those after many.
const (
	slabFirst = 8
	slabMost  = 64
)

// extend returns list, which began as s.free, with one more part.
func extend[T any](r *Reader, s *slab[T], list []T) []T {
	n := len(list)
	if n < cap(list) {
		return list[:n+1]
	}
	if n >= slabMost {
		return Longer(r, list, 0)[:n+1]
	}
	s.size = min(max(2*s.size, slabFirst), slabMost)
	r.Used += s.size * int(unsafe.Sizeof(*new(T))) // what is lost of the piece before was used too
	longer := make([]T, n+1, max(2*n, s.size))
	copy(longer, list)
	return longer
}

// finish returns a list that extend made, and keeps the rest of its capacity for the next
// one: the list that it returns has none to spare.
func finish[T any](s *slab[T], list []T) []T {
	n := len(list)
	s.free = list[n:]
	if n == 0 {
		return []T{} // and not nil, which is null
	}
	return list[:n:n]
}

// Strings decodes a list of strings.
func (r *Reader) Strings(i int, p *[]string, next string) int {
	a, list := r.Array(i), r.strings.free
	for a.Next(r, len(list)) {
		if len(list) < cap(list) {
			list = list[:len(list)+1] // as extend does
		} else {
			list = extend(r, &r.strings, list)
		}
		a.Read(r.String(a.At, &list[len(list)-1], ""))
	}
	*p = nil
	if a.open {
		if list = finish(&r.strings, list); a.Holds(r) {
			*p = list
		}
	}
	return a.End(r, next)
}

// StringMap decodes a map of strings.
func StringMap(r *Reader, i int, p *payload.Map[string], next string) int {
	o, list := r.Object(i), r.entries.free
	for o.Next(r, len(list)) {
		list = extend(r, &r.entries, list)
		e := &list[len(list)-1]
		e.Key = o.Key
		o.Read(r.String(o.At, &e.Value, ""))
	}
	*p = nil
	if o.open {
		*p = Entries(r, &o, finish(&r.entries, list))
	}
	return o.End(r, next)
}
