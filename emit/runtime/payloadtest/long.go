package payloadtest

import (
	"os"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// everyLong is the environment variable that asks for all edits of each example, and for
// the long string in the place of every value, not of one. With a platform of thousands of
// values that takes minutes.
const everyLong = "PAYLOADTEST_LONG"

// longBytes is how many bytes the long string has: more than anybody's notes,
// and less than payload.DefaultMaxBytes.
const longBytes = 10 << 20

// longStrings puts a string of ten megabytes into the first place that holds a string,
// or else into the first place, or into every place.
func (x *example) longStrings() {
	at := x.firstString()
	if at == nil {
		return
	}
	v := quoted(strings.Repeat("0123456789abcde ", longBytes/16))
	if os.Getenv(everyLong) == "" {
		x.tryLong(at, v)
		return
	}
	for e := range allEdits(x.root, x.typ, true) {
		if e.drop > 0 {
			x.tryLong(&e, v)
		}
	}
}

// firstString returns an edit of the place that the long string is put into, nil
// for an example without any.
func (x *example) firstString() *edit {
	var first *edit
	for e := range allEdits(x.root, x.typ, true) {
		if e.drop == 0 {
			continue
		}
		if e.held().value.kind == payload.KindString {
			return &e
		}
		if first == nil {
			first = &e
		}
	}
	return first
}

// tryLong checks the edit that puts v into the place of e.
func (x *example) tryLong(e *edit, v *value) {
	m := e.held()
	m.value = v
	e.what, e.other, e.with = "a string of ten megabytes", "", []member{m}
	if problem := x.try(e); problem != "" {
		x.problem("%s, %s: %s", show(pointer(e.tokens)), e.what, problem)
	}
}

// held returns the member or element at the path, unchanged.
func (e *edit) held() member { return e.holder.list[e.path[len(e.path)-1]] }
