package wire

import (
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Omits reports whether some fields of a struct whose Extra is x may not be encoded, which
// [Mark] finds out.
func Omits(x payload.Members) bool { return x == nil || len(x) > 0 }

// Mark sets the bits of the known members that are not encoded from their fields. In a
// struct that is built by hand, those are the fields that are zero. The others are encoded
// from x, the Extra of the struct: those given to Set, and those whose field is unchanged
// since decoding. To find the latter, it decodes the raw values in x again.
//
// v is a pointer to the struct. again returns a pointer to another one, into which it
// decodes the object at i.
func Mark(marked []uint64, v any, x *payload.Members, shape *Shape, again func(r *Reader, i int) any) {
	if state.Built(state.Members(*x)) {
		for k := range shape.Names {
			if isZero(shape.field(v, k)) {
				marked[k/64] |= 1 << (k % 64)
			}
		}
	}
	var was any
	// If a member has several entries, the first counts.
	for i := len(*x) - 1; i >= 0; i-- {
		e := &(*x)[i]
		if state.Index(e) < 0 {
			continue
		}
		k := shape.known(e)
		if k < 0 {
			continue
		}
		var stands bool
		if raw := state.Value(e).Raw(); raw == "" || raw == "null" || state.Unread(e) {
			stands = isZero(shape.field(v, k))
		} else {
			if was == nil {
				var r Reader
				r.restart(kept(x))
				was = again(&r, r.Begin())
			}
			stands = equal(shape.field(was, k), shape.field(v, k))
		}
		if marked[k/64] &^= 1 << (k % 64); stands {
			marked[k/64] |= 1 << (k % 64)
		}
	}
	for i := range *x {
		if e := &(*x)[i]; state.Index(e) < 0 {
			if k := shape.Index(state.Name(e)); k >= 0 {
				marked[k/64] |= 1 << (k % 64)
			}
		}
	}
}

// known returns the index of the member that e is about, -1 for an unknown one.
func (s *Shape) known(e *state.Member) int {
	k := state.Index(e)
	if k < 0 || k >= len(s.Names) || s.Names[k] != state.Name(e) {
		return s.Index(state.Name(e)) // it was set, or comes from a struct of another type
	}
	return k
}

// kept returns an object of the known members that x has raw values of.
func kept(x *payload.Members) string {
	var b []byte
	for i := range *x {
		if e := &(*x)[i]; state.Index(e) >= 0 && !state.Value(e).IsAbsent() && !state.Unread(e) {
			b = append(jsontext.AppendKey(b, state.Name(e)), state.Value(e).Raw()...)
		}
	}
	return string(CloseObject(b, 0))
}

// isZero reports whether the variable that p points to is zero.
func isZero(p any) bool {
	switch p := p.(type) {
	case *string:
		return *p == ""
	case *int64:
		return *p == 0
	case *bool:
		return !*p
	case *payload.Timestamp:
		return *p == ""
	case *payload.Base64:
		return *p == ""
	case *payload.Flag:
		return *p == 0
	}
	return reflect.ValueOf(p).Elem().IsZero()
}

// equal reports whether the variables that a and b point to are equal.
func equal(a, b any) bool {
	switch a := a.(type) {
	case *string:
		return *a == *b.(*string)
	case *int64:
		return *a == *b.(*int64)
	case *bool:
		return *a == *b.(*bool)
	case *payload.Timestamp:
		return *a == *b.(*payload.Timestamp)
	case *payload.Base64:
		return *a == *b.(*payload.Base64)
	case *payload.Number:
		return *a == *b.(*payload.Number)
	}
	return reflect.DeepEqual(a, b)
}

// AppendExtra appends to b, the members of an object so far, the unknown members of x and
// the known ones that Mark has marked.
func AppendExtra(b []byte, x *payload.Members, shape *Shape, marked []uint64) []byte {
	for i := range *x {
		e := &(*x)[i]
		if state.Value(e).IsAbsent() {
			continue
		}
		if k := shape.known(e); k < 0 && state.Index(e) < 0 || k >= 0 && marked[k/64]&(1<<(k%64)) != 0 {
			b = append(jsontext.AppendKey(b, state.Name(e)), state.Value(e).Raw()...)
		}
	}
	return b
}
