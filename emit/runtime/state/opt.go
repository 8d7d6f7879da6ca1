package state

// Opt is the layout of payload.Opt.
type Opt[T any] struct {
	value    T
	presence presence
}

type presence uint8

const (
	absent presence = iota
	null
	present
)

// Some returns an Opt that holds value.
func Some[T any](value T) Opt[T] { return Opt[T]{value: value, presence: present} }

// Null returns an Opt that is null.
func Null[T any]() Opt[T] { return Opt[T]{presence: null} }

// Get returns the value. ok is false where there is none.
func (o Opt[T]) Get() (value T, ok bool) { return o.value, o.presence == present }

// Ptr returns a pointer to the value, nil where there is none.
func (o *Opt[T]) Ptr() *T {
	if o.presence != present {
		return nil
	}
	return &o.value
}

// Variable returns a pointer to where the value is, whether or not there is one.
func (o *Opt[T]) Variable() *T { return &o.value }

// IsAbsent reports whether the Opt is absent.
func (o Opt[T]) IsAbsent() bool { return o.presence == absent }

// IsNull reports whether the Opt is null.
func (o Opt[T]) IsNull() bool { return o.presence == null }

// Hold makes the Opt hold a value, and returns a pointer to it. The value is what it
// was before: the caller sets it.
func (o *Opt[T]) Hold() *T {
	o.presence = present
	return &o.value
}

// Fill makes the Opt hold the zero T, and returns a pointer to it.
func (o *Opt[T]) Fill() *T {
	var zero T
	o.value, o.presence = zero, present
	return &o.value
}

// SetNull makes the Opt null.
func (o *Opt[T]) SetNull() { *o = Opt[T]{presence: null} }

// Clear makes the Opt absent.
func (o *Opt[T]) Clear() { *o = Opt[T]{} }
