package payload

import (
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Or is a T, or JSON of another shape kept raw: "" or [] where an object was expected,
// say. It has room for null and for absence too; the zero Or is absent.
type Or[T any] state.Or[T]

// Is returns an Or that holds value. A nil list or Map is encoded as an empty one: null
// is Other.
func Is[T any](value T) Or[T] { return Or[T](state.Is(value)) }

// Other returns an Or that holds JSON of another shape.
func Other[T any](v Value) Or[T] { return Or[T](state.Other[T](jsontext.Value(v))) }

// Get returns the T. ok is false when something else arrived, or nothing.
func (o Or[T]) Get() (value T, ok bool) { return o.state().Get() }

// Ptr returns a pointer to the T, for changing it in place, or nil when something else
// arrived, or nothing.
func (o *Or[T]) Ptr() *T { return o.state().Ptr() }

// Other returns what arrived instead of a T: null, or JSON of another shape. It is
// absent when a T arrived, and when nothing did.
func (o Or[T]) Other() Value { return Value(o.state().Other()) }

// IsZero reports whether the member was absent.
func (o Or[T]) IsZero() bool { return o.state().IsAbsent() }

// MarshalJSON returns the JSON of the T or the other shape, null for neither.
func (o Or[T]) MarshalJSON() ([]byte, error) {
	if value, ok := o.Get(); ok {
		return marshal(value)
	}
	return o.Other().MarshalJSON()
}

// UnmarshalJSON decodes a T, or any other JSON.
func (o *Or[T]) UnmarshalJSON(text []byte) error {
	if string(text) != "null" && json.Unmarshal(text, o.state().Fill()) == nil {
		return nil
	}
	return (*Value)(o.state().Else()).UnmarshalJSON(text)
}

func (o *Or[T]) state() *state.Or[T] { return (*state.Or[T])(o) }

// separate implements separator.
func (o *Or[T]) separate() bool { return separate(reflect.ValueOf(o.state().Variable()).Elem()) }

// Equal reports whether both hold the same.
func (o Or[T]) Equal(p Or[T]) bool { return reflect.DeepEqual(o, p) }

// String returns the JSON of what the Or holds, or "absent".
func (o Or[T]) String() string { return shown(o.IsZero(), o) }
