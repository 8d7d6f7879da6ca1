package payload

import "unsafe"

// Most lists and maps in a payload are short ones of strings. Those of one body
// share some memory, so that not each of them costs an allocation.

// slab is memory for the parts of several lists.
type slab[T any] struct {
	free []T // without length: its capacity is what no list has yet
	size int // of the last piece of memory
}

// The number of parts in the first piece of memory, and in those after many.
const (
	slabFirst = 8
	slabMost  = 64
)

// extend returns list, which began as s.free, with one more part that r reads.
func (s *slab[T]) extend(r *Reader, list []T) []T {
	n := len(list)
	if n < cap(list) {
		return list[:n+1]
	}
	if n >= slabMost {
		return grown(r, list, 0)
	}
	s.size = min(max(2*s.size, slabFirst), slabMost)
	r.used += s.size * int(unsafe.Sizeof(*new(T))) // what is lost of the piece before was used too
	longer := make([]T, n+1, max(2*n, s.size))
	copy(longer, list)
	return longer
}

// finish returns a list that extend made, and keeps what is left for the next
// one. Appending to the list takes nothing of that.
func (s *slab[T]) finish(list []T) []T {
	n := len(list)
	s.free = list[n:]
	if n == 0 {
		return []T{} // and not nil, which is null
	}
	return list[:n:n]
}

// StringsAt reads a list of strings.
func (r *Reader) StringsAt(i int, p *[]string, next string) int {
	*p = nil
	if r.NullAt(i) {
		return r.NextAt(i+4, next)
	}
	if !r.ArrayAt(i) {
		return r.RejectAt(i, KindArray)
	}
	from, list := i, r.strings.free
	more, exact := false, true
	for i, more = r.ItemAt(i, 0); more; i, more = r.ItemAt(i, len(list)) {
		if len(list) < cap(list) {
			list = list[:len(list)+1] // as extend does
		} else {
			list = r.strings.extend(r, list)
		}
		if i = r.StringAt(i, &list[len(list)-1], ""); i < 0 {
			i, exact = ^i, false
		}
	}
	if list = r.strings.finish(list); r.Holds(from, i, exact) {
		*p = list
	}
	return r.PartlyAt(from, i, exact, next)
}

// StringMapAt reads a map of strings.
func (r *Reader) StringMapAt(i int, p *Map[string], next string) int {
	*p = nil
	if r.NullAt(i) {
		return r.NextAt(i+4, next)
	}
	if !r.ObjectAt(i) {
		return r.RejectAt(i, KindObject)
	}
	from, list := i, r.entries.free
	more, exact := false, true
	var key string
	for i, more = r.KeyAt(i, 0, &key, &exact); more; i, more = r.KeyAt(i, len(list), &key, &exact) {
		list = r.entries.extend(r, list)
		e := &list[len(list)-1]
		e.Key = key
		if i = r.StringAt(i, &e.Value, ""); i < 0 {
			i, exact = ^i, false
		}
	}
	if list = r.entries.finish(list); r.Holds(from, i, exact) {
		*p = list
		p.Unique()
	}
	return r.PartlyAt(from, i, exact, next)
}
