package payloadtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/specimen-go/specimen/emit/payload"
)

// mostBytes is how many bytes all altered bodies of one example may have. Beyond
// that the edits are drawn by lot, always the same ones.
const mostBytes = 128 << 20

// edited tries every edit.
func (x *example) edited() {
	all := allEdits(x.root, x.typ, x.short)
	count := 0
	for range all {
		count++
	}
	lot := rand.New(rand.NewPCG(1, 2))
	most := mostBytes/len(x.text) + 1
	for e := range all {
		if count > most && lot.IntN(count) >= most {
			continue
		}
		if problem := x.try(&e); problem != "" {
			x.problem("%s, %s: %s", show(pointer(e.tokens)), brief(e.what), problem)
		}
		if len(x.problems) > mostProblems {
			return
		}
	}
}

// try checks one edit and returns what is wrong, or "".
func (x *example) try(e *edit) string {
	root := x.root.splice(e.path, e.drop, e.with)
	event, problem := x.altered(root)
	if problem != "" {
		return problem
	}
	if problem := promisedCount(e.promised(), event.Mismatches()); problem != "" {
		return problem
	}
	for _, m := range event.Mismatches() {
		if !e.touches(m.Path) {
			return fmt.Sprintf("a mismatch at another place: %v", m)
		}
		if want := e.wanted(); want != payload.KindAbsent && m.Path == pointer(e.tokens) && m.Want != want {
			return fmt.Sprintf("a mismatch that should want %s: %v", want, m)
		}
	}
	if lent(event) {
		return "the list of mismatches is not a copy"
	}
	event.Forget()
	if problem := e.rest(variable(event), variable(x.event), e.tokens); problem != "" {
		return problem
	}
	return x.changedEdit(e, event, root)
}

// altered decodes another root of the same kind and encodes it again. It
// returns what is wrong with that, or "".
func (x *example) altered(root *value) (Event, string) {
	x.tried++
	x.body = root.append(x.body[:0])
	event, err := x.decode(x.topic, x.body)
	if err != nil {
		return nil, "decoding: " + err.Error()
	}
	for _, m := range event.Mismatches() {
		// The value in a string that holds JSON has the offset of the string.
		if k := kindAt(x.body, m.Offset); k != m.Got && k != payload.KindString && m.Got != payload.KindAbsent {
			return nil, fmt.Sprintf("no %s stands at the offset of a mismatch: %v", m.Got, m)
		}
	}
	clear(x.body) // an event must not keep the body
	encoded, behind := x.page.append(event)
	if different := encodes(encoded, root); different != "" {
		return nil, "encoding: " + different
	}
	if behind {
		return nil, "encoding: a byte behind the result was written"
	}
	return event, ""
}

// kindAt returns the kind of the value that begins at an offset.
func kindAt(body []byte, offset int) payload.Kind {
	if offset < 0 || offset >= len(body) {
		return payload.KindAbsent
	}
	return kindOf(body[offset])
}
