package payload

import "reflect"

// Clone returns a deep copy of an event, or of another value of a type of generated
// packages: no change of the one shows in the other. An assignment copies the fields alone,
// so that both have the same lists.
//
//	draft := payload.Clone(event)
//	draft.Order.LineItems[0].Quantity = 2
//
// It panics for a value with Go maps, functions, channels or unexported fields, which
// generated types do not have.
func Clone[T any](v T) T {
	clone(reflect.ValueOf(&v).Elem())
	return v
}

// clone is Clone for the variable v.
func clone(v reflect.Value) {
	if !separate(v) {
		panic("payload: Clone of a " + v.Type().String())
	}
}
