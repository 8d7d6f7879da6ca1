package payload

import (
	"reflect"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Equal reports whether two events, or two values of a type of generated packages, say the
// same. It compares their fields, and what is in Extra besides, by the meaning of their
// JSON: the numbers 1 and 1.0 are equal, and so are objects whose members are in another
// order; the string "1" is not the number 1, and absent, null and empty are three. Values
// of different types are not equal.
//
// It does not compare the topic, the body and the mismatches of events, nor the marks of
// absent members in Extra, which a value built by hand does not have. Types with a method
// Equal are compared by that. cmp.Equal of the package go-cmp gives the same.
func Equal(a, b any) bool { return same(reflect.ValueOf(a), reflect.ValueOf(b)) }

// same is Equal for reflected values.
func same(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() || a.Type() != b.Type() {
		return a.IsValid() == b.IsValid() && !a.IsValid()
	}
	if equal := a.MethodByName("Equal"); equal.IsValid() {
		if t := equal.Type(); t.NumIn() == 1 && t.In(0) == a.Type() && t.NumOut() == 1 && t.Out(0).Kind() == reflect.Bool && !isNil(a) && !isNil(b) {
			return equal.Call([]reflect.Value{b})[0].Bool()
		}
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		return a.IsNil() && b.IsNil() || !a.IsNil() && !b.IsNil() && same(a.Elem(), b.Elem())
	case reflect.Struct:
		return sameFields(a, b)
	case reflect.Slice:
		if a.Len() != b.Len() || a.IsNil() != b.IsNil() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// isNil reports whether v is a pointer or an interface that is nil, on which a method may
// panic.
func isNil(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
}

// sameFields is same for structs.
func sameFields(a, b reflect.Value) bool {
	for i := range a.NumField() {
		switch f := a.Type().Field(i); {
		case !f.IsExported():
			return reflect.DeepEqual(a.Interface(), b.Interface())
		case !same(a.Field(i), b.Field(i)):
			return false
		}
	}
	return true
}

// sameEntries is same for two Maps.
func sameEntries(a, b reflect.Value) bool {
	x, y := entries(a), entries(b)
	if len(x) != len(y) || a.IsNil() != b.IsNil() {
		return false
	}
	for key, value := range x {
		if other, ok := y[key]; !ok || !same(value, other) {
			return false
		}
	}
	return true
}

// entries returns the values of a Map by their keys.
func entries(m reflect.Value) map[string]reflect.Value {
	values := make(map[string]reflect.Value, m.Len())
	for i := range m.Len() {
		e := m.Index(i)
		values[e.Field(0).String()] = e.Field(1)
	}
	return values
}

// sameJSON reports whether two JSON texts mean the same.
func sameJSON(a, b string) bool {
	if a == b || a == "" || b == "" {
		return a == b
	}
	s, t := jsontext.RawValue(a).Scanner(), jsontext.RawValue(b).Scanner()
	return s.Kind() == t.Kind() && reflect.DeepEqual(meaning(&s), meaning(&t))
}

// sameText is sameJSON for texts that may not be JSON.
func sameText(a, b string) bool {
	if a == b {
		return true
	}
	v, err := ParseValue(a)
	if err != nil {
		return false
	}
	w, err := ParseValue(b)
	return err == nil && v.Equal(w)
}

// meaning returns what the value at the cursor means, such that values that mean the same
// are deeply equal.
func meaning(s *jsontext.Scanner) any {
	switch s.Kind() {
	case jsontext.KindObject:
		members := make(map[string]any)
		var o jsontext.Object
		for s.Object(&o); s.Next(&o); {
			members[o.Name] = meaning(s) // the last of a name counts
		}
		return members
	case jsontext.KindArray:
		items := []any{}
		var a jsontext.Array
		for s.Array(&a); s.Item(&a); {
			items = append(items, meaning(s))
		}
		return items
	case jsontext.KindString:
		from := *s
		if text, exact := s.String(); exact {
			return text
		}
		return literal(from.Raw())
	case jsontext.KindNumber:
		return numberMeaning(s.Raw())
	}
	return literal(s.Raw())
}

// literal is a JSON text that means only itself.
type literal string

// decimal is the meaning of a number.
type decimal struct {
	digits   string
	exponent int
	negative bool
}

// numberMeaning returns a decimal, or a literal where the exponent is beyond those that
// Scientific tells apart.
func numberMeaning(text string) any {
	const most = 900_000_000
	d := decimal{}
	d.digits, d.exponent, d.negative = jsontext.Scientific(text)
	switch {
	case d.digits == "":
		return decimal{}
	case d.exponent > most || d.exponent < -most:
		return literal(text)
	}
	return d
}
