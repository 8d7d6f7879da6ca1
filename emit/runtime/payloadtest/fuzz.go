package payloadtest

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Fuzz decodes and encodes bodies that differ more from the examples than the edits
// of Run: several edits of one example, in any form, and then some other bytes. A body is
// decoded if and only if it is JSON with the right root. It encodes to an equal value, but
// for what is changed in the event.
func Fuzz(f *testing.F, decode Decode, cases []Case) {
	f.Helper()
	if len(cases) == 0 {
		f.Fatal("there are no examples")
	}
	roots := make([]*value, len(cases))
	for i, c := range cases {
		text, err := c.read()
		if err != nil {
			f.Fatal(err)
		}
		if roots[i], err = parse(string(text)); err != nil {
			f.Fatalf("%s: %v", c.File, err)
		}
		f.Add(uint16(i), []byte(nil), byte(0), []byte(nil))
		f.Add(uint16(i), []byte(c.File+c.Topic), byte(i), []byte(nil))
		f.Add(uint16(i), []byte(nil), byte(i), []byte{byte(i), 1, '"'})
	}
	f.Fuzz(func(t *testing.T, which uint16, edits []byte, in byte, others []byte) {
		if len(cases) == 0 {
			t.Skip()
		}
		i := int(which) % len(cases)
		body := distorted(roots[i], edits, in, others)
		text := string(body)
		problem := fuzzed(decode, cases[i].Topic, body)
		if problem == "" {
			problem = changedFuzzed(decode, cases[i].Topic, text)
		}
		if problem != "" {
			t.Errorf("%s: %s\n%s", cases[i].Topic, problem, text)
		}
	})
}

// fuzzed decodes a body and encodes it again. It returns what is wrong with that,
// or "".
func fuzzed(decode Decode, topic string, body []byte) string {
	text, valid := string(body), json.Valid(body)
	event, err := decode(topic, body)
	clear(body) // an event must not keep it
	var limit *payload.LimitError
	var root *payload.MismatchError
	switch {
	case errors.As(err, &limit):
		return ""
	case valid && errors.As(err, &root) && len(root.Mismatches) == 1 && root.Mismatches[0].Path == "":
		return ""
	case err != nil && valid:
		return "decoding: " + err.Error()
	case err == nil && !valid:
		return "decoded, though it is not JSON"
	case err != nil:
		return ""
	}
	v := made(text)
	encoded, behind := new(buffer).append(event)
	if different := encodes(encoded, v); different != "" {
		return "encoding: " + different
	}
	if behind {
		return "encoding: a byte behind the result was written"
	}
	for _, m := range event.Mismatches() {
		if k := kindAt([]byte(text), m.Offset); k != m.Got && k != payload.KindString && m.Got != payload.KindAbsent {
			return "a mismatch whose offset is that of another value: " + m.String()
		}
	}
	return ""
}

// changedFuzzed decodes a body and changes the event. It returns what is wrong with
// what it encodes to then, or "".
func changedFuzzed(decode Decode, topic, text string) string {
	event, err := decode(topic, []byte(text))
	if err != nil {
		return ""
	}
	x := example{lot: rand.New(rand.NewPCG(uint64(len(text)), 0))}
	return x.changed(event, made(text), nil, mostChangesOfEdit)
}

// The most edits and other bytes of one body. More of them would only make a body
// of which nothing is as documented.
const (
	mostDistortions = 8
	mostOtherBytes  = 4
)

// distorted returns the text of root after the edits and with the other bytes.
// Each byte of edits is one choice.
func distorted(root *value, edits []byte, in byte, others []byte) []byte {
	c := choices{bytes: edits}
	for range mostDistortions {
		if len(c.bytes) == 0 {
			break
		}
		root = c.edit(root)
	}
	all := forms()
	body := all[int(in)%len(all)].text(root)
	for range mostOtherBytes {
		if len(others) < 3 {
			break
		}
		at := int(others[0])<<8 | int(others[1])
		body[at%len(body)] = others[2]
		others = others[3:]
	}
	return body
}

// choices are choices between some things, made by the bytes of a fuzzer.
type choices struct{ bytes []byte }

// below returns a number below n, 0 when no bytes are left.
func (c *choices) below(n int) int {
	if len(c.bytes) == 0 {
		return 0
	}
	v := int(c.bytes[0])
	c.bytes = c.bytes[1:]
	return v % n
}

// edit returns v after one edit somewhere in it.
func (c *choices) edit(v *value) *value {
	if v.kind == payload.KindString {
		inner, err := parse(v.text)
		if err == nil && len(inner.list) > 0 && c.below(4) > 0 {
			return quoted(string(c.edit(inner).append(nil)))
		}
	}
	if len(v.list) == 0 {
		return c.other(v)
	}
	i := c.below(len(v.list))
	m := v.list[i]
	drop, with := 1, []member{m}
	switch c.below(10) {
	case 0:
		with = nil
	case 1:
		with[0].value = c.other(m.value)
	case 2:
		twin := m
		twin.value = twice[c.below(len(twice))]
		with = append(with, twin)
	case 3: // the value of a neighbour
		with[0].value = v.list[c.below(len(v.list))].value
	case 4: // the name of a neighbour
		n := v.list[c.below(len(v.list))]
		with[0].name, with[0].key = n.name, n.key
	case 5: // an unknown name
		with = append(with, member{name: unknownName, key: quote(unknownName), value: c.other(m.value)})
	case 6: // another name in all but the case of its letters
		with[0].name = flipped(m.name)
		with[0].key = quote(with[0].name)
	default:
		with[0].value = c.edit(m.value)
	}
	return v.splice([]int{i}, drop, with)
}

// other returns another value than v, most often.
func (c *choices) other(v *value) *value {
	switch c.below(4) {
	case 0:
		return numbers[c.below(len(numbers))]
	case 1:
		return twice[c.below(len(twice))]
	case 2:
		return quoted(texts[c.below(len(texts))])
	}
	return replacements[c.below(len(replacements))]
}
