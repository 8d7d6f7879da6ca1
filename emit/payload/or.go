package payload

import (
	"encoding/json"
	"reflect"
)

// Or is a T, or JSON of another shape kept raw: "" or [] where an object was
// expected, say. It has room for null and for absence too; the zero Or is
// absent.
type Or[T any] struct {
	value T
	other Value
	is    bool
}

// Is returns an Or that holds value. A nil list or Map is encoded as an empty one:
// null is Other.
func Is[T any](value T) Or[T] { return Or[T]{value: value, is: true} }

// Other returns an Or that holds JSON of another shape.
func Other[T any](v Value) Or[T] { return Or[T]{other: v} }

// Get returns the T. ok is false when something else arrived, or nothing.
func (o Or[T]) Get() (value T, ok bool) { return o.value, o.is }

// Ptr returns a pointer to the T, for changing it in place, or nil when
// something else arrived, or nothing.
func (o *Or[T]) Ptr() *T {
	if !o.is {
		return nil
	}
	return &o.value
}

// Other returns what arrived instead of a T: null, or JSON of another shape.
// It is absent when a T arrived, and when nothing did.
func (o Or[T]) Other() Value { return o.other }

// IsZero reports whether the member was not there.
func (o Or[T]) IsZero() bool { return !o.is && o.other.IsZero() }

// MarshalJSON returns the JSON of the T or the other shape, null for neither.
func (o Or[T]) MarshalJSON() ([]byte, error) {
	if o.is {
		return marshal(o.value)
	}
	return o.other.MarshalJSON()
}

// UnmarshalJSON reads a T, or any other JSON.
func (o *Or[T]) UnmarshalJSON(text []byte) error {
	*o = Or[T]{}
	if string(text) != "null" && json.Unmarshal(text, &o.value) == nil {
		o.is = true
		return nil
	}
	*o = Or[T]{}
	return o.other.UnmarshalJSON(text)
}

// separate implements separator.
func (o *Or[T]) separate() bool { return separate(reflect.ValueOf(&o.value).Elem()) }

// Fill makes the Or hold T's zero value and returns a pointer to it. It is for
// decoders.
func (o *Or[T]) Fill() *T {
	*o = Or[T]{is: true}
	return &o.value
}

// Settle makes the Or absent if there was no memory for the value that r has just
// read into it, which was not exact. It is for decoders.
func (o *Or[T]) Settle(r *Reader) {
	if r.dropped >= r.from {
		*o = Or[T]{}
	}
}

// Else makes the Or hold no T and returns a pointer to what it holds instead.
// It is for decoders.
func (o *Or[T]) Else() *Value {
	*o = Or[T]{}
	return &o.other
}

// Other reads a value of another kind than the type wants. It is a mismatch
// unless its kind is one of known or null.
func (r *Reader) Other(p *Value, want Kind, known Kinds) bool {
	at, got := r.i, r.Kind()
	r.Value(p)
	if got != KindNull && !known.Has(got) {
		r.misfit(at, want, got, false)
	}
	return true
}
