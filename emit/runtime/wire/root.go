package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// KeepRoot adds to x the raw value of the root, which begins at from, where its variable
// alone does not tell what arrived: where its decoder returned the complement of an
// offset. It returns that.
func (r *Reader) KeepRoot(from, end int, x *payload.Members) int {
	if end < 0 && r.Err == nil {
		*x = append(*x, state.Known(0, "", jsontext.RawValue(r.S[from:^end]), r.dropped >= from))
	}
	return end
}

// Root returns the raw value that KeepRoot kept in x, and decodes it again into was. ok is
// false where there is none.
func Root[T any](x payload.Members, was *T, decode func(*T, *Reader, int, string) int) (raw payload.Value, ok bool) {
	for i := range x {
		m := &x[i]
		if state.Name(m) != "" || state.Index(m) < 0 {
			continue
		}
		var r Reader
		if r.restart(state.Value(m).Raw()); state.Unread(m) {
			r.base = -unlimited // so that the same is left unset
		}
		decode(was, &r, r.Begin(), "")
		return payload.Value(state.Value(m)), true
	}
	return raw, false
}

// restart makes the zero Reader one of a text that was decoded before.
func (r *Reader) restart(text string) {
	const deepest = 1 << 20 // which the stack holds
	r.start(jsontext.NewText(text))
	r.Max = deepest
}

// Find looks ahead for the string or number that is reached through the members of
// objects, and elements of arrays, that the tokens of a JSON Pointer name, and returns
// its text. The last of several members of a name counts. Where there is none, that is a
// mismatch, and the text is "". What follows is for the decoder to read: it may be invalid.
func (r *Reader) Find(tokens ...string) string {
	s := r.From(0)
	if s.Find(tokens...) {
		if text, ok := payload.Value(jsontext.RawValue(s.Raw())).Number(); ok {
			return text.String()
		}
	}
	if s.Err == nil { // if not, decoding reports it
		path := ""
		for _, token := range tokens {
			path += "/" + jsonpointer.Escape(token)
		}
		r.find(payload.Mismatch{Path: path, Offset: r.Begin(), Want: payload.KindString, Got: payload.KindAbsent})
	}
	return ""
}
