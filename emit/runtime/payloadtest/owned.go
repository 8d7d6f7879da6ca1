package payloadtest

import (
	"bytes"
	"slices"
)

// owned checks that the example's event and its body share nothing: decoding writes
// neither to the body nor behind it, and what the event returns is a copy.
func (x *example) owned() {
	body := slices.Grow([]byte(x.text), 256)[:len(x.text)]
	behind := body[len(body):cap(body)]
	fill(behind)
	event, err := x.decode(x.topic, body)
	if err != nil {
		x.problem("decoding the example from a larger buffer: %v", err)
		return
	}
	if string(body) != x.text || bytes.Count(behind, []byte{unwritten}) != len(behind) {
		x.problem("decoding writes to the body, or behind it")
	}
	e, ok := event.(interface{ Raw() []byte })
	if !ok {
		return
	}
	for range 2 {
		raw := e.Raw()
		if string(raw) != x.text {
			x.problem("Raw does not return the body")
			return
		}
		fill(raw[:cap(raw)])
	}
}

// lent reports whether the list of mismatches that an event returns is its own,
// and not a copy.
func lent(event Event) bool {
	list := event.Mismatches()
	if len(list) == 0 {
		return false
	}
	list[0].Offset = -1
	return event.Mismatches()[0].Offset < 0
}
