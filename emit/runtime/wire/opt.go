package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// The functions differ only in the method they call. They are not generic: a function value
// would make the Reader escape. Nor are they methods of Reader: the compiler makes the methods
// of all generic types that the methods of a type mention, in each package that mentions the
// type.

// OptBool decodes null or a boolean.
func OptBool(r *Reader, i int, p *payload.Opt[bool], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Bool(i, hold(p), next), p)
}

// OptInt decodes null or an integer.
func OptInt(r *Reader, i int, p *payload.Opt[int64], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Int(i, hold(p), next), p)
}

// OptFloat decodes null or a number.
func OptFloat(r *Reader, i int, p *payload.Opt[float64], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Float(i, hold(p), next), p)
}

// OptString decodes null or a string.
func OptString(r *Reader, i int, p *payload.Opt[string], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.String(i, hold(p), next), p)
}

// OptNumber decodes null or a number or a string.
func OptNumber(r *Reader, i int, p *payload.Opt[payload.Number], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Number(i, hold(p), next), p)
}

// OptTimestamp decodes null or the text of a date or time.
func OptTimestamp(r *Reader, i int, p *payload.Opt[payload.Timestamp], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Timestamp(i, hold(p), next), p)
}

// OptBase64 decodes null or base64.
func OptBase64(r *Reader, i int, p *payload.Opt[payload.Base64], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Base64(i, hold(p), next), p)
}

// OptFlag decodes null or a flag.
func OptFlag(r *Reader, i int, p *payload.Opt[payload.Flag], next string) int {
	if r.Null(i) {
		return null(r, i, p, next)
	}
	return settle(r, r.Flag(i, hold(p), next), p)
}

// OptStringOf decodes null or a string of a type. Functions of types that are defined as
// strings share their code.
func OptStringOf[T ~string](r *Reader, i int, p *payload.Opt[T], next string) int {
	v, presence := Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	var s string
	i = r.String(i, &s, next)
	*v = T(s)
	return r.OptEnd(i, presence)
}

// OptIntOf decodes null or an integer of a type.
func OptIntOf[T ~int64](r *Reader, i int, p *payload.Opt[T], next string) int {
	v, presence := Opt(p)
	if r.Null(i) {
		return r.OptNull(i, presence, next)
	}
	var n int64
	i = r.Int(i, &n, next)
	*v = T(n)
	return r.OptEnd(i, presence)
}

// hold makes p hold a value, and returns a pointer to where a decoder puts it.
func hold[T any](p *payload.Opt[T]) *T {
	v, presence := state.OptParts((*state.Opt[T])(p))
	*presence = state.Present
	return v
}

// null decodes the null at i.
func null[T any](r *Reader, i int, p *payload.Opt[T], next string) int {
	_, presence := Opt(p)
	return r.OptNull(i, presence, next)
}

// settle makes p absent if the value that r has just decoded into it was not exact and left
// it unset. i is what its decoder returned, and what settle returns.
func settle[T any](r *Reader, i int, p *payload.Opt[T]) int {
	if i < 0 && r.inexact && r.unset {
		*p = payload.Opt[T]{}
	}
	return i
}

// Opt makes p absent, and returns pointers to its parts for a decoder: to the value, which is
// zero, and to what [Reader.OptNull] or [Reader.OptEnd] sets.
func Opt[T any](p *payload.Opt[T]) (value *T, presence *state.Presence) {
	value, presence = state.OptParts((*state.Opt[T])(p))
	*value, *presence = *new(T), state.Absent
	return value, presence
}

// OptNull decodes the null at i.
func (r *Reader) OptNull(i int, presence *state.Presence, next string) int {
	*presence = state.Null
	return r.Next(i+len("null"), next)
}

// OptEnd ends the decoding of an Opt with the result of the decoder of its value, and
// returns that. The Opt is absent if the value was not exact and its variable was left unset.
func (r *Reader) OptEnd(i int, presence *state.Presence) int {
	if i >= 0 || !r.inexact || !r.unset {
		*presence = state.Present
	}
	return i
}
