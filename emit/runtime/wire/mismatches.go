package wire

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Mismatches returns what did not fit its type so far, in the order of the text: the
// first payload.MaxMismatches of it, and fewer where the paths are very long.
func (r *Reader) Mismatches() []payload.Mismatch {
	var d payload.EventDelivery
	delivery(&d).Receive(r.Body(), r.Found())
	return d.Mismatches()
}

// Found returns what did not fit its type so far, in the order in which it was found, as an
// event keeps it: a path is that inside the JSON text in the string at the offset, or that of
// an absent member in its object. The paths to there are worked out for those who ask for
// them, in one pass over the text: hardly any body has mismatches, and a reader that kept
// track of its path would pay for it at every member.
func (r *Reader) Found() []payload.Mismatch { return state.Found(r.found, r.repeated) }

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
