package wire

import (
	"math"
	"reflect"
	"unsafe"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// A body may take payload.MemoryFactor bytes of memory per byte. One of them is the text.
// Up to spareFactor are mismatches and what is lost between two blocks of memory. The rest
// is for variables: each byte of text that was read adds readFactor bytes to what they may
// take, the most that a byte can cost where nothing can be left unset (in members that are
// kept raw, of at least five bytes), and the remainder is available from the start.
const (
	spareFactor = 3
	readFactor  = 12
)

// unlimited exceeds every memory, and stays an int when some is added.
const unlimited = math.MaxInt / 2

// allowed returns how much memory the variables of a body of n bytes may take before any
// of it was read.
func allowed(n int) int {
	return (payload.MemoryFactor-1-spareFactor)*max(n, payload.MemoryFloor) - readFactor*n
}

// memory is what a Reader allocates, and how much it may.
type memory struct {
	jsontext.Memory                // of strings with escapes; Used counts what all variables take
	items           int            // elements of lists and maps that may still come
	slab            []state.Member // for Members: see members
	slabs           int            // how much of it was given away
	stack           []state.Member // what is kept of the objects that are open
	repeats         []int32        // of those of them that have a member twice: see Place
	marked          [4]marked      // lists of marks that can be shared
	turn            int            // which of marked is the next to go
	strings         slab[string]
	entries         slab[payload.Entry[string]]
}

// room returns how much memory is left at i.
func (r *Reader) room(i int) int { return r.base + readFactor*i - r.Used }

// count counts one more element, at i, and reports whether memory remains for it.
func (r *Reader) count(i int) bool {
	r.items--
	r.at = i
	return r.items >= 0 && r.Used <= r.base+readFactor*i
}

// drop ends the list or map around i: out of memory, or at the limit of elements, which is
// an error.
func (r *Reader) drop(i int) {
	if r.items < 0 {
		r.Exceed(i, "items", r.most)
		return
	}
	r.dropped = i
}

// dropItems skips the rest of an array, from the element at i on. It returns the complement
// of the offset after the array.
func (r *Reader) dropItems(i int) int {
	r.drop(i)
	for more := r.Err == nil; more; {
		i, more = r.Text.Item(r.Skip(i), 1)
	}
	if r.Err != nil {
		return r.N
	}
	return ^i
}

// dropMembers is dropItems for an object, from the member's value at i on.
func (r *Reader) dropMembers(i int) int {
	for r.drop(i); r.Err == nil; {
		if i = r.Member(r.Skip(i), false); i < 0 {
			break
		}
		i = r.Colon(r.SkipString(i))
	}
	if r.Err != nil {
		return r.N
	}
	return i
}

// Drop skips the value at i for lack of memory. It returns the result of the decoder.
func (r *Reader) Drop(i int) int {
	kind := r.Kind(i)
	r.dropped = i
	r.misfit(i, kind, kind, true)
	return r.inexactly(i, r.Skip(i))
}

// Fits reports whether there is memory for a variable that the value at i is decoded into. p is
// a nil pointer to its type.
func (r *Reader) Fits(i int, p any) bool {
	if r.room(i) < 0 {
		return false
	}
	r.Used += int(reflect.TypeOf(p).Elem().Size())
	return true
}

// more returns by how many elements of a size a list of n grows: to the expected length,
// or to twice its length, as far as the rest of the text and the memory allow.
func (r *Reader) more(n, expected, size int) int {
	want := max(expected-n, n, 1)
	want = min(want, max((r.N-r.at)/2, 1)) // an element and a comma have two bytes
	if room := r.room(r.at); want*size > room {
		if fit := room / size; fit > n/4 {
			want = fit
		} else {
			// One more; the element after that finds no memory left.
			r.Used += want * size
			return 1
		}
	}
	r.Used += want * size
	return want
}

// Longer returns list with room for more elements: its capacity is expected at first, about
// the longest list of the examples, and then doubles.
func Longer[T any](r *Reader, list []T, expected int) []T {
	n := len(list)
	longer := make([]T, n, n+r.more(n, expected, int(unsafe.Sizeof(*new(T)))))
	copy(longer, list)
	return longer
}
