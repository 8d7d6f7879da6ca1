package payloadtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

// The bounds of one example: how many problems are listed, and how many bytes
// all its altered bodies may have. Beyond those bytes the edits are drawn by
// lot, always the same ones.
const (
	mostProblems = 10
	mostBytes    = 256 << 20
)

// example is one example while it is checked.
type example struct {
	decode   Decode
	topic    string
	text     string
	root     *value
	event    Event        // what the text decodes to
	typ      reflect.Type // of the variable for the root
	problems []string
	tried    int
	body     []byte // of the mutation at hand, used again by the next one
	encoded  []byte // likewise
}

// check checks one example and returns what is wrong, and how many mutations
// it tried.
func check(decode Decode, c Case, text []byte) (problems []string, mutations int) {
	root, err := parse(string(text))
	if err != nil {
		return []string{"the example is no JSON: " + err.Error()}, 0
	}
	x := &example{decode: decode, topic: c.Topic, text: root.source, root: root}
	x.whole(text)
	x.literal(c.Want)
	if len(x.problems) == 0 {
		x.truncated()
		x.otherRoots()
		x.longString()
		x.edited()
	}
	return x.problems, x.tried
}

// problem adds to the list of what is wrong.
func (x *example) problem(format string, args ...any) {
	if len(x.problems) < mostProblems {
		x.problems = append(x.problems, fmt.Sprintf(format, args...))
	} else if len(x.problems) == mostProblems {
		x.problems = append(x.problems, "and more")
	}
}

// whole checks that the example decodes without a mismatch and encodes to an
// equal value.
func (x *example) whole(text []byte) {
	event, err := x.decode(x.topic, text)
	if err != nil {
		x.problem("decoding the example: %v", err)
		return
	}
	x.event, x.typ = event, variable(event).Type()
	for _, m := range event.Mismatches() {
		x.problem("decoding the example: %v", m)
	}
	clear(text) // an event must not keep the body
	encoded := event.AppendJSON([]byte("before "))
	rest, ok := strings.CutPrefix(string(encoded), "before ")
	if !ok {
		x.problem("AppendJSON does not append to its buffer")
		return
	}
	tree, err := parse(rest)
	if err != nil {
		x.problem("AppendJSON: %v", err)
		return
	}
	if different := differences(tree, x.root); different != nil {
		x.problem("AppendJSON: %s", list(different))
		return
	}
	link(x.root, tree)
	marshaled, err := json.Marshal(event)
	if err != nil {
		x.problem("json.Marshal: %v", err)
	} else if different := encodes(marshaled, x.root); different != "" {
		x.problem("json.Marshal: %s", different)
	}
	event.Forget()
}

// literal checks that the event equals want, and that encoding/json decodes to
// an equal one.
func (x *example) literal(want Event) {
	if x.event == nil {
		return
	}
	if want != nil && !reflect.DeepEqual(x.event, want) {
		x.problem("decoding does not give the literal: %s", list(unequal(x.event, want)))
	}
	t := reflect.TypeOf(x.event)
	if t.Kind() != reflect.Pointer || !t.Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return
	}
	fresh := reflect.New(t.Elem()).Interface().(Event)
	if err := json.Unmarshal([]byte(x.text), fresh); err != nil {
		x.problem("json.Unmarshal: %v", err)
		return
	}
	fresh.Forget()
	if !reflect.DeepEqual(fresh, x.event) {
		x.problem("json.Unmarshal does not give what decoding gives: %s", list(unequal(fresh, x.event)))
	}
}

// edited tries every edit.
func (x *example) edited() {
	all := allEdits(x.root, x.typ)
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
	event, problem := x.altered(x.root.splice(e.path, e.drop, e.with))
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
	}
	event.Forget()
	return e.rest(variable(event), variable(x.event), e.tokens)
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
	x.encoded = event.AppendJSON(x.encoded[:0])
	if different := encodes(x.encoded, root); different != "" {
		return nil, "encoding: " + different
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

// list joins findings to one line.
func list(findings []string) string { return strings.Join(findings, "; ") }

// asMismatch returns err as what a decoder returns for a root of another kind.
func asMismatch(err error) *payload.MismatchError {
	var found *payload.MismatchError
	errors.As(err, &found)
	return found
}
