package payloadtest

import (
	"reflect"
	"strings"
	"sync"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// Non-generic types of package payload.
var (
	numberType  = reflect.TypeFor[payload.Number]()
	unixType    = reflect.TypeFor[payload.Unix]()
	milliType   = reflect.TypeFor[payload.UnixMilli]()
	microType   = reflect.TypeFor[payload.UnixMicro]()
	flagType    = reflect.TypeFor[payload.Flag]()
	valueType   = reflect.TypeFor[payload.Value]()
	membersType = reflect.TypeFor[payload.Members]()
)

// isNumber reports whether a type is Number, or a time that is sent as a number.
func isNumber(t reflect.Type) bool {
	return t == numberType || t == unixType || t == milliType || t == microType
}

// numberIn returns the Number in a variable that is one, or a time.
func numberIn(v reflect.Value) (n payload.Number, ok bool) {
	switch {
	case !isNumber(v.Type()):
		return n, false
	case v.Type() != numberType:
		v = v.Field(0)
	}
	return v.Interface().(payload.Number), true
}

// generic returns the name of a generic type of package payload, "Opt" for
// payload.Opt[string], and "" for every other type.
func generic(t reflect.Type) string {
	name, _, ok := strings.Cut(t.Name(), "[")
	if !ok || t.PkgPath() != numberType.PkgPath() {
		return ""
	}
	return name
}

// inner returns the type that an Opt, an Or, a JSON or a Map is of. Where it is a
// pointer, the type that it points to.
func inner(t reflect.Type) reflect.Type {
	if generic(t) == "Map" {
		value, _ := t.Elem().FieldByName("Value")
		return value.Type
	}
	get, _ := reflect.PointerTo(t).MethodByName("Get")
	of := get.Type.Out(0)
	if of.Kind() == reflect.Pointer {
		return of.Elem()
	}
	return of
}

// bare returns the type of the value itself, without Opt and Or.
func bare(t reflect.Type) reflect.Type {
	for t != nil && (generic(t) == "Opt" || generic(t) == "Or") {
		t = inner(t)
	}
	return t
}

// objectOrList returns the types of an ObjectOrList: that of objects, and that of lists. ok is
// false for every other type.
func objectOrList(t reflect.Type) (object, list reflect.Type, ok bool) {
	if generic(t) != "ObjectOrList" {
		return nil, nil, false
	}
	return t.Field(0).Type.Elem(), t.Field(1).Type, true
}

// arrived returns what an ObjectOrList holds. ok is false where that is nothing.
func arrived(v reflect.Value) (held reflect.Value, ok bool) {
	if object := v.Field(0); !object.IsNil() {
		return object.Elem(), true
	}
	return v.Field(1), !v.Field(1).IsNil()
}

// typeFor returns the type of v itself in a variable of type t: without Opt and Or, and
// without the JSON where v is plain. Of an ObjectOrList, it is that of objects but for arrays.
func typeFor(t reflect.Type, v *value) reflect.Type {
	t = bare(t)
	if t == nil {
		return nil
	}
	if object, list, ok := objectOrList(t); ok && v.kind == payload.KindArray {
		return list
	} else if ok {
		return object
	}
	if generic(t) != "JSON" || v.kind == payload.KindString {
		return t
	}
	if of := inner(t); of == valueType || v.kind == kindFor(of) {
		return of
	}
	return t
}

// isJSON reports whether a variable of type t is for a JSON.
func isJSON(t reflect.Type) bool { return t != nil && generic(bare(t)) == "JSON" }

// kindFor returns the kind of value that a type is for, and KindAbsent where
// it is for several.
func kindFor(t reflect.Type) payload.Kind {
	switch t = bare(t); {
	case isNumber(t):
		return payload.KindNumber
	case t == flagType, t == valueType:
		return payload.KindAbsent
	case generic(t) == "Map":
		return payload.KindObject
	case generic(t) == "JSON":
		return payload.KindString
	}
	switch t.Kind() {
	case reflect.Struct:
		return payload.KindObject
	case reflect.Slice:
		return payload.KindArray
	case reflect.Bool:
		return payload.KindBoolean
	case reflect.Int64, reflect.Float64:
		return payload.KindNumber
	case reflect.String:
		return payload.KindString
	}
	return payload.KindAbsent
}

// child returns the type of the member or element of that name in v, a value
// that t is the type of. It is nil where the Go type does not say: below a
// field without a json tag. What no field is for, and what is in a value of
// another kind than the type is for, is any JSON, as a payload.Value is.
func child(t reflect.Type, v *value, name string) reflect.Type {
	switch t = typeFor(t, v); {
	case t == nil:
		return nil
	case v.kind != kindFor(t):
		return valueType
	case generic(t) == "Map":
		return inner(t)
	case t.Kind() == reflect.Struct:
		all := fieldsOf(t)
		if f := all.find(name); f != nil {
			return f.typ
		}
		if len(all.unnamed) > 0 && name != unknownName {
			return nil
		}
		return valueType
	}
	return t.Elem()
}

// fields are the fields of a struct, by what they are for.
type fields struct {
	named   []field
	unnamed [][]int // indexes of the fields without a json tag
	secret  int     // how many of these are required
	extra   [][]int // indexes of the fields that hold unknown members
}

type field struct {
	name     string // of the member
	index    []int
	typ      reflect.Type
	required bool // its absence and its null are mismatches, as its tag says
}

func (f *fields) find(name string) *field {
	for i := range f.named {
		if f.named[i].name == name {
			return &f.named[i]
		}
	}
	return nil
}

// required reports whether t is a struct that requires a member of that name.
func required(t reflect.Type, name string) bool {
	if t = bare(t); t == nil || t.Kind() != reflect.Struct || t.Name() == "" {
		return false
	}
	f := fieldsOf(t).find(name)
	return f != nil && f.required
}

// knownFields keeps what fieldsOf found out, by type: it is asked at every
// struct of every edit.
var knownFields sync.Map

// fieldsOf returns the fields of a struct, with those of embedded structs.
func fieldsOf(t reflect.Type) *fields {
	if known, ok := knownFields.Load(t); ok {
		return known.(*fields)
	}
	var all fields
	for _, f := range reflect.VisibleFields(t) {
		tag := f.Tag.Get("json")
		name, _, _ := strings.Cut(tag, ",")
		required := f.Tag.Get("payload") == "required"
		switch {
		case f.Type == membersType:
			all.extra = append(all.extra, f.Index)
		case !f.IsExported() || f.Anonymous && name == "":
		case name == "" || tag == "-":
			all.unnamed = append(all.unnamed, f.Index)
			if required {
				all.secret++
			}
		default:
			all.named = append(all.named, field{name: name, index: f.Index, typ: f.Type, required: required})
		}
	}
	knownFields.Store(t, &all)
	return &all
}
