package payloadtest

import (
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// values returns what a variable may be set to: for each type the values that it
// tells apart, the zero value among them.
func values(v reflect.Value) []reflect.Value {
	t := v.Type()
	list := []reflect.Value{reflect.Zero(t)}
	switch {
	case isNumber(t) && t != numberType:
		return append(list, times(v)...)
	case t.Kind() == reflect.Slice && generic(t) == "":
		return append(list, lists(v)...)
	}
	switch generic(t) {
	case "Opt":
		return append(append(list, unmarshalled(t, "null").Elem()), filledWith(t)...)
	case "Or":
		other := `[[""]]`
		switch {
		case generic(bare(t)) == "ObjectOrList":
			other = `"other"`
		case kindFor(t) == payload.KindArray:
			other = `{"":[]}`
		}
		return append(append(list, unmarshalled(t, other).Elem()), filledWith(t)...)
	case "ObjectOrList":
		return append(list, unmarshalled(t, "{}").Elem(), unmarshalled(t, "[]").Elem())
	case "JSON":
		return append(append(list, unmarshalled(t, "null").Elem(), unmarshalled(t, `""`).Elem()), textsOf(t)...)
	case "Map":
		return append(list, maps(v)...)
	}
	for _, x := range scalars(t) {
		list = append(list, reflect.ValueOf(x).Convert(t))
	}
	return list
}

// scalars returns what a variable of a type without parts may be set to besides its zero
// value.
func scalars(t reflect.Type) []any {
	switch t {
	case numberType:
		return []any{payload.Num("12.50"), payload.QuotedNum("12,50 \"é\""), payload.Num(0)}
	case valueType:
		return []any{Value(`{"a":[1.50]}`), Value(`null`)}
	case flagType:
		var flags []any
		for f := payload.Flag1; f <= payload.FlagTextTrue; f++ {
			flags = append(flags, f)
		}
		return flags
	}
	switch t.Kind() {
	case reflect.Bool:
		return []any{true}
	case reflect.Int64:
		return []any{-7}
	case reflect.Float64:
		return []any{-1.5e-9}
	case reflect.String:
		return []any{"changed \"é\n"}
	}
	return nil
}

// times returns the times in numbers that hold the values of a Number.
func times(v reflect.Value) []reflect.Value {
	var list []reflect.Value
	for _, n := range values(v.Field(0))[1:] {
		filled := reflect.New(v.Type()).Elem()
		filled.Field(0).Set(n)
		list = append(list, filled)
	}
	return list
}

// maps returns other Maps than v: an empty one, one with an entry more, and one in which the
// first entry is zero.
func maps(v reflect.Value) []reflect.Value {
	t := v.Type()
	zero := func(key reflect.Value) reflect.Value {
		m := reflect.New(t)
		m.Elem().Set(v)
		m.MethodByName("Set").Call([]reflect.Value{key, reflect.Zero(inner(t))})
		return m.Elem()
	}
	list := []reflect.Value{reflect.MakeSlice(t, 0, 0), zero(reflect.ValueOf(unknownName))}
	if v.Len() > 0 {
		list = append(list, zero(v.Index(0).Field(0)))
	}
	return list
}

// filledWith returns Opts or Ors that hold the values of their type.
func filledWith(t reflect.Type) []reflect.Value {
	var list []reflect.Value
	for _, value := range values(reflect.Zero(inner(t))) {
		p := unmarshalled(t, plainest(inner(t)))
		to := p.MethodByName("Ptr").Call(nil)[0].Elem()
		if to.Kind() == reflect.Pointer {
			to.Set(reflect.New(value.Type()))
			to = to.Elem()
		}
		to.Set(value)
		list = append(list, p.Elem())
	}
	return list
}

// textsOf returns JSONs that hold the values of their type.
func textsOf(t reflect.Type) []reflect.Value {
	var list []reflect.Value
	for _, value := range values(reflect.Zero(inner(t))) {
		encoded, ok := model(value)
		if !ok || encoded == nil || encoded.kind == payload.KindNull {
			continue
		}
		text := string(encoded.append(nil))
		list = append(list, unmarshalled(t, quote(text)).Elem())
		if encoded.kind != payload.KindString {
			list = append(list, unmarshalled(t, text).Elem())
		}
	}
	return list
}

// unmarshalled returns a pointer to a variable of a type that a text was decoded into.
func unmarshalled(t reflect.Type, text string) reflect.Value {
	p := reflect.New(t)
	if err := json.Unmarshal([]byte(text), p.Interface()); err != nil {
		panic(err)
	}
	return p
}

// plainest returns a JSON text that a type is for.
func plainest(t reflect.Type) string {
	switch kindFor(t) {
	case payload.KindObject:
		return "{}"
	case payload.KindArray:
		return "[]"
	case payload.KindString:
		return `""`
	case payload.KindBoolean:
		return "false"
	}
	return "0"
}

// lists returns other lists than v: an empty one, one of a zero element, one with a
// zero element more, and one with an element less.
func lists(v reflect.Value) []reflect.Value {
	t := v.Type()
	zero := reflect.MakeSlice(t, 1, 1)
	list := []reflect.Value{reflect.MakeSlice(t, 0, 0), zero}
	if n := v.Len(); n > 0 {
		list = append(list, reflect.AppendSlice(reflect.AppendSlice(reflect.MakeSlice(t, 0, n+1), v), zero), v.Slice(0, n-1))
	}
	return list
}
