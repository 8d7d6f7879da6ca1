package payload

import (
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// Opt is a member that may be absent or null besides being a T: IsAbsent, IsNull and Get
// tell the three apart. The zero Opt is absent, which the tag option omitzero leaves out. Of
// an object, T is a pointer to its struct, which copies of the Opt share.
type Opt[T any] state.Opt[T]

// Some returns an Opt that holds value. A nil list or Map is encoded as an empty one:
// null is Nil.
func Some[T any](value T) (o Opt[T]) {
	v, presence := state.OptParts((*state.Opt[T])(&o))
	*v, *presence = value, state.Present
	return o
}

// Nil returns an Opt that is null.
func Nil[T any]() (o Opt[T]) {
	_, presence := state.OptParts((*state.Opt[T])(&o))
	*presence = state.Null
	return o
}

// Get returns the value. ok is false, and the value T's zero, when it is absent or null.
func (o Opt[T]) Get() (value T, ok bool) {
	v, presence := state.OptParts((*state.Opt[T])(&o))
	return *v, *presence == state.Present
}

// Or returns the value, or fallback when it is absent or null.
func (o Opt[T]) Or(fallback T) T {
	if v := o.Ptr(); v != nil {
		return *v
	}
	return fallback
}

// Ptr returns a pointer to the value, for changing it in place, or nil when it is absent
// or null.
func (o *Opt[T]) Ptr() *T {
	v, presence := state.OptParts((*state.Opt[T])(o))
	if *presence != state.Present {
		return nil
	}
	return v
}

// IsAbsent reports whether the member was absent.
func (o Opt[T]) IsAbsent() bool {
	_, presence := state.OptParts((*state.Opt[T])(&o))
	return *presence == state.Absent
}

// IsNull reports whether the member was null.
func (o Opt[T]) IsNull() bool {
	_, presence := state.OptParts((*state.Opt[T])(&o))
	return *presence == state.Null
}

// MarshalJSON returns the value's JSON, null when it is absent or null.
func (o Opt[T]) MarshalJSON() ([]byte, error) { return marshal(o.Ptr()) }

// UnmarshalJSON decodes null or a T.
func (o *Opt[T]) UnmarshalJSON(text []byte) error {
	v, presence := state.OptParts((*state.Opt[T])(o))
	return unmarshalOpt(text, v, presence)
}

// unmarshalOpt decodes null or a T into the parts of an Opt, of which v points to the T.
func unmarshalOpt(text []byte, v any, presence *state.Presence) error {
	reflect.ValueOf(v).Elem().SetZero()
	if string(text) == "null" {
		*presence = state.Null
		return nil
	}
	if err := json.Unmarshal(text, v); err != nil {
		reflect.ValueOf(v).Elem().SetZero()
		*presence = state.Absent
		return err
	}
	*presence = state.Present
	return nil
}

// MarshalText returns the value's JSON, null when it is null, and no text when it is
// absent.
func (o Opt[T]) MarshalText() ([]byte, error) { return marshalOptText(o.Ptr(), o.IsAbsent()) }

// UnmarshalText reads what MarshalText returns.
func (o *Opt[T]) UnmarshalText(text []byte) error {
	v, presence := state.OptParts((*state.Opt[T])(o))
	return unmarshalOptText(text, v, presence)
}

// unmarshalOptText decodes no text, null or a T into the parts of an Opt, of which v points
// to the T.
func unmarshalOptText(text []byte, v any, presence *state.Presence) error {
	if len(text) > 0 {
		return unmarshalOpt(text, v, presence)
	}
	reflect.ValueOf(v).Elem().SetZero()
	*presence = state.Absent
	return nil
}

// Equal reports whether both are absent, both are null, or both hold values that [Equal]
// finds equal.
func (o Opt[T]) Equal(p Opt[T]) bool { return o.IsNull() == p.IsNull() && Equal(o.Ptr(), p.Ptr()) }

// String returns the text of the value, JSON if it is not a scalar. It is "" when it is
// absent or null.
func (o Opt[T]) String() string { return shown(o.Ptr()) }
