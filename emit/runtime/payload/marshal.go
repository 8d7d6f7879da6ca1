package payload

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// marshal returns the JSON of the value of an Opt or an Or, null if the pointer p to it is
// nil. A nil list or Map is written as an empty one, because null would be decoded as no
// value.
func marshal(p any) ([]byte, error) {
	v := reflect.ValueOf(p)
	if v.IsNil() {
		return []byte("null"), nil
	}
	text, err := json.Marshal(p)
	if err == nil && string(text) == "null" {
		if empty := emptyJSON(v.Type().Elem()); empty != "" {
			return []byte(empty), nil
		}
	}
	return text, err
}

// emptyJSON returns the JSON of a list or Map without elements, "" for other types.
func emptyJSON(t reflect.Type) string {
	switch {
	case t.Kind() != reflect.Slice:
		return ""
	case isGeneric(t, "Map"):
		return "{}"
	}
	return "[]"
}

// isGeneric reports whether t is an instance of the generic type of this package that has
// the name.
func isGeneric(t reflect.Type, name string) bool {
	return strings.HasPrefix(t.Name(), name+"[") && t.PkgPath() == reflect.TypeFor[Value]().PkgPath()
}

// marshalOptText returns what [marshal] returns, and no text for what is absent.
func marshalOptText(p any, absent bool) ([]byte, error) {
	if absent {
		return nil, nil
	}
	return marshal(p)
}

// shown returns the value that p points to, for people to read: the text of a scalar, the
// JSON of another value, and "" if p is nil.
func shown(p any) string {
	v := reflect.ValueOf(p)
	if v.IsNil() {
		return ""
	}
	if s, ok := p.(fmt.Stringer); ok {
		return s.String()
	}
	if v.Elem().Kind() == reflect.String {
		return v.Elem().String()
	}
	text, err := marshal(p)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
