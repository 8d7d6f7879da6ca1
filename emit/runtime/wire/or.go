package wire

import (
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Or makes p absent, and returns pointers to its parts for a decoder: to the T, which is
// zero, and to what is set to other.Is or by [Reader.OrElse].
func Or[T any](p *payload.Or[T]) (value *T, other *state.Other) {
	value, other = state.OrParts((*state.Or[T])(p))
	*value, *other = *new(T), state.Other{}
	return value, other
}

// OrEnd ends the decoding of a list or map into an Or with the result of its decoder, and
// returns that. The Or is absent if there was no memory for the value.
func (r *Reader) OrEnd(i int, other *state.Other) int {
	other.Is = i >= 0 || !r.inexact || r.dropped < r.from
	return i
}

// OrElse decodes a value of another kind than T, whose kind is want. It is a mismatch
// unless it is null, or of one of the other kinds that are known.
func (r *Reader) OrElse(i int, other *state.Other, next string, want payload.Kind, known ...payload.Kind) int {
	got := r.Kind(i)
	text, end := r.raw(i)
	other.Value = jsontext.RawValue(text)
	if got != payload.KindNull && !slices.Contains(known, got) {
		r.misfit(i, want, got, false)
	}
	return r.Next(end, next)
}
