package payloadtest

import (
	"fmt"
	"math/big"
	"reflect"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// holds checks what a variable holds after v was decoded into it: the value,
// or what the type takes of it, or nothing. v is nil for an absent member. It
// returns what is wrong, or "".
func holds(got reflect.Value, v *value) string {
	t := got.Type()
	switch generic(t) {
	case "Opt":
		return optHolds(got, v)
	case "Or":
		return orHolds(got, v)
	case "JSON":
		return jsonHolds(got, v)
	case "ObjectOrList":
		return objectOrListHolds(got, v)
	}
	empty := v == nil || v.kind == payload.KindNull && t != valueType
	switch kind := kindFor(t); {
	case kind == payload.KindArray || kind == payload.KindObject:
		if !empty && v.kind == kind {
			return filled(got, v)
		}
	case !empty && judge(t, v) != leaves:
		if !scalar(got, v) {
			return fmt.Sprintf("the variable does not hold it, but %s", brief(fmt.Sprintf("%#v", got)))
		}
		return ""
	}
	if !got.IsZero() {
		return fmt.Sprintf("the variable is not left unset: %s", brief(fmt.Sprintf("%#v", got)))
	}
	return ""
}

// optHolds checks an Opt. What leaves its variable unset leaves it absent.
func optHolds(got reflect.Value, v *value) string {
	state := "a value"
	switch t := inner(got.Type()); {
	case v == nil:
		state = "absent"
	case v.kind == payload.KindNull:
		state = "null"
	case kindFor(t) == payload.KindObject || kindFor(t) == payload.KindArray || generic(t) == "JSON":
		if v.kind != kindFor(typeFor(t, v)) && typeFor(t, v) != valueType {
			state = "absent"
		}
	case generic(t) == "" && judge(t, v) == leaves:
		state = "absent"
	}
	value, ok := get(got)
	is := "absent"
	if ok {
		is = "a value"
	} else if got.MethodByName("IsNull").Call(nil)[0].Bool() {
		is = "null"
	}
	if is != state {
		return "the Opt is " + is + ", want " + state
	}
	if ok {
		return holds(value, v)
	}
	return ""
}

// orHolds checks an Or, which holds either its type or the raw value.
func orHolds(got reflect.Value, v *value) string {
	value, ok := get(got)
	other := got.MethodByName("Other").Call(nil)[0].Interface().(payload.Value)
	switch {
	case v == nil:
		if ok || !other.IsZero() {
			return "the Or is not absent"
		}
	case ok:
		return holds(value, v)
	case v.kind != payload.KindNull && v.kind == kindFor(typeFor(got.Type(), v)):
		return "the Or does not hold its type"
	case encodes([]byte(other.Raw()), v) != "":
		return "the Or does not hold the raw value"
	}
	return ""
}

// objectOrListHolds checks an ObjectOrList, which holds an object or an array.
func objectOrListHolds(got reflect.Value, v *value) string {
	object, list := got.Field(0), got.Field(1)
	is, want := "neither", "neither"
	switch {
	case !object.IsNil() && !list.IsNil():
		is = "both"
	case !object.IsNil():
		is = payload.KindObject.String()
	case !list.IsNil():
		is = payload.KindArray.String()
	}
	if v != nil && (v.kind == payload.KindObject || v.kind == payload.KindArray) {
		want = v.kind.String()
	}
	if is != want {
		return "the ObjectOrList holds " + is + ", want " + want
	}
	if held, ok := arrived(got); ok {
		return holds(held, v)
	}
	return ""
}

// jsonHolds checks a JSON, which keeps the text of every string and of every plain value
// of its type, and the form.
func jsonHolds(got reflect.Value, v *value) string {
	text, form, is := "", "absent", false
	switch {
	case v == nil:
	case v.kind == payload.KindNull:
		form = "null"
	case v.kind == payload.KindString:
		text, form, is = v.text, "in a string", holdsJSON(inner(got.Type()), v.text)
	case typeFor(got.Type(), v) != got.Type():
		text, form, is = string(v.append(nil)), "plain", true
	}
	call := func(name string) reflect.Value { return method(got, name).Call(nil)[0] }
	as := "in a string"
	for _, f := range []struct{ method, form string }{{"IsAbsent", "absent"}, {"IsNull", "null"}, {"IsPlain", "plain"}} {
		if call(f.method).Bool() {
			as = f.form
		}
	}
	if as != form {
		return "the JSON is " + as + ", want " + form
	}
	if kept := call("Text").String(); kept != text && (form != "plain" || encodes([]byte(kept), v) != "") {
		return "the JSON holds another text"
	}
	if _, ok := get(got); ok != is {
		return "the JSON holds a value where its text does not, or none where it does"
	}
	return ""
}

// filled checks a list or an object that is there: it is not nil, and has as
// many elements or entries as the value.
func filled(got reflect.Value, v *value) string {
	n := 0
	for _, m := range v.list {
		if !m.shadowed {
			n++
		}
	}
	if got.Kind() == reflect.Slice && (got.IsNil() || got.Len() != n) {
		return fmt.Sprintf("the variable has %d elements, want %d", got.Len(), n)
	}
	return ""
}

// scalar reports whether a scalar variable, or one for any JSON, holds v.
func scalar(got reflect.Value, v *value) bool {
	if n, ok := numberIn(got); ok {
		got = reflect.ValueOf(n)
	}
	switch x := got.Interface().(type) {
	case payload.Value:
		return encodes([]byte(x.Raw()), v) == ""
	case payload.Number:
		return x.String() == v.text && x.Quoted() == (v.kind == payload.KindString)
	case payload.Flag:
		if v.kind == payload.KindString {
			return state.FlagText(uint8(x)) == quote(v.text)
		}
		return state.FlagText(uint8(x)) == v.source
	}
	switch got.Kind() {
	case reflect.Bool:
		return fmt.Sprint(got.Bool()) == v.text
	case reflect.String:
		return got.String() == v.text
	case reflect.Int64:
		n, ok := new(big.Rat).SetString(v.text)
		return ok && n.Cmp(new(big.Rat).SetInt64(got.Int())) == 0
	case reflect.Float64:
		f, err := strconv.ParseFloat(v.text, 64)
		return err == nil && f == got.Float()
	}
	return false
}
