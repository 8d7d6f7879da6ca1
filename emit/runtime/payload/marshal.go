package payload

import (
	"encoding/json"
	"reflect"
)

// marshal returns the JSON of a value that is there: a nil list or Map in an Opt,
// an Or or a JSON is an empty one, because null is something else there.
func marshal(value any) ([]byte, error) {
	text, err := json.Marshal(value)
	if err == nil && string(text) == "null" {
		if empty := emptyJSON(reflect.TypeOf(value)); empty != "" {
			return []byte(empty), nil
		}
	}
	return text, err
}

// emptyJSON returns the JSON of a list or Map without elements, "" for other types.
func emptyJSON(t reflect.Type) string {
	switch {
	case t == nil || t.Kind() != reflect.Slice:
		return ""
	case t.Implements(reflect.TypeFor[interface{ isMap() }]()):
		return "{}"
	}
	return "[]"
}
