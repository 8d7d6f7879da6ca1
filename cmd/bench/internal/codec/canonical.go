package codec

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/cmd/bench/internal/peer"
	"github.com/specimen-go/specimen/cmd/bench/internal/shape"
)

// canonical returns what a decoded event says, as generic JSON: nil, bool,
// float64, string, []any and map[string]any. It reads the typed members alone,
// those that receivers use, and gives the same for a generated type and for a
// peer's with the same content:
//
//   - a member that is zero, empty, null or absent is left out, because types
//     without Opt do not tell these apart;
//   - a value behind a pointer or in an Opt is a list of one, so that null and
//     zero are told apart where both types can;
//   - numbers are float64, as peers have no more;
//   - a string that holds JSON is two members, its text and what it holds.
func canonical(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return []any{canonical(v.Elem())}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[peer.Number]() {
			return scalar(v.Interface())
		}
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[json.RawMessage]() {
			return generic(v.Bytes())
		}
	case reflect.Map:
		m := map[string]any{}
		for _, key := range v.MapKeys() {
			m[key.String()] = canonical(v.MapIndex(key))
		}
		return orNil(m)
	}
	switch class, _ := shape.Of(v.Type()); class {
	case shape.Bool, shape.Int, shape.Float, shape.String, shape.Timestamp, shape.Number, shape.Flag, shape.Value:
		return scalar(v.Interface())
	case shape.Opt:
		value, ok := get(v)
		if !ok {
			return nil
		}
		if value.Kind() == reflect.Pointer { // an Opt of a struct
			value = value.Elem()
		}
		if class, _ := shape.Of(value.Type()); class == shape.Slice || class == shape.Map {
			return canonical(value) // for which peers have no pointer
		}
		return []any{canonical(value)}
	case shape.JSON:
		value, _ := get(v)
		return inner{text: method(v, "Text").Call(nil)[0].String(), value: canonical(value)}
	case shape.Map:
		m := map[string]any{}
		for i := range v.Len() {
			m[v.Index(i).Field(0).String()] = canonical(v.Index(i).Field(1))
		}
		return orNil(m)
	case shape.Slice:
		var list []any
		for i := range v.Len() {
			list = append(list, canonical(v.Index(i)))
		}
		if list == nil {
			return nil
		}
		return list
	}
	return object(v)
}

// inner is a string that holds JSON, until its struct takes it apart.
type inner struct {
	text  string
	value any
}

// object returns a struct.
func object(v reflect.Value) any {
	m := map[string]any{}
	for _, f := range shape.Fields(v.Type()) {
		x := canonical(v.FieldByIndex(f.Index))
		if in := v.FieldByName(f.Name + "Inner"); in.IsValid() {
			m[f.Key+" holds"] = canonical(in)
		}
		if list, ok := x.([]any); ok && len(list) == 1 {
			if in, ok := list[0].(inner); ok {
				m[f.Key+" holds"] = in.value
				x = []any{in.text}
			}
		}
		if in, ok := x.(inner); ok {
			m[f.Key+" holds"] = in.value
			x = orNil(in.text)
		}
		m[f.Key] = x
	}
	for key, x := range m {
		if x == nil {
			delete(m, key)
		}
	}
	return orNil(m)
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

// get calls the method Get of an Opt or a JSON.
func get(v reflect.Value) (reflect.Value, bool) {
	results := method(v, "Get").Call(nil)
	return results[0], results[1].Bool()
}

// scalar returns the JSON value of a scalar type, nil for a zero.
func scalar(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return generic(text)
}

// generic returns the value of a JSON text, nil for a zero or no text.
func generic(text []byte) any {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err.Error()
	}
	return orNil(v)
}

// orNil returns v, or nil for a zero or empty one.
func orNil(v any) any {
	switch x := v.(type) {
	case bool:
		if !x {
			return nil
		}
	case float64:
		if x == 0 {
			return nil
		}
	case string:
		if x == "" {
			return nil
		}
	case []any:
		if len(x) == 0 {
			return nil
		}
	case map[string]any:
		if len(x) == 0 {
			return nil
		}
	}
	return v
}
