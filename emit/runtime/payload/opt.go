package payload

import (
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// Opt is a member that may be absent or null besides being a T. The zero Opt is absent,
// which the tag option omitzero leaves out. Where a type holds an Opt of itself, T is a
// pointer.
type Opt[T any] state.Opt[T]

// Some returns an Opt that holds value. A nil list or Map is encoded as an empty one:
// null is Nil.
func Some[T any](value T) Opt[T] { return Opt[T](state.Some(value)) }

// Nil returns an Opt that is null.
func Nil[T any]() Opt[T] { return Opt[T](state.Null[T]()) }

// Get returns the value. ok is false, and the value T's zero, when it is absent or null.
func (o Opt[T]) Get() (value T, ok bool) { return o.state().Get() }

// Or returns the value, or fallback when it is absent or null.
func (o Opt[T]) Or(fallback T) T {
	if value, ok := o.Get(); ok {
		return value
	}
	return fallback
}

// Ptr returns a pointer to the value, for changing it in place, or nil when it is absent
// or null.
func (o *Opt[T]) Ptr() *T { return o.state().Ptr() }

// IsAbsent reports whether the member was absent.
func (o Opt[T]) IsAbsent() bool { return o.state().IsAbsent() }

// IsNull reports whether the member was null.
func (o Opt[T]) IsNull() bool { return o.state().IsNull() }

// IsZero reports whether o is absent, for omitzero.
func (o Opt[T]) IsZero() bool { return o.IsAbsent() }

// MarshalJSON returns the value's JSON, null when it is absent or null.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	value, ok := o.Get()
	if !ok {
		return []byte("null"), nil
	}
	return marshal(value)
}

// UnmarshalJSON decodes null or a T.
func (o *Opt[T]) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		o.state().SetNull()
		return nil
	}
	if err := json.Unmarshal(text, o.state().Fill()); err != nil {
		o.state().Clear()
		return err
	}
	return nil
}

func (o *Opt[T]) state() *state.Opt[T] { return (*state.Opt[T])(o) }

// separate implements separator.
func (o *Opt[T]) separate() bool { return separate(reflect.ValueOf(o.state().Variable()).Elem()) }

// Equal reports whether both are the same: absent, null, or the same value.
func (o Opt[T]) Equal(p Opt[T]) bool { return reflect.DeepEqual(o, p) }

// String returns the value's JSON, "null" or "absent".
func (o Opt[T]) String() string { return shown(o.IsAbsent(), o) }
