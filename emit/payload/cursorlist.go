package payload

import "slices"

// ArrayAt enters the array at i and reports whether there is one to enter.
// Where it does not, RejectAt says why.
func (r *Reader) ArrayAt(i int) bool { return r.enter(i, '[') }

// ObjectAt enters the object at i, a map, and reports whether there is one to
// enter. Where it does not, RejectAt says why.
func (r *Reader) ObjectAt(i int) bool { return r.enter(i, '{') }

// ItemAt moves from the beginning of an array, or from the end of its nth
// element, to the next element. It reports false after the last one.
func (r *Reader) ItemAt(i, n int) (int, bool) {
	i, more := r.itemAt(i, n)
	if more {
		return r.count(i)
	}
	return i, false
}

// KeyAt moves from the beginning of an object, or from the end of its nth
// member, to the value of the next member, and puts that one's name into key.
// It reports false after the last one.
func (r *Reader) KeyAt(i, n int, key *string) (int, bool) {
	if i = r.memberAt(i, n == 0); i < 0 {
		return ^i, false
	}
	end, high := plain(r.s, i+1)
	if r.s[end] == '"' && !high {
		*key = r.s[i+1 : end]
		end++
	} else {
		r.i = i
		exact := false
		if *key, exact = r.text(); !exact {
			r.odd = true
		}
		end = r.i
	}
	if end = r.colonAt(end); end >= r.n {
		return r.n, false
	}
	return r.count(end)
}

// count counts one more element, at i, and reports whether it may come.
func (r *Reader) count(i int) (int, bool) {
	if r.items--; r.items >= 0 {
		return i, true
	}
	return r.beyond(i, "items", r.most), false
}

// PartlyAt ends the reading of a list or map that is at from up to i. exact says
// whether every part of it was exact.
func (r *Reader) PartlyAt(from, i int, exact bool, next string) int {
	if r.odd && exact && r.err == nil {
		exact = r.exactKeys(from)
	}
	if !exact {
		r.unset = false
		return r.inexactly(from, i)
	}
	return r.NextAt(i, next)
}

// exactKeys reports whether the keys of a map at i, if it is one, are what was
// written: see String.
func (r *Reader) exactKeys(i int) bool {
	again := Reader{s: r.s, n: r.n, i: i, max: r.max}
	if again.Kind() == KindObject {
		var o Object
		for again.Object(&o); again.Next(&o); again.Skip() {
			if !o.Exact {
				return false
			}
		}
	}
	return true
}

// Grow makes room for one more element: for as many as the examples show at
// first, then for twice as many.
func Grow[T any](list []T, expected int) []T {
	if n := len(list); n == cap(list) {
		list = slices.Grow(list, max(expected-n, n, 1))
	}
	return list[:len(list)+1]
}
