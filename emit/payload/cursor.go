package payload

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// The methods that end in At are for generated decoders. They read the value at
// offset i of the text and return the offset after it, so that a decoder can
// keep its place in a register; for the rest they are like the methods without
// At, which they leave the uncommon cases to. After an error they return the
// offset of the padding, where every token ends.

// Padded returns the text and its padding, of at least 16 bytes: decoders compare
// at any offset up to the end of the text with constants of that length.
func (r *Reader) Padded() string { return r.s }

// NullAt reports whether null stands at i.
func (r *Reader) NullAt(i int) bool { return r.s[i:i+4] == "null" }

// EndAt ends the reading of a whole text, at i. It takes what a decoder returns.
func (r *Reader) EndAt(i int, _ bool) { r.i = i }

// slow reads the value at i by a method without At.
func slow[T any](r *Reader, i int, p *T, read func(*Reader, *T) bool) (int, bool) {
	r.i = i
	exact := read(r, p)
	r.from = i
	return r.i, exact
}

// StringAt is String.
func (r *Reader) StringAt(i int, p *string) (int, bool) {
	s := r.s
	if s[i] == '"' {
		end := i + 1
		var seen uint64
		for end+8 <= len(s) {
			w := word8(s, end)
			if m := special(w); m != 0 {
				seen |= w & (m&-m - 1)
				end += bits.TrailingZeros64(m) / 8
				break
			}
			seen |= w
			end += 8
		}
		if s[end] == '"' && (seen&tops == 0 || utf8.ValidString(s[i+1:end])) {
			*p = s[i+1 : end]
			return end + 1, true
		}
		if s[end] == '\\' {
			if text, end, ok := r.unquote(i); ok {
				*p = text[:len(text)-len(padding)]
				return end, true
			}
		}
	}
	return slow(r, i, p, (*Reader).String)
}

// TimestampAt is Timestamp.
func (r *Reader) TimestampAt(i int, p *Timestamp) (int, bool) {
	return r.StringAt(i, (*string)(p))
}

// IntAt is Int.
func (r *Reader) IntAt(i int, p *int64) (int, bool) {
	s, k := r.s, i
	if s[k] == '-' {
		k++
	}
	first, n := k, int64(0)
	for '0' <= s[k] && s[k] <= '9' {
		n = n*10 + int64(s[k]-'0')
		k++
	}
	// 18 digits cannot overflow; a zero before others is an error, and -0 is no
	// plain integer.
	if digits := k - first; digits == 0 || digits > 18 || s[k] == '.' || s[k]|0x20 == 'e' || s[first] == '0' && k > i+1 {
		return slow(r, i, p, (*Reader).Int)
	}
	if first > i {
		n = -n
	}
	*p = n
	return k, true
}

// FloatAt is Float.
func (r *Reader) FloatAt(i int, p *float64) (int, bool) { return slow(r, i, p, (*Reader).Float) }

// FlagAt is Flag.
func (r *Reader) FlagAt(i int, p *Flag) (int, bool) { return slow(r, i, p, (*Reader).Flag) }

// BoolAt is Bool.
func (r *Reader) BoolAt(i int, p *bool) (int, bool) {
	if r.s[i:i+4] == "true" {
		*p = true
		return i + 4, true
	}
	if r.s[i:i+5] == "false" {
		*p = false
		return i + 5, true
	}
	return slow(r, i, p, (*Reader).Bool)
}

// NumberAt is Number.
func (r *Reader) NumberAt(i int, p *Number) (int, bool) {
	s := r.s
	if s[i] == '"' {
		end, high := plain(s, i+1)
		if s[end] == '"' && !high {
			p.raw = s[i : end+1]
			return end + 1, true
		}
	} else if end, ok := numberEnd(s, i); ok && end-i <= MaxNumber {
		p.raw = s[i:end]
		return end, true
	}
	return slow(r, i, p, (*Reader).Number)
}

// ValueAt is Value.
func (r *Reader) ValueAt(i int, p *Value) (int, bool) {
	end := r.skip(i)
	p.raw = ""
	if r.err == nil {
		p.raw = r.s[i:end]
	}
	return end, true
}

// enter enters the array or object that begins with the byte first at i. It
// reports false where there is another byte, and at the limit of depth.
func (r *Reader) enter(i int, first byte) bool {
	if r.s[i] != first || r.depth == r.max {
		return false
	}
	r.depth++
	return true
}

// ObjectAt enters the object at i and reports whether there is one to enter.
// Where it does not, RejectAt says why.
func (r *Reader) ObjectAt(i int) bool { return r.enter(i, '{') }

// ArrayAt enters the array at i and reports whether there is one to enter.
// Where it does not, RejectAt says why.
func (r *Reader) ArrayAt(i int) bool { return r.enter(i, '[') }

// RejectAt passes over a value of another kind than want: a mismatch, unless it
// is null. It reports false, for its caller to return. Where the value is of the
// kind after all, it is beyond the limit of depth, which is an error.
func (r *Reader) RejectAt(i int, want Kind) (int, bool) {
	r.i = i
	r.reject(want)
	r.from = i
	return r.i, false
}

// spaceAt returns the offset of the first byte at or after i that is not white
// space.
func (r *Reader) spaceAt(i int) int {
	for c := r.s[i]; c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); c = r.s[i] {
		i++
	}
	return i
}

// failAt records a syntax error at an offset and returns that of the padding.
func (r *Reader) failAt(offset int, problem string) int {
	r.fail(offset, problem)
	return r.n
}

