// Package shape reads, by reflection, what generated types are made of: the
// peers of a benchmark are to have equivalent types, and varied payloads are to
// fit both. It knows the wrapper types of package payload by their names.
//
//	Of(payload.Opt[payload.JSON[Config]])  ->  Opt, payload.JSON[Config]
//	Of(payload.JSON[Config])               ->  JSON, Config
//	Of([]LineItem)                         ->  Slice, LineItem
package shape

import (
	"reflect"
	"strings"
)

// Class says what a generated type is.
type Class int

// The classes of types. Those with an element are Opt, Or, JSON, Map and Slice.
const (
	Bool Class = iota
	Int
	Float
	String
	Timestamp
	Number
	Flag
	Value
	Opt
	Or
	JSON
	Map
	Slice
	Struct
)

// Of returns the class of a generated type, and the type of its elements where
// it has some.
func Of(t reflect.Type) (Class, reflect.Type) {
	if strings.HasSuffix(t.PkgPath(), "/payload") {
		name, _, _ := strings.Cut(t.Name(), "[")
		switch name {
		case "Opt":
			return Opt, inside(t)
		case "Or":
			return Or, inside(t)
		case "JSON":
			return JSON, inside(t)
		case "Map":
			return Map, t.Elem().Field(1).Type
		case "Number", "Unix", "UnixMilli", "UnixMicro":
			return Number, nil
		case "Timestamp":
			return Timestamp, nil
		case "Flag":
			return Flag, nil
		case "Value":
			return Value, nil
		}
	}
	switch t.Kind() {
	case reflect.Bool:
		return Bool, nil
	case reflect.Int64:
		return Int, nil
	case reflect.Float64:
		return Float, nil
	case reflect.String:
		return String, nil
	case reflect.Slice:
		return Slice, t.Elem()
	case reflect.Struct:
		return Struct, nil
	}
	panic("shape: no class for " + t.String())
}

// inside returns the T of a wrapper of T or of a pointer to one.
func inside(t reflect.Type) reflect.Type {
	f, ok := t.FieldByName("value")
	if !ok {
		panic("shape: no value in " + t.String())
	}
	if f.Type.Kind() == reflect.Pointer {
		return f.Type.Elem()
	}
	return f.Type
}

// Field is one JSON member of a generated struct.
type Field struct {
	Key   string // its name in JSON
	Name  string // its name in Go
	Type  reflect.Type
	Index []int // see reflect.Value.FieldByIndex
}

// Fields returns the members of a generated struct in their order, with those
// of embedded structs in their place.
func Fields(t reflect.Type) []Field {
	var all []Field
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && f.IsExported():
			for _, in := range Fields(f.Type) {
				in.Index = append([]int{i}, in.Index...)
				all = append(all, in)
			}
		case key != "" && key != "-":
			all = append(all, Field{Key: key, Name: f.Name, Type: f.Type, Index: f.Index})
		}
	}
	return all
}

// Index finds the fields of structs by their keys. Making one is cheap, and it
// fills as it is asked.
type Index map[reflect.Type]map[string]Field

// Member returns the field that has the key, and whether there is one.
func (x Index) Member(t reflect.Type, key string) (Field, bool) {
	if x[t] == nil {
		x[t] = map[string]Field{}
		for _, f := range Fields(t) {
			x[t][f.Key] = f
		}
	}
	f, ok := x[t][key]
	return f, ok
}
