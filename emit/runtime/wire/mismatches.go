package wire

import (
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxPaths is the length, in bytes, of all paths of a list of mismatches, beyond which
// the list ends, and the first path is allowed whatever its length. A thousand elements
// under one key of a megabyte would make a gigabyte of paths.
const maxPaths = 256 << 10

// Mismatches returns what did not fit its type so far, in the order of the text: the
// first payload.MaxMismatches of it, and fewer where the paths are very long.
func (r *Reader) Mismatches() []payload.Mismatch {
	if len(r.found) == 0 {
		return nil
	}
	// A missing member is found at the end of its object.
	slices.SortStableFunc(r.found, func(a, b finding) int { return a.offset - b.offset })
	offsets := make([]int, len(r.found))
	for i, f := range r.found {
		offsets[i] = f.offset
	}
	paths := jsontext.PathsAt(r.Body(), offsets, maxPaths)
	list := make([]payload.Mismatch, 0, len(paths))
	most := maxPaths
	for i, path := range paths {
		f := &r.found[i]
		if most -= len(path) + len(f.inner); most < 0 && i > 0 {
			break
		}
		list = append(list, payload.Mismatch{Path: path + f.inner, Offset: f.offset, Want: f.want, Got: f.got})
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
