package payloadtest

import (
	"fmt"
	"reflect"
)

// unequal lists where two Go values of one type differ, by the way to them in
// Go, and stops at the third.
func unequal(got, want any) []string {
	var u uneven
	u.compare(fmt.Sprintf("%T", want), reflect.ValueOf(got), reflect.ValueOf(want))
	return u.found
}

type uneven struct{ found []string }

func (u *uneven) add(path string, got, want any) {
	if len(u.found) < mostDifferences {
		u.found = append(u.found, fmt.Sprintf("%s: got %s, want %s", path, brief(fmt.Sprint(got)), brief(fmt.Sprint(want))))
	}
}

func (u *uneven) compare(path string, got, want reflect.Value) {
	if got.IsValid() != want.IsValid() || want.IsValid() && got.Type() != want.Type() {
		u.add(path, typeName(got), typeName(want))
		return
	}
	switch want.Kind() {
	case reflect.Pointer, reflect.Interface:
		if got.IsNil() || want.IsNil() {
			if got.IsNil() != want.IsNil() {
				u.add(path, nilness(got), nilness(want))
			}
			return
		}
		u.compare(path, got.Elem(), want.Elem())
	case reflect.Struct:
		for i := range want.NumField() {
			u.compare(path+"."+want.Type().Field(i).Name, got.Field(i), want.Field(i))
		}
	case reflect.Slice:
		if got.IsNil() != want.IsNil() || got.Len() != want.Len() {
			u.add(path, nilness(got), nilness(want))
			return
		}
		for i := range want.Len() {
			u.compare(fmt.Sprintf("%s[%d]", path, i), got.Index(i), want.Index(i))
		}
	case reflect.Map:
		if got.IsNil() != want.IsNil() {
			u.add(path, nilness(got), nilness(want))
			return
		}
		for _, key := range want.MapKeys() {
			g := got.MapIndex(key)
			if !g.IsValid() {
				u.add(fmt.Sprintf("%s[%q]", path, key), "nothing", "an entry")
				continue
			}
			u.compare(fmt.Sprintf("%s[%q]", path, key), g, want.MapIndex(key))
		}
		if got.Len() > want.Len() {
			u.add(path, nilness(got), nilness(want))
		}
	default:
		if !got.Equal(want) {
			u.add(path, shown(got), shown(want))
		}
	}
}

func typeName(v reflect.Value) string {
	if !v.IsValid() {
		return "nil"
	}
	return v.Type().String()
}

func nilness(v reflect.Value) string {
	if v.IsNil() {
		return "nil"
	}
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return fmt.Sprintf("%d of them", v.Len())
	}
	return "a value"
}

func shown(v reflect.Value) string {
	if v.Kind() == reflect.String {
		return fmt.Sprintf("%q", v.String())
	}
	return fmt.Sprintf("%v", v)
}
