package payloadtest

import (
	"fmt"
	"reflect"
)

// unequal lists where two events differ, by the way there in Go, and stops at
// the third place.
func unequal(got, want Event) []string {
	return unequalValues(reflect.ValueOf(got), reflect.ValueOf(want))
}

func unequalValues(got, want reflect.Value) []string {
	g, w := reflect.Indirect(got), reflect.Indirect(want)
	if g.Type() != w.Type() {
		return []string{fmt.Sprintf("got a %s, want a %s", g.Type(), w.Type())}
	}
	var u comparison
	u.compare(w.Type().Name(), g, w)
	return u.found
}

// comparison is one of two Go values. They are made of structs, slices, scalars
// and pointers to structs: generated types have nothing else, nor have those of
// package payload.
type comparison struct{ found []string }

func (c *comparison) compare(path string, got, want reflect.Value) {
	switch want.Kind() {
	case reflect.Struct:
		for i := range want.NumField() {
			c.compare(path+"."+want.Type().Field(i).Name, got.Field(i), want.Field(i))
		}
	case reflect.Slice:
		built := want.Type() == membersType // whose nil says that a literal was not decoded
		if got.Len() != want.Len() || got.IsNil() != want.IsNil() && !built {
			c.add(path, length(got), length(want))
			return
		}
		for i := range want.Len() {
			c.compare(fmt.Sprintf("%s[%d]", path, i), got.Index(i), want.Index(i))
		}
	case reflect.Pointer:
		switch {
		case got.IsNil() && want.IsNil():
		case got.IsNil():
			c.add(path, "nil", "a value")
		case want.IsNil():
			c.add(path, "a value", "nil")
		default:
			c.compare(path, got.Elem(), want.Elem())
		}
	case reflect.String:
		if got.String() != want.String() {
			c.add(path, fmt.Sprintf("%q", got), fmt.Sprintf("%q", want))
		}
	default:
		if !got.Equal(want) {
			c.add(path, fmt.Sprint(got), fmt.Sprint(want))
		}
	}
}

func (c *comparison) add(path, got, want string) {
	if len(c.found) < mostDifferences {
		c.found = append(c.found, fmt.Sprintf("%s: got %s, want %s", path, brief(got), brief(want)))
	}
}

// length says how long a list is.
func length(list reflect.Value) string {
	if list.IsNil() {
		return "nil"
	}
	return fmt.Sprintf("%d elements", list.Len())
}
