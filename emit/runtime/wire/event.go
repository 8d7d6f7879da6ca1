package wire

import (
	"slices"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// delivery returns the layout of what an event has besides its payload.
func delivery(d *payload.EventDelivery) *state.Delivery[payload.Mismatch] {
	return (*state.Delivery[payload.Mismatch])(d)
}

// Deliver sets what an event has of its delivery: a body without mismatches and one with
// them, or neither for an event that is built by hand.
//
//go:noinline
func Deliver(d *payload.EventDelivery, topic, body string, found []payload.Mismatch) {
	delivery(d).SetTopic(topic)
	delivery(d).Receive(body, found)
}

// Received ends the decoding of an event that keeps the topic that it has: see
// [Reader.End].
func Received(r *Reader, i int, want payload.Kind, d *payload.EventDelivery) error {
	if err := r.End(i, want); err != nil {
		return err
	}
	delivery(d).Receive(r.Body(), r.Found())
	return nil
}

// Grown returns b with room for the JSON of an event. The length of its body is a good
// guess.
func Grown(b []byte, d *payload.EventDelivery) []byte {
	const spare = 64 // so that few edits do not make the buffer grow again
	return slices.Grow(b, len(delivery(d).Body())+spare)
}
