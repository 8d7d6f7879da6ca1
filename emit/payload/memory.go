package payload

import (
	"math"
	"unsafe"
)

// MemoryFactor bounds the memory that a decoded body keeps: MemoryFactor times its
// length in bytes, or that of MemoryFloor bytes for a shorter one. [{},{},…] has
// an element of perhaps a kilobyte in every three bytes. A list or map that there
// is no memory for is left unset and kept raw, which is a mismatch.
const (
	MemoryFactor = 20
	MemoryFloor  = 64 << 10
)

// Of the memory for each byte, the text itself takes one part, and mismatches and
// what is lost between two pieces of memory take up to spareFactor together. The
// rest is for variables. Each byte of text that was read frees readFactor of it: as
// much as a byte can cost where nothing can be left unset, which is in members that
// are kept raw, of five bytes at least. The remainder is free from the start.
const (
	spareFactor = 3
	readFactor  = 12
)

// unlimited is more memory than there is, and no more than an int holds after
// some was added.
const unlimited = math.MaxInt / 2

// allowed returns how much memory the variables for a body of n bytes may take
// before anything of it was read.
func allowed(n int) int {
	return (MemoryFactor-1-spareFactor)*max(n, MemoryFloor) - readFactor*n
}

// memory is what a Reader allocates, and how much it may.
type memory struct {
	used    int      // bytes that are allocated for variables
	items   int      // elements of lists and maps that may still come
	spare   []byte   // for the text of strings with escapes: see unquote
	slab    []Member // for Members: see members
	slabs   int      // how much of it was given away
	stack   []Member // what is kept of the objects that are open
	repeats []int32  // of those of them that have a member twice: see Place
	strings slab[string]
	entries slab[Entry[string]]
}

// room returns how much memory is left at i.
func (r *Reader) room(i int) int { return r.base + readFactor*i - r.used }

// count counts one more element, at i, and reports whether it may come: whether
// there is memory left for it.
func (r *Reader) count(i int) bool {
	r.items--
	r.i = i
	return r.items >= 0 && r.used <= r.base+readFactor*i
}

// drop notes that the list or map that has an element at i ends there for want of
// memory, or fails at the limit of elements.
func (r *Reader) drop(i int) {
	if r.items < 0 {
		r.beyond(i, "items", r.most)
		return
	}
	r.dropped = i
}

// dropItems passes over the rest of an array, from the element at i on. It returns
// the complement of the offset after it.
func (r *Reader) dropItems(i int) int {
	r.drop(i)
	for more := r.err == nil; more; {
		i, more = r.itemAt(r.skip(i), 1)
	}
	if r.err != nil {
		return r.n
	}
	return ^i
}

// dropMembers is dropItems for an object, from the member's value at i on.
func (r *Reader) dropMembers(i int) int {
	for r.drop(i); r.err == nil; {
		if i = r.memberAt(r.skip(i), false); i < 0 {
			break
		}
		i = r.colonAt(r.skipString(i))
	}
	if r.err != nil {
		return r.n
	}
	return i
}

// DropAt passes over the value at i, whose variable there is no memory for. It
// returns what a method that reads a value returns: see StringAt.
func (r *Reader) DropAt(i int) int {
	kind := kindAt(r.s[i])
	r.dropped = i
	r.misfit(i, kind, kind, true)
	return r.inexactly(i, r.skip(i))
}

// New returns a pointer to a variable for the value at i, or nil where there is no
// memory for it.
func New[T any](r *Reader, i int) *T {
	if r.room(i) < 0 {
		return nil
	}
	r.used += int(unsafe.Sizeof(*new(T)))
	return new(T)
}

// more returns by how many elements of a size a list of n grows: to as many as are
// expected, or by as many as it has, but by no more than the text and the memory
// have room for.
func (r *Reader) more(n, expected, size int) int {
	want := max(expected-n, n, 1)
	want = min(want, max((r.n-r.i)/2, 1)) // an element and a comma have two bytes
	if room := r.room(r.i); want*size > room {
		if fit := room / size; fit > n/4 {
			want = fit
		} else {
			// One more, and the next one finds that there is no memory left.
			r.used += want * size
			return 1
		}
	}
	r.used += want * size
	return want
}

// Grow makes room for one more element of a list that r reads: for as many as the
// examples show at first, then for twice as many.
func Grow[T any](r *Reader, list []T, expected int) []T {
	if n := len(list); n < cap(list) {
		return list[:n+1]
	}
	return grown(r, list, expected)
}

// grown is Grow for a list that has no room. They are two for Grow to be inlined.
func grown[T any](r *Reader, list []T, expected int) []T {
	n := len(list)
	longer := make([]T, n+1, n+r.more(n, expected, int(unsafe.Sizeof(*new(T)))))
	copy(longer, list)
	return longer
}
