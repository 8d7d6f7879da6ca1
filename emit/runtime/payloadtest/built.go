package payloadtest

import (
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// built checks the event that a program builds by hand with the values of the example: it
// encodes to what was set, and decodes to the same values.
func (x *example) built() {
	x.tried++
	event, err := x.decode(x.topic, []byte(x.text))
	if err != nil {
		x.problem("decoding the example once more: %v", err)
		return
	}
	build(event)
	encoded := event.AppendJSON(nil)
	if want, ok := model(variable(event)); ok {
		if different := encodes(encoded, want); different != "" {
			x.problem("built by hand: encoding: %s", different)
		}
	}
	again, err := x.decode(x.topic, encoded)
	if err != nil {
		x.problem("built by hand: decoding %s: %v", brief(string(encoded)), err)
		return
	}
	if !payload.Equal(again, event) {
		x.problem("built by hand: payload.Equal finds it different from what it encodes to: %s", list(unequal(again, event)))
	}
	build(again)
	if different := unequal(again, event); different != nil {
		x.problem("built by hand: decoding what it encodes to: %s", list(different))
	}
}

// build makes a decoded event one that is built by hand with the same values: its structs
// have no Extra, but for those that the text of a JSON says.
func build(event Event) {
	event.Forget()
	for v := range variables(reflect.ValueOf(event).Elem()) {
		if v.Kind() != reflect.Struct || generic(v.Type()) != "" {
			continue
		}
		for _, i := range fieldsOf(v.Type()).extra {
			v.FieldByIndex(i).SetZero()
		}
	}
}
