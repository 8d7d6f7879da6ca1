package payloadtest

import (
	"encoding/json"
	"reflect"
	"strings"
)

// whole checks that the example decodes without a mismatch and encodes to an
// equal value.
func (x *example) whole(text []byte) {
	event, err := x.decode(x.topic, text)
	if err != nil {
		x.problem("decoding the example: %v", err)
		return
	}
	x.event, x.typ = event, variable(event).Type()
	defer event.Forget()
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
}

// literal checks that the event equals want, and that encoding/json decodes to
// an equal one.
func (x *example) literal(want Event) {
	if x.event == nil {
		return
	}
	if want != nil {
		if different := unequal(x.event, want); different != nil {
			x.problem("decoding does not give the literal: %s", list(different))
		}
	}
	t := reflect.TypeOf(x.event)
	if t.Kind() != reflect.Pointer || !t.Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return
	}
	fresh := reflect.New(t.Elem()).Interface().(Event)
	text := []byte(x.text)
	if err := json.Unmarshal(text, fresh); err != nil {
		x.problem("json.Unmarshal: %v", err)
		return
	}
	fill(text) // an event must not keep the text
	fresh.Forget()
	if !reflect.DeepEqual(fresh, x.event) {
		x.problem("json.Unmarshal does not give what decoding gives: %s", list(unequal(fresh, x.event)))
	}
}
