package payload

import (
	"encoding/json"
	"reflect"
)

// marshal returns the JSON of the value of an Opt or an Or. A nil list or Map is written as
// an empty one, because null would be read as no value.
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

// shown returns the JSON of a value, for people to read.
func shown(absent bool, value json.Marshaler) string {
	if absent {
		return "absent"
	}
	text, err := value.MarshalJSON()
	if err != nil {
		return err.Error()
	}
	return string(text)
}