// ItemAt moves from the beginning of an array, or from the end of its nth
// element, to the next element. It reports false after the last one.
func (r *Reader) ItemAt(i, n int) (int, bool) {
	i, more := r.itemAt(i, n)
	if more {
		return r.count(i)
	}
	return i, false
}

// count counts one more element, at i, and reports whether it may come.
func (r *Reader) count(i int) (int, bool) {
	if r.items--; r.items >= 0 {
		return i, true
	}
	return r.beyond(i, "items", r.most), false
}

func (r *Reader) itemAt(i, n int) (int, bool) {
	if n == 0 {
		if i = r.spaceAt(i + 1); r.s[i] == ']' {
			r.depth--
			return i + 1, false
		}
	} else {
		if i = r.spaceAt(i); r.s[i] == ']' {
			r.depth--
			return i + 1, false
		}
		if r.s[i] != ',' {
			return r.failAt(i, "want a comma or the end of the array"), false
		}
		if i = r.spaceAt(i + 1); r.s[i] == ']' {
			return r.failAt(i, "a comma stands before the end of the array"), false
		}
	}
	if i >= r.n {
		return r.failAt(i, "want an element"), false
	}
	return i, true
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

// memberAt moves to the name of an object's next member. It returns the
// complement of the offset after the object where there is none, or after an
// error.
func (r *Reader) memberAt(i int, first bool) int {
	if !first {
		i = r.spaceAt(i)
		if r.s[i] == ',' {
			if i = r.spaceAt(i + 1); r.s[i] == '}' {
				return ^r.failAt(i, "a comma stands before the end of the object")
			}
		} else if r.s[i] != '}' {
			return ^r.failAt(i, "want a comma or the end of the object")
		}
	} else {
		i = r.spaceAt(i + 1)
	}
	switch r.s[i] {
	case '"':
		return i
	case '}':
		r.depth--
		return ^(i + 1)
	}
	return ^r.failAt(i, "want the name of a member")
}

// colonAt passes over the colon after a member's name.
func (r *Reader) colonAt(i int) int {
	if i = r.spaceAt(i); r.s[i] != ':' {
		return r.failAt(i, "want a colon after the name of a member")
	}
	if i = r.spaceAt(i + 1); i >= r.n {
		return r.failAt(i, "want a value")
	}
	return i
}

// Seek moves from the beginning of an object, where next is 0, or from the end
// of a member's value to the value of the next known member, and returns its
// index in the shape. It adds unknown members on the way to x. At the end of the
// object, and after an error, it returns -1. next is the index of the member
// that is expected; where another one comes, it is looked up.
func (r *Reader) Seek(i, next int, x *Members, shape *Shape) (k, after int) {
	for first := next == 0; ; first = false {
		if i = r.memberAt(i, first); i < 0 {
			return -1, ^i
		}
		var name string
		k, i, name = r.lookUp(i, next, shape)
		if i = r.colonAt(i); i >= r.n || k >= 0 {
			if i >= r.n {
				k = -1
			}
			return k, i
		}
		from := i
		if i = r.skip(i); r.err == nil {
			*x = append(*x, Member{Name: name, Value: Value{raw: r.s[from:i]}})
		}
	}
}

// lookUp reads the name of a member at i and returns its index, -1 for one that
// is unknown, and the offset after the name. It tries the two members that are
// most likely first: one member is often absent, several in a row are not.
func (r *Reader) lookUp(i, next int, shape *Shape) (k, after int, name string) {
	if !shape.Escaped {
		for k = next; k < min(next+2, len(shape.Names)); k++ {
			name = shape.Names[k]
			if end := i + 1 + len(name); end < r.n && r.s[end] == '"' && r.s[i+1:end] == name {
				return k, end + 1, name
			}
		}
	}
	r.i = i
	name, _ = r.text()
	if r.err != nil {
		return -1, r.n, ""
	}
	return shape.Index(name), r.i, name
}

// PartlyAt ends the reading of a list or map that is at from up to i. It returns
// i and exact, which says whether every part of it was exact.
func (r *Reader) PartlyAt(from, i int, exact bool) (int, bool) {
	if r.odd && exact && r.err == nil {
		exact = r.exactKeys(from)
	}
	if !exact {
		r.from, r.unset = from, false
	}
	return i, exact
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

// OtherAt is Other.
func (r *Reader) OtherAt(i int, p *Value, want Kind, known Kinds) (int, bool) {
	r.i = i
	r.Other(p, want, known)
	return r.i, true
}

// KindAt is Kind.
func (r *Reader) KindAt(i int) Kind { return kindAt(r.s[i]) }

// Grow makes room for one more element: for as many as the examples show at
// first, then for twice as many.
func Grow[T any](list []T, expected int) []T {
	if n := len(list); n == cap(list) {
		list = slices.Grow(list, max(expected-n, n, 1))
	}
	return list[:len(list)+1]
}

// InnerAt is Inner for the string at i.
func (r *Reader) InnerAt(i int, want Kind, text *string) (in Reader, after int, ok, exact bool) {
	if r.s[i] == '"' {
		if padded, end, plain := r.unquote(i); plain {
			*text = padded[:len(padded)-len(padding)]
			in = newReader(padded, r.max)
			in.depth, in.items, in.most = r.depth, r.items, r.most
			if k := in.Kind(); *text != "" && k == want {
				return in, end, true, true
			}
		}
	}
	r.i = i
	in, ok, exact = r.Inner(want, text)
	r.from = i
	return in, r.i, ok, exact
}
