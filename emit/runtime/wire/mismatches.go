package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Mismatches returns what did not fit its type so far, in the order of the text: the
// first payload.MaxMismatches of it, and fewer where the paths are very long.
func (r *Reader) Mismatches() []payload.Mismatch {
	var d payload.EventDelivery
	delivery(&d).Receive(r.Body(), r.Found())
	return d.Mismatches()
}

// Found returns what did not fit its type so far, as an event keeps it: without the paths,
// for which the whole text has to be read once more.
func (r *Reader) Found() []payload.Mismatch {
	if len(r.found) == 0 {
		return nil
	}
	list := make([]payload.Mismatch, len(r.found))
	for i, f := range r.found {
		list[i] = payload.Mismatch{Path: f.inner, Offset: f.offset, Want: f.want, Got: f.got}
	}
	return list
}

// End ends the reading of a body. i is what the decoder of its root returned, and want
// the kind that the type of the root wants, KindAbsent for any. End returns the first
// error of the whole reading: a *payload.SyntaxError, a *payload.LimitError, or a
// *payload.MismatchError for a root of another kind.
func (r *Reader) End(i int, want payload.Kind) error {
	switch err := r.Text.End(max(i, ^i)).(type) {
	case nil:
	case *jsontext.SyntaxError:
		return (*payload.SyntaxError)(err)
	case *jsontext.LimitError:
		return (*payload.LimitError)(err)
	}
	if begin := r.Begin(); want != payload.KindAbsent && want != r.Kind(begin) {
		return &payload.MismatchError{Mismatches: []payload.Mismatch{{Offset: begin, Want: want, Got: r.Kind(begin)}}}
	}
	return nil
}
