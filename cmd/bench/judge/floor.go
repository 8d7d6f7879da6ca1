package main

import (
	"encoding/json"

	"github.com/specimen-go/specimen/cmd/bench/internal/codec"
	"github.com/specimen-go/specimen/cmd/bench/internal/measure"
)

// The names of what encoding/json does on its own, before a method of a generated type is
// called and after that returned: it finds the end of a value first, and reads all of what a
// method has written once more. Nothing that the method does can make it less.
const (
	unmarshalFloor = codec.Unmarshal + ", nothing decoded"
	marshalFloor   = codec.Marshal + ", text at hand"
)

// unread decodes nothing.
type unread struct{}

func (*unread) UnmarshalJSON([]byte) error { return nil }

func unmarshalFloorTask(bodies [][]byte) measure.Task {
	return measure.Task{Name: unmarshalFloor, Ops: len(bodies), Run: func() {
		for _, body := range bodies {
			v := new(unread)
			if err := json.Unmarshal(body, v); err != nil {
				panic(err) // all agreed before
			}
			measure.Sink = v
		}
	}}
}

// marshalFloorTask marshals what AppendJSON writes, which is not shorter nor longer than the
// bodies.
func marshalFloorTask(bodies [][]byte) measure.Task {
	return measure.Task{Name: marshalFloor, Ops: len(bodies), Run: func() {
		for i := range bodies {
			text, err := json.Marshal((*json.RawMessage)(&bodies[i]))
			if err != nil {
				panic(err) // all agreed before
			}
			measure.Text = text
		}
	}}
}
