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
	add := func(x any) { list = append(list, reflect.ValueOf(x).Convert(t)) }
	if isNumber(t) && t != numberType {
		for _, n := range values(v.Field(0))[1:] {
			filled := reflect.New(t).Elem()
			filled.Field(0).Set(n)
			list = append(list, filled)
		}
		return list
	}
	switch t {
	case numberType:
		add(payload.Num("12.50"))
		add(payload.QuotedNum("12,50 \"é\""))
		add(payload.Num(0))
		return list
	case valueType:
		add(Value(`{"a":[1.50]}`))
		add(Value(`null`))
		return list
	case flagType:
		for f := payload.Flag1; f <= payload.FlagTextTrue; f++ {
			add(f)
		}
		return list
	}
	switch generic(t) {
	case "Opt":
		return append(append(list, unmarshalled(t, "null").Elem()), filledWith(t)...)
	case "Or":
		other := `[[""]]`
		if kindFor(t) == payload.KindArray {
			other = `{"":[]}`
		}
		return append(append(list, unmarshalled(t, other).Elem()), filledWith(t)...)
	case "JSON":
		return append(append(list, unmarshalled(t, "null").Elem(), unmarshalled(t, `""`).Elem()), textsOf(t)...)
	case "Map":
		empty := reflect.MakeSlice(t, 0, 0)
		more := reflect.New(t)
		more.Elem().Set(v)
		more.MethodByName("Set").Call([]reflect.Value{reflect.ValueOf(unknownName), reflect.Zero(inner(t))})
		list = append(list, empty, more.Elem())
		if v.Len() > 0 {
			first := reflect.New(t)
			first.Elem().Set(v)
			first.MethodByName("Set").Call([]reflect.Value{v.Index(0).Field(0), reflect.Zero(inner(t))})
			list = append(list, first.Elem())
		}
		return list
	}
	switch t.Kind() {
	case reflect.Bool:
		add(true)
	case reflect.Int64:
		add(-7)
	case reflect.Float64:
		add(-1.5e-9)
	case reflect.String:
		add("changed \"é\n")
	case reflect.Slice:
		return append(list, lists(v)...)
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
