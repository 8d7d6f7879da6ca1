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
	text, ok := r.plain(i, want)
	if !ok {
		return nil
	}
	j := (*state.JSON[T])(p)
	v := j.Fill(text)
	j.Plain()
	return v
}

// plain is Plain without the variable.
func (r *Reader) plain(i int, want payload.Kind) (text string, ok bool) {
	switch kind := r.Kind(i); kind {
	case payload.KindString, payload.KindNull, payload.KindAbsent:
		return "", false
	default:
		if want != payload.KindAbsent && kind != want {
			return "", false
		}
	}
	text, _ = r.raw(i)
	return text, r.Err == nil
}

// PlainEnd ends what [Plain] began at i; end is the result of the value's decoder. The value
// is always exact, because p keeps its text, and only its text if memory ran out.
func PlainEnd[T any](r *Reader, i int, p *payload.JSON[T], end int, next string) int {
	if end < 0 {
		if r.dropped >= i {
			(*state.JSON[T])(p).Keep()
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
	j := (*state.JSON[T])(p)
	if r.S[i] != '"' {
		if r.Null(i) {
			j.SetNull()
			return nil, r.Next(i+len("null"), next)
		}
		j.Clear()
		return nil, r.Reject(i, payload.KindString)
	}
	text, after, ok := r.inner(i, want, in, next)
	if v = j.Fill(text); !ok {
		j.Keep()
		return nil, after
	}
	return v, after
}

// inner is Inner for a string, without the variable.
func (r *Reader) inner(i int, want payload.Kind, in *Reader, next string) (text string, after int, ok bool) {
	padded, end, ok := r.Unquote(i, &r.Memory, jsontext.SpareJSON)
	if ok {
		text = padded[:len(padded)-len(jsontext.Padding)]
		after = r.Next(end, next)
	} else {
		after = r.stringSlow(i, &text, next)
		padded = text + jsontext.Padding
	}
	if text == "" || r.Err != nil {
		return text, after, false
	}
	in.start(jsontext.PaddedText(padded))
	in.Max, in.Depth, in.most, in.memory = r.Max, r.Depth, r.most, r.memory
	in.base = r.base + readFactor*i
	if want != payload.KindAbsent && in.Kind(in.Begin()) != want {
		r.misfit(i, want, payload.KindString, false)
		return text, after, false
	}
	return text, after, true
}

// Outer ends what [Inner] began; end is the result of the inner decoder. It takes over the
// mismatches of in. p keeps only the text if that is not JSON, which is a mismatch, or is a
// list or map for which memory ran out.
func Outer[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind, in *Reader, end int) {
	if !r.outer(i, in, end, want) {
		(*state.JSON[T])(p).Keep()
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
