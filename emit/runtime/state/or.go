package state

import "github.com/specimen-go/specimen/infer/jsontext"

// Or is the layout of payload.Or.
type Or[T any] struct {
	value T
	other jsontext.Value
	is    bool
}

// Is returns an Or that holds a T.
func Is[T any](value T) Or[T] { return Or[T]{value: value, is: true} }

// Other returns an Or that holds other JSON.
func Other[T any](other jsontext.Value) Or[T] { return Or[T]{other: other} }

// Get returns the T. ok is false where there is none.
func (o *Or[T]) Get() (value T, ok bool) { return o.value, o.is }

// Ptr returns a pointer to the T, nil where there is none.
func (o *Or[T]) Ptr() *T {
	if !o.is {
		return nil
	}
	return &o.value
}

// Variable returns a pointer to where the T is, whether or not there is one.
func (o *Or[T]) Variable() *T { return &o.value }

// Other returns what the Or holds instead of a T.
func (o *Or[T]) Other() jsontext.Value { return o.other }

// IsAbsent reports whether the Or holds neither a T nor other JSON.
func (o *Or[T]) IsAbsent() bool { return !o.is && o.other.IsAbsent() }

// Fill makes the Or hold the zero T, and returns a pointer to it.
func (o *Or[T]) Fill() *T {
	*o = Or[T]{is: true}
	return &o.value
}

// Else makes the Or hold no T, and returns a pointer to what it holds instead.
func (o *Or[T]) Else() *jsontext.Value {
	*o = Or[T]{}
	return &o.other
}

// Clear makes the Or absent.
func (o *Or[T]) Clear() { *o = Or[T]{} }
