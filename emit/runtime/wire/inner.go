package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Plain begins to decode the value at i, if it is not in a string and of the kind want,
// KindAbsent for any but null. It returns a pointer to the variable to decode into. The
// caller ends with [PlainEnd]. The pointer is nil for the values that [Inner] decodes.
func Plain[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind) *T {
	plain, ok := r.plain(i, want)
	if !ok {
		return nil
	}
	v, text := state.JSONParts((*state.JSON[T])(p))
	*v, *text = *new(T), plain
	return v
}

// plain is Plain without the variable.
func (r *Reader) plain(i int, want payload.Kind) (text state.Text, ok bool) {
	switch kind := r.Kind(i); kind {
	case payload.KindString, payload.KindNull, payload.KindAbsent:
		return text, false
	default:
		if want != payload.KindAbsent && kind != want {
			return text, false
		}
	}
	raw, _ := r.raw(i)
	return state.Text{JSON: raw, Form: state.JSONPlain, Is: true}, r.Err == nil
}

// PlainEnd ends what [Plain] began at i; end is the result of the value's decoder. The value
// is always exact, because p keeps its text, and only its text if memory ran out.
func PlainEnd[T any](r *Reader, i int, p *payload.JSON[T], end int, next string) int {
	if end < 0 {
		if r.dropped >= i {
			keepText(p)
		}
		r.inexact, end = false, ^end
	}
	return r.Next(end, next)
}

// Inner decodes the string at i, which holds JSON of the kind want, KindAbsent for any,
// into p. It sets in, a zero Reader, to a Reader of the string's content, and returns a
// pointer to the variable to decode into. The caller ends with [Outer]. The pointer is nil if
// there is nothing to decode: the string is empty or holds another kind than want, or the
// value is not a string. A string that holds another kind is a mismatch, and so is a value
// that is neither null nor a string.
func Inner[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind, in *Reader, next string) (v *T, after int) {
	v, text := state.JSONParts((*state.JSON[T])(p))
	*v = *new(T)
	if after = r.inner(i, text, want, in, next); !text.Is {
		v = nil
	}
	return v, after
}

// keepText makes p hold only its text.
func keepText[T any](p *payload.JSON[T]) {
	v, text := state.JSONParts((*state.JSON[T])(p))
	*v, text.Is = *new(T), false
}

// inner is Inner without the variable. It sets text, and text.Is if there is something to
// decode.
func (r *Reader) inner(i int, text *state.Text, want payload.Kind, in *Reader, next string) (after int) {
	*text = state.Text{}
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

// Outer ends what [Inner] began; end is the result of the inner decoder. It takes over the
// mismatches of in. p keeps only the text if that is not JSON, which is a mismatch, or is a
// list or map for which memory ran out.
func Outer[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind, in *Reader, end int) {
	if !r.outer(i, in, end, want) {
		keepText(p)
	}
}

// outer is Outer without the variable.
func (r *Reader) outer(i int, in *Reader, end int, want payload.Kind) bool {
	stack, repeats := len(r.stack), len(r.repeats)
	r.memory = in.memory
	r.stack, r.repeats = r.stack[:stack], r.repeats[:repeats] // the text ended early
	root := in.from
	if in.Text.End(max(end, ^end)) != nil {
		if want == payload.KindAbsent {
			want = payload.KindObject // or any other: what is there is not JSON
		}
		r.misfit(i, want, payload.KindString, false)
		return false
	}
	if len(r.found) >= payload.MaxMismatches {
		in.found = nil
	}
	for _, m := range in.Mismatches() {
		if len(r.found) < payload.MaxMismatches {
			r.found = append(r.found, finding{offset: i, inner: m.Path, want: m.Want, got: m.Got})
		}
	}
	return end >= 0 || in.dropped < root
}
