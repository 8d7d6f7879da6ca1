package payloadtest

import (
	"iter"
	"reflect"
)

// variable returns the variable that holds the root of an event's body: the
// event's struct, or its field Payload where no member has a name.
func variable(event Event) reflect.Value {
	v := reflect.Indirect(reflect.ValueOf(event))
	if value := v.FieldByName("Payload"); value.IsValid() && len(fieldsOf(v.Type()).named) == 0 {
		return value
	}
	return v
}

// variables yields v and all variables in it: fields, elements, what an Opt or an
// Or holds, and what the text of a JSON says. The last are copies.
func variables(v reflect.Value) iter.Seq[reflect.Value] {
	return func(yield func(reflect.Value) bool) { walkVariables(v, yield) }
}

func walkVariables(v reflect.Value, yield func(reflect.Value) bool) bool {
	if !yield(v) {
		return false
	}
	switch generic(v.Type()) {
	case "Opt", "Or":
		p := v.Addr().MethodByName("Ptr").Call(nil)[0]
		if !p.IsNil() && p.Elem().Kind() == reflect.Pointer {
			p = p.Elem()
		}
		return p.IsNil() || walkVariables(p.Elem(), yield)
	case "ObjectOrList":
		held, ok := arrived(v)
		return !ok || walkVariables(held, yield)
	case "JSON":
		value, ok := get(v)
		if !ok {
			return true
		}
		p := reflect.New(value.Type())
		p.Elem().Set(value)
		return walkVariables(p.Elem(), yield)
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			if !walkVariables(v.Index(i), yield) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if (f.IsExported() || f.Anonymous) && f.Type != membersType && !walkVariables(v.Field(i), yield) {
				return false
			}
		}
	}
	return true
}

// method returns a method of v, or of a pointer to a copy of v.
func method(v reflect.Value, name string) reflect.Value {
	if m := v.MethodByName(name); m.IsValid() {
		return m
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.MethodByName(name)
}

// get calls the method Get of an Opt, an Or or a JSON. Of a pointer, the value is
// what it points to.
func get(v reflect.Value) (value reflect.Value, ok bool) {
	results := method(v, "Get").Call(nil)
	if value, ok = results[0], results[1].Bool(); ok && value.Kind() == reflect.Pointer {
		return value.Elem(), true
	}
	return value, ok
}

// entries returns the entries of a payload.Map by key.
func entries(v reflect.Value) map[string]reflect.Value {
	all := make(map[string]reflect.Value, v.Len())
	for i := range v.Len() {
		all[v.Index(i).FieldByName("Key").String()] = v.Index(i).FieldByName("Value")
	}
	return all
}

// same reports whether two variables of one type are equal.
func same(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.String:
		return a.String() == b.String()
	case reflect.Int64:
		return a.Int() == b.Int()
	case reflect.Bool:
		return a.Bool() == b.Bool()
	}
	if a.CanAddr() && b.CanAddr() { // spares a copy
		return reflect.DeepEqual(a.Addr().Interface(), b.Addr().Interface())
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
