package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// OrFill makes p hold T's zero value, and returns a pointer to that.
func OrFill[T any](p *payload.Or[T]) *T {
	v, other := state.OrParts((*state.Or[T])(p))
	*v, *other = *new(T), state.Other{Is: true}
	return v
}

// OrSettle makes p absent if there was no memory for the value that r has just decoded
// into it. i is what its decoder returned, and what OrSettle returns.
func OrSettle[T any](r *Reader, i int, p *payload.Or[T]) int {
	if i < 0 && r.dropped >= r.from {
		*p = payload.Or[T]{}
	}
	return i
}

// OrElse decodes a value of another kind than T, whose kind is want. It is a mismatch
// unless it is null, or of one of the other kinds that are known.
func OrElse[T any](r *Reader, i int, p *payload.Or[T], next string, want payload.Kind, known ...payload.Kind) int {
	got := r.Kind(i)
	text, end := r.raw(i)
	*p = payload.Other[T](payload.Value(jsontext.RawValue(text)))
	if got != payload.KindNull && !has(known, got) {
		r.misfit(i, want, got, false)
	}
	return r.Next(end, next)
}

func has(kinds []payload.Kind, kind payload.Kind) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return false
}
