package payloadtest

import (
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// cloned checks that a clone of the event is equal to it, and shares no memory with it.
func (x *example) cloned() {
	x.tried++
	event, err := x.decode(x.topic, []byte(x.text))
	if err != nil {
		x.problem("decoding the example once more: %v", err)
		return
	}
	if _, ok := event.(payload.Event); !ok {
		return // not a generated one
	}
	clone := payload.Clone(event)
	if different := unequal(clone, event); different != nil {
		x.problem("a clone: %s", list(different))
	}
	var all []reflect.Value
	for v := range variables(reflect.ValueOf(clone).Elem()) {
		all = append(all, v)
	}
	for _, v := range all {
		if v.CanSet() {
			v.SetZero()
		}
	}
	if different := encodes(event.AppendJSON(nil), x.root); different != "" {
		x.problem("encoding, with every variable of a clone cleared: %s", different)
	}
}
