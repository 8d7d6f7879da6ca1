package payloadtest

import (
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// edited tries every edit: in the example itself, or in its parts where it is long. Where
// some are chosen at random, the seed depends on the example, so that examples with the
// same members do not have the same edits.
func (x *example) edited() {
	seed := fnv.New64a()
	seed.Write([]byte(x.text))
	lot := rand.New(rand.NewPCG(seed.Sum64(), 2))
	if len(x.text) <= wholeUpTo && x.firsts == nil {
		x.tryAll(excerpt{example: x}, allEdits(x.root, x.typ, x.short), x.bytes, lot)
		return
	}
	x.pick = lot
	left, turn, parts := x.bytes, 0, x.root.containers()
	for p := range x.excerpts() {
		left -= x.tryAll(p, p.edits(turn), left/max(parts, 1), lot) // a long string has no parts
		if len(x.problems) > mostProblems {
			return
		}
		turn += len(p.at.list)
		parts--
	}
}

// tryAll tries edits of a part, as many as there may be bodies of so many bytes, and
// returns how many bytes they had.
func (x *example) tryAll(p excerpt, edits iter.Seq[edit], bytes int, lot *rand.Rand) int {
	all := slices.Collect(edits)
	count := len(all)
	before, most := p.example.tried, bytes/len(p.example.text)+1
	for _, e := range all {
		if count > most && lot.IntN(count) >= most {
			x.left++
			continue
		}
		if problem := p.example.try(&e); problem != "" {
			place := slices.Concat(p.place, e.tokens[len(p.tokens):])
			x.problem("%s, %s: %s", show(pointer(place)), brief(e.what), problem)
		}
		if len(x.problems) > mostProblems {
			break
		}
	}
	tried := p.example.tried - before
	if p.example != x {
		x.tried += tried
	}
	return tried * len(p.example.text)
}

// try checks one edit and returns what is wrong, or "".
func (x *example) try(e *edit) string {
	root := x.root.splice(e.path, e.drop, e.with)
	event, problem := x.roundTrip(root)
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

// roundTrip decodes another root of the same kind and encodes it again. It
// returns what is wrong with that, or "".
func (x *example) roundTrip(root *value) (Event, string) {
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
	encoded, behind := x.buffer.append(event)
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
