package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// The methods differ only in the method they call. They are not generic: a function value
// would make the Reader escape.

// OptBool decodes null or a boolean.
func (r *Reader) OptBool(i int, p *payload.Opt[bool], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Bool(i, hold(p), next), p)
}

// OptInt decodes null or an integer.
func (r *Reader) OptInt(i int, p *payload.Opt[int64], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Int(i, hold(p), next), p)
}

// OptFloat decodes null or a number.
func (r *Reader) OptFloat(i int, p *payload.Opt[float64], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Float(i, hold(p), next), p)
}

// OptString decodes null or a string.
func (r *Reader) OptString(i int, p *payload.Opt[string], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.String(i, hold(p), next), p)
}

// OptNumber decodes null or a number or a string.
func (r *Reader) OptNumber(i int, p *payload.Opt[payload.Number], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Number(i, hold(p), next), p)
}

// OptTimestamp decodes null or the text of a date or time.
func (r *Reader) OptTimestamp(i int, p *payload.Opt[payload.Timestamp], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Timestamp(i, hold(p), next), p)
}

// OptFlag decodes null or a flag.
func (r *Reader) OptFlag(i int, p *payload.Opt[payload.Flag], next string) int {
	if r.Null(i) {
		return OptNull(r, i, p, next)
	}
	return OptSettle(r, r.Flag(i, hold(p), next), p)
}

// hold makes p hold a value, and returns a pointer to where a decoder puts it.
func hold[T any](p *payload.Opt[T]) *T {
	v, presence := state.OptParts((*state.Opt[T])(p))
	*presence = state.Present
	return v
}

// OptNull decodes the null at i.
func OptNull[T any](r *Reader, i int, p *payload.Opt[T], next string) int {
	v, presence := state.OptParts((*state.Opt[T])(p))
	*v, *presence = *new(T), state.Null
	return r.Next(i+len("null"), next)
}

// OptFill makes p hold T's zero value, and returns a pointer to that.
func OptFill[T any](p *payload.Opt[T]) *T {
	v := hold(p)
	*v = *new(T)
	return v
}

// OptSettle makes p absent if the value that r has just decoded into it was not exact and
// left it unset. i is what its decoder returned, and what OptSettle returns.
func OptSettle[T any](r *Reader, i int, p *payload.Opt[T]) int {
	if i < 0 && r.inexact && r.unset {
		*p = payload.Opt[T]{}
	}
	return i
}
