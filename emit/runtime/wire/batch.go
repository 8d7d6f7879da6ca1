package wire

import "github.com/specimen-go/specimen/infer/jsontext"

// Batch calls yield with the body of each event in the body of a batch, until yield returns
// false. The events are where pattern finds them: see [jsontext.Parts]. A body that has no
// such array is one event, so that nothing of it is lost and its error is the usual one; so
// is one that is longer than the limit.
func Batch(body []byte, limits Limits, yield func(event []byte) bool, pattern ...string) {
	if !limits.over(len(body)) && jsontext.Parts(string(body), pattern, func(part string) bool { return yield([]byte(part)) }) {
		return
	}
	yield(body)
}
