package payloadtest

import (
	"errors"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// otherRoots tries each replacement as the whole body. One of another kind
// than the example's root is an error that lists one mismatch, and no other
// root is an error.
func (x *example) otherRoots() {
	certain := !isNumber(x.typ) && generic(x.typ) == "" && kindFor(x.typ) != payload.KindAbsent
	for _, root := range replacements {
		if root.kind != x.root.kind {
			x.wrongRoot(root, certain)
			continue
		}
		event, problem := x.roundTrip(root)
		if problem == "" {
			problem = promisedCount(promised(x.typ, root), event.Mismatches())
		}
		if problem != "" {
			x.problem("%s as the body: %s", root.source, problem)
		}
	}
}

// wrongRoot checks the error for a root of another kind. It need not be one
// where the Go type does not say what the root is.
func (x *example) wrongRoot(root *value, certain bool) {
	x.tried++
	_, err := x.decode(x.topic, []byte(root.source))
	if err == nil && !certain {
		if _, problem := x.roundTrip(root); problem != "" {
			x.problem("%s as the body: %s", root.source, problem)
		}
		return
	}
	var wrong *payload.MismatchError
	if !errors.As(err, &wrong) || len(wrong.Mismatches) != 1 {
		x.problem("%s as the body: got the error %v, want a *payload.MismatchError with one mismatch", root.source, err)
		return
	}
	if m := wrong.Mismatches[0]; m.Path != "" || m.Offset != 0 || m.Got != root.kind || certain && m.Want != x.root.kind {
		x.problem("%s as the body: got the error %v", root.source, err)
	}
}

// The cuts of an example: one at every offset of a short one, and for a longer
// one as many as these, spread over it, as long as they all have no more bytes
// than these. Up to 97 kB that is a cut at every 97th byte or closer.
const (
	mostCuts     = 1000
	mostCutBytes = 32 << 20
)

// truncated cuts the example short. Wherever that is, it is a syntax error at
// the offset of the cut.
func (x *example) truncated() {
	if x.root.kind == payload.KindNumber {
		return // its first digits are a number too
	}
	step := len(x.text)/max(min(mostCuts, mostCutBytes/len(x.text)+1)/x.share, 1) + 1
	for end := 0; end < len(x.text); end += step {
		x.tried++
		_, err := x.decode(x.topic, []byte(x.text[:end]))
		var found *payload.SyntaxError
		if !errors.As(err, &found) {
			x.problem("cut at offset %d: got the error %v, want a *payload.SyntaxError", end, err)
		} else if found.Offset != end {
			x.problem("cut at offset %d: got the error %v", end, err)
		}
	}
}
