package payload

import (
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Or is a T, or JSON of another shape kept raw: "" or [] where an object was expected,
// say. It has room for null, of which Other has the kind [KindNull], and for absence: the
// zero Or is absent.
type Or[T any] state.Or[T]

// Is returns an Or that holds value. A nil list or Map is encoded as an empty one: null
// is Other.
func Is[T any](value T) (o Or[T]) {
	v, other := state.OrParts((*state.Or[T])(&o))
	*v, other.Is = value, true
	return o
}

// Other returns an Or that holds JSON of another shape.
func Other[T any](v Value) (o Or[T]) {
	_, other := state.OrParts((*state.Or[T])(&o))
	other.Value = jsontext.Value(v)
	return o
}

// Get returns the T. ok is false when something else arrived, or nothing.
func (o Or[T]) Get() (value T, ok bool) {
	v, other := state.OrParts((*state.Or[T])(&o))
	return *v, other.Is
}

// Ptr returns a pointer to the T, for changing it in place, or nil when something else
// arrived, or nothing.
func (o *Or[T]) Ptr() *T {
	v, other := state.OrParts((*state.Or[T])(o))
	if !other.Is {
		return nil
	}
	return v
}

// Other returns what arrived instead of a T: null, or JSON of another shape. It is
// absent when a T arrived, and when nothing did.
func (o Or[T]) Other() Value {
	_, other := state.OrParts((*state.Or[T])(&o))
	return Value(other.Value)
}

// IsZero reports whether the member was absent.
func (o Or[T]) IsZero() bool { return o.Ptr() == nil && o.Other().IsZero() }

// MarshalJSON returns the JSON of the T or the other shape, null for neither.
func (o Or[T]) MarshalJSON() ([]byte, error) { return marshalOr(o.Ptr(), o.Other()) }

// marshalOr returns the JSON of the T that p points to, or of other if p is nil.
func marshalOr(p any, other Value) ([]byte, error) {
	if reflect.ValueOf(p).IsNil() {
		return other.MarshalJSON()
	}
	return marshal(p)
}

// UnmarshalJSON decodes a T, or any other JSON.
func (o *Or[T]) UnmarshalJSON(text []byte) error {
	v, other := state.OrParts((*state.Or[T])(o))
	return unmarshalOr(text, v, other)
}

// unmarshalOr decodes a T or any other JSON into the parts of an Or, of which v points to
// the T.
func unmarshalOr(text []byte, v any, other *state.Other) error {
	reflect.ValueOf(v).Elem().SetZero()
	if string(text) != "null" && json.Unmarshal(text, v) == nil {
		*other = state.Other{Is: true}
		return nil
	}
	reflect.ValueOf(v).Elem().SetZero()
	*other = state.Other{}
	return (*Value)(&other.Value).UnmarshalJSON(text)
}

// MarshalText returns the JSON of the T or the other shape, and no text for neither.
func (o Or[T]) MarshalText() ([]byte, error) { return marshalOrText(o.Ptr(), o.Other()) }

// marshalOrText is marshalOr, without a text for what is absent.
func marshalOrText(p any, other Value) ([]byte, error) {
	if reflect.ValueOf(p).IsNil() {
		return other.MarshalText()
	}
	return marshal(p)
}

// UnmarshalText reads what MarshalText returns.
func (o *Or[T]) UnmarshalText(text []byte) error {
	v, other := state.OrParts((*state.Or[T])(o))
	return unmarshalOrText(text, v, other)
}

// unmarshalOrText is unmarshalOr, for which no text is absent.
func unmarshalOrText(text []byte, v any, other *state.Other) error {
	if len(text) > 0 {
		return unmarshalOr(text, v, other)
	}
	reflect.ValueOf(v).Elem().SetZero()
	*other = state.Other{}
	return nil
}

// Equal reports whether both are absent, or both hold values that [Equal] finds equal.
func (o Or[T]) Equal(p Or[T]) bool { return o.Other().Equal(p.Other()) && Equal(o.Ptr(), p.Ptr()) }

// String returns the text of what the Or holds, JSON if it is not a scalar. It is "" when
// it is absent.
func (o Or[T]) String() string { return o.Other().String() + shown(o.Ptr()) }
