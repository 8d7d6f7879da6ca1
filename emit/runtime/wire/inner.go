package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Inner decodes the string at i, which holds JSON of the kind want, KindAbsent for any,
// into p. It makes in, a zero Reader, one of what the string holds, and returns a pointer
// to the variable for that; Outer ends the reading of it. The pointer is nil where there
// is nothing to read with in: the string is empty or holds another kind than want, or the
// value is not a string. The last two are mismatches.
func Inner[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind, in *Reader, next string) (v *T, after int) {
	text, after, ok := r.inner(i, want, in, next)
	j := (*state.JSON[T])(p)
	if v = j.Fill(text); !ok {
		j.Keep()
		return nil, after
	}
	return v, after
}

// inner is Inner without the variable.
func (r *Reader) inner(i int, want payload.Kind, in *Reader, next string) (text string, after int, ok bool) {
	if r.S[i] != '"' {
		return "", r.Reject(i, payload.KindString), false
	}
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

// Outer ends the reading of what the string at i holds, of which the decoder returned
// end. It takes over the mismatches of in, and makes p keep the text alone where its
// variable does not hold what the text says: where the text is not JSON, which is one
// mismatch, or is a list or map that there is no memory for.
func Outer[T any](r *Reader, i int, p *payload.JSON[T], want payload.Kind, in *Reader, end int) {
	if !r.outer(i, in, end, want) {
		(*state.JSON[T])(p).Keep()
	}
}

// outer is Outer without the variable.
func (r *Reader) outer(i int, in *Reader, end int, want payload.Kind) bool {
	stack, repeats := len(r.stack), len(r.repeats)
	r.memory = in.memory
	r.stack, r.repeats = r.stack[:stack], r.repeats[:repeats] // of a text that broke off
	root := in.from
	if in.Text.End(max(end, ^end)) != nil {
		if want == payload.KindAbsent {
			want = payload.KindObject // or any other: what is there is not JSON
		}
		r.misfit(i, want, payload.KindString, false)
		return false
	}
	for _, m := range in.Mismatches() {
		if len(r.found) < payload.MaxMismatches {
			r.found = append(r.found, finding{offset: i, inner: m.Path, want: m.Want, got: m.Got})
		}
	}
	return end >= 0 || in.dropped < root
}
