package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// JSON makes p absent, and returns pointers to its parts for a decoder: to the variable, which
// is zero, and to what [Reader.Plain] or [Reader.Inner] sets. text.Is then says whether there
// is something to decode, and after [Reader.PlainEnd] or [Reader.Outer] whether the text says
// a T: if it does not, the caller clears the variable.
func JSON[T any](p *payload.JSON[T]) (value *T, text *state.Text) {
	value, text = state.JSONParts((*state.JSON[T])(p))
	*value, *text = *new(T), state.Text{}
	return value, text
}

// Plain sets text to the value at i if it is not in a string and of the kind want,
// KindAbsent for any but null. The caller decodes the value, and ends with
// [Reader.PlainEnd]. Plain reports false for the values that [Reader.Inner] decodes.
func (r *Reader) Plain(i int, text *state.Text, want payload.Kind) bool {
	switch kind := r.Kind(i); kind {
	case payload.KindString, payload.KindNull, payload.KindAbsent:
		return false
	default:
		if want != payload.KindAbsent && kind != want {
			return false
		}
	}
	raw, _ := r.raw(i)
	*text = state.Text{JSON: raw, Form: state.JSONPlain, Is: r.Err == nil}
	return text.Is
}

// PlainEnd ends what [Reader.Plain] began at i; end is the result of the value's decoder. The
// value is always exact, because its text is kept, and only that if memory ran out.
func (r *Reader) PlainEnd(i int, text *state.Text, end int, next string) int {
	if end < 0 {
		text.Is = r.dropped < i
		r.inexact, end = false, ^end
	}
	return r.Next(end, next)
}

// Inner sets text to the content of the string at i, which holds JSON of the kind want,
// KindAbsent for any, and in, a zero Reader, to a Reader of it. If text.Is, the caller decodes
// what in reads, and ends with [Reader.Outer]. If not, there is nothing to decode: the
// string is empty or holds another kind than want, or the value is not a string. A string that
// holds another kind is a mismatch, and so is a value that is neither null nor a string.
func (r *Reader) Inner(i int, text *state.Text, want payload.Kind, in *Reader, next string) (after int) {
	if r.S[i] != '"' {
		if r.Null(i) {
			text.Form = state.JSONNull
			return r.Next(i+len("null"), next)
		}
		return r.Reject(i, payload.KindString)
	}
	text.Form = state.JSONText
	padded, end, ok := r.Unquote(i, &r.Memory, jsontext.SpareJSON)
	if ok {
		text.JSON = padded[:len(padded)-len(jsontext.Padding)]
		after = r.Next(end, next)
	} else {
		after = r.stringSlow(i, &text.JSON, next)
		padded = text.JSON + jsontext.Padding
	}
	if text.JSON == "" || r.Err != nil {
		return after
	}
	in.start(jsontext.PaddedText(padded))
	in.Max, in.Depth, in.most, in.memory = r.Max, r.Depth, r.most, r.memory
	in.base = r.base + readFactor*i
	if want != payload.KindAbsent && in.Kind(in.Begin()) != want {
		r.misfit(i, want, payload.KindString, false)
		return after
	}
	text.Is = true
	return after
}

// Outer ends what [Reader.Inner] began; end is the result of the inner decoder. It takes over
// the mismatches of in. Only the text is kept if that is not JSON, which is a mismatch, or is a
// list or map for which memory ran out.
func (r *Reader) Outer(i int, text *state.Text, want payload.Kind, in *Reader, end int) {
	stack, repeats := len(r.stack), len(r.repeats)
	r.memory = in.memory
	r.repeated = r.repeated || in.repeated
	r.stack, r.repeats = r.stack[:stack], r.repeats[:repeats] // the text ended early
	root := in.from
	if in.Text.End(max(end, ^end)) != nil {
		if want == payload.KindAbsent {
			want = payload.KindObject // or any other: what is there is not JSON
		}
		r.misfit(i, want, payload.KindString, false)
		text.Is = false
		return
	}
	if len(r.found) >= payload.MaxMismatches {
		in.found = nil
	}
	for _, m := range in.Mismatches() {
		r.find(payload.Mismatch{Path: m.Path, Offset: i, Want: m.Want, Got: m.Got})
	}
	text.Is = end >= 0 || in.dropped < root
}
