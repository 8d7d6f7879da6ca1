package payloadtest

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
)

// model returns the JSON of a variable as the documentation of package payload has
// it, nil where the variable is absent. What Extra says of a member stands: its
// field must be as decoding left it. ok is false for a variable with a field that
// has no json tag, and for what JSON cannot say.
func model(v reflect.Value) (encoded *value, ok bool) {
	defer func() {
		if p := recover(); p != nil {
			if _, is := p.(unknownJSON); !is {
				panic(p)
			}
			encoded, ok = nil, false
		}
	}()
	return modelOf(v), true
}

// unknownJSON ends model.
type unknownJSON struct{}

func modelOf(v reflect.Value) *value {
	if n, ok := numberIn(v); ok {
		return modelOfNumber(n)
	}
	switch x := v.Interface().(type) {
	case payload.Number:
		return modelOfNumber(x)
	case payload.Value:
		return madeUnlessEmpty(x.Raw())
	case payload.Flag:
		return madeUnlessEmpty(state.FlagText(uint8(x)))
	}
	switch generic(v.Type()) {
	case "Opt", "Or":
		return modelOfOptional(v)
	case "JSON":
		return modelOfJSON(v)
	case "Map":
		return modelOfMap(v)
	case "ObjectOrList":
		held, _ := arrived(v)
		return modelOf(held)
	}
	switch v.Kind() {
	case reflect.String:
		return quoted(v.String())
	case reflect.Slice:
		return modelOfSlice(v)
	case reflect.Struct:
		return modelOfStruct(v)
	}
	text, err := json.Marshal(v.Interface()) // a boolean, an integer or a float64
	if err != nil {
		panic(unknownJSON{})
	}
	return made(string(text))
}

// madeUnlessEmpty returns the value of a JSON text, nil for "".
func madeUnlessEmpty(text string) *value {
	if text == "" {
		return nil
	}
	return made(text)
}

func modelOfNumber(n payload.Number) *value {
	if n.Quoted() {
		return quoted(n.String())
	}
	return madeUnlessEmpty(n.String())
}

// modelOfOptional returns the model of an Opt or an Or.
func modelOfOptional(v reflect.Value) *value {
	if held, ok := get(v); ok && held.Kind() == reflect.Slice && held.IsNil() {
		return modelOf(reflect.MakeSlice(held.Type(), 0, 0)) // null is something else
	} else if ok {
		return orNull(modelOf(held))
	} else if other := v.MethodByName("Other"); other.IsValid() {
		return modelOf(other.Call(nil)[0])
	} else if v.MethodByName("IsNull").Call(nil)[0].Bool() {
		return made("null")
	}
	return nil
}

func modelOfJSON(v reflect.Value) *value {
	call := func(name string) reflect.Value { return method(v, name).Call(nil)[0] }
	switch text := call("Text").String(); {
	case call("IsAbsent").Bool():
		return nil
	case call("IsNull").Bool():
		return made("null")
	case call("IsPlain").Bool():
		return made(text)
	default:
		return quoted(text)
	}
}

func modelOfSlice(v reflect.Value) *value {
	if v.IsNil() {
		return made("null")
	}
	list := &value{kind: payload.KindArray}
	for i := range v.Len() {
		list.list = append(list.list, member{value: orNull(modelOf(v.Index(i)))})
	}
	return list
}

// orNull returns null for an absent value.
func orNull(v *value) *value {
	if v == nil {
		return made("null")
	}
	return v
}

func modelOfMap(v reflect.Value) *value {
	if v.IsNil() {
		return made("null")
	}
	object := &value{kind: payload.KindObject}
	at := make(map[string]int, v.Len())
	for i := range v.Len() {
		e := v.Index(i)
		name := e.Field(0).String()
		m := member{name: name, key: quote(name), value: orNull(modelOf(e.Field(1)))}
		if k, ok := at[name]; ok {
			object.list[k] = m
			continue
		}
		at[name] = len(object.list)
		object.list = append(object.list, m)
	}
	return object
}

func modelOfStruct(v reflect.Value) *value {
	all := fieldsOf(v.Type())
	if len(all.unnamed) > 0 {
		panic(unknownJSON{})
	}
	object := &value{kind: payload.KindObject}
	kept := extraOf(v)
	for _, f := range all.named {
		if says(kept, f.name) == nil && !(isBuilt(kept) && v.FieldByIndex(f.index).IsZero()) {
			object = object.put([]string{f.name}, modelOf(v.FieldByIndex(f.index)))
		}
	}
	for i := range kept {
		name, raw := state.Name(&kept[i]), state.Value(&kept[i]).Raw()
		if raw != "" {
			later := says(kept[i+1:], name) != nil // Extra keeps both, as they came
			object.list = append(object.list, member{name: name, key: quote(name), value: made(raw), shadowed: later})
		}
	}
	return object
}

// extraOf returns the Extra of a struct.
func extraOf(v reflect.Value) payload.Members {
	if all := fieldsOf(v.Type()); len(all.extra) == 1 {
		return v.FieldByIndex(all.extra[0]).Interface().(payload.Members)
	}
	return nil
}

// isBuilt reports whether x is the Extra of a struct that is built by hand, whose zero fields
// are left out.
func isBuilt(x payload.Members) bool { return state.Built(state.Members(x)) }

// says returns what x says of a member, nil for nothing.
func says(x payload.Members, name string) *state.Member {
	for i := range x {
		if state.Name(&x[i]) == name {
			return &x[i]
		}
	}
	return nil
}

// put returns v with another value in the place that tokens lead to, at the end of
// an object that has no such member, inside the objects that are missing on the way. A nil
// value removes the member.
func (v *value) put(tokens []string, with *value) *value {
	if len(tokens) == 0 {
		return with
	}
	c := &value{kind: v.kind, list: make([]member, 0, len(v.list)+1)}
	found := false
	for i, m := range v.list {
		name := m.name
		if v.kind == payload.KindArray {
			name = fmt.Sprint(i)
		}
		if name != tokens[0] || m.shadowed && len(tokens) > 1 {
			c.list = append(c.list, m)
		} else if !m.shadowed {
			found = true
			if m.value = m.value.put(tokens[1:], with); m.value != nil {
				c.list = append(c.list, m)
			}
		}
	}
	if !found && with != nil {
		within := &value{kind: payload.KindObject}
		c.list = append(c.list, member{name: tokens[0], key: quote(tokens[0]), value: within.put(tokens[1:], with)})
	}
	return c
}
