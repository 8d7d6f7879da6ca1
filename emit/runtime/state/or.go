package state

import "github.com/specimen-go/specimen/infer/jsontext"

// Or is the layout of payload.Or.
type Or[T any] struct {
	value T
	other Other
}

// Other is what an Or holds besides its T.
type Other struct {
	Value jsontext.Value // what arrived instead of a T
	Is    bool           // whether a T arrived; if not, it is zero
}

// OrParts returns pointers to the parts of an Or.
func OrParts[T any](o *Or[T]) (value *T, other *Other) { return &o.value, &o.other }
