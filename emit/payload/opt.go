package payload

import (
	"encoding/json"
	"reflect"
)

// Opt is a member that may be absent or null besides being a T. The zero Opt is
// absent, which the tag option omitzero leaves out. Where a type holds one of its
// own, T is a pointer.
type Opt[T any] struct {
	value T
	state optState
}

type optState uint8

const (
	optAbsent optState = iota
	optNull
	optValue
)

// Some returns an Opt that holds value. A nil list or Map is encoded as an empty
// one: null is Nil.
func Some[T any](value T) Opt[T] { return Opt[T]{value: value, state: optValue} }

// Nil returns an Opt that is null.
func Nil[T any]() Opt[T] { return Opt[T]{state: optNull} }

// Get returns the value. ok is false, and the value T's zero, when it is absent
// or null.
func (o Opt[T]) Get() (value T, ok bool) { return o.value, o.state == optValue }

// Or returns the value, or fallback when it is absent or null.
func (o Opt[T]) Or(fallback T) T {
	if o.state == optValue {
		return o.value
	}
	return fallback
}

// Ptr returns a pointer to the value, for changing it in place, or nil when it
// is absent or null.
func (o *Opt[T]) Ptr() *T {
	if o.state != optValue {
		return nil
	}
	return &o.value
}

// IsAbsent reports whether the member was not there.
func (o Opt[T]) IsAbsent() bool { return o.state == optAbsent }

// IsNull reports whether the member was null.
func (o Opt[T]) IsNull() bool { return o.state == optNull }

// IsZero is IsAbsent, under the name that omitzero asks for.
func (o Opt[T]) IsZero() bool { return o.state == optAbsent }

// MarshalJSON returns the value's JSON, null when it is absent or null.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.state != optValue {
		return []byte("null"), nil
	}
	return marshal(o.value)
}

// UnmarshalJSON reads null or a T.
func (o *Opt[T]) UnmarshalJSON(text []byte) error {
	*o = Opt[T]{}
	if string(text) == "null" {
		o.state = optNull
		return nil
	}
	if err := json.Unmarshal(text, &o.value); err != nil {
		return err
	}
	o.state = optValue
	return nil
}

// separate implements separator.
func (o *Opt[T]) separate() bool { return separate(reflect.ValueOf(&o.value).Elem()) }

// Fill makes the Opt hold T's zero value and returns a pointer to it. It is for
// decoders.
func (o *Opt[T]) Fill() *T {
	var zero T
	o.value, o.state = zero, optValue
	return &o.value
}

// Empty makes the Opt absent, or null. It is for decoders.
func (o *Opt[T]) Empty(null bool) {
	*o = Opt[T]{}
	if null {
		o.state = optNull
	}
}

// Settle makes the Opt absent if the value that r has just read into it was not
// exact and left it unset. It is for decoders.
func (o *Opt[T]) Settle(r *Reader) {
	if r.inexact && r.unset {
		*o = Opt[T]{}
	}
}
