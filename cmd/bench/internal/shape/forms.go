package shape

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Form is a set of the JSON kinds in which a scalar was seen.
type Form uint8

// The kinds of a Form.
const (
	AsText Form = 1 << iota
	AsNumber
	AsBool
)

// Place is a member of a generated struct, wherever that struct stands.
type Place struct {
	Struct reflect.Type
	Key    string
}

// Forms are the forms in which examples show the members of structs. Generated
// types do not tell them apart (a payload.Number is a number or a string), but
// the types that people write for other decoders do.
type Forms struct {
	seen  map[Place]Form
	index Index
}

// NewForms returns what no example shows.
func NewForms() Forms { return Forms{map[Place]Form{}, Index{}} }

// At returns the forms seen at a place.
func (f Forms) At(p Place) Form { return f.seen[p] }

// Observe adds what an example of the type shows.
func (f Forms) Observe(t reflect.Type, example []byte) error {
	d := json.NewDecoder(bytes.NewReader(example))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err
	}
	f.observe(t, v, Place{})
	return nil
}

func (f Forms) observe(t reflect.Type, v any, at Place) {
	class, elem := Of(t)
	if class == Opt || class == Or {
		f.observe(elem, v, at)
		return
	}
	switch v := v.(type) {
	case string:
		f.seen[at] |= AsText
		var inner any
		if class == JSON && json.Unmarshal([]byte(v), &inner) == nil {
			_ = f.Observe(elem, []byte(v)) // it is JSON, as the line before says
		}
	case json.Number:
		f.seen[at] |= AsNumber
	case bool:
		f.seen[at] |= AsBool
	case []any:
		if class == Slice {
			for _, x := range v {
				f.observe(elem, x, at)
			}
		}
	case map[string]any:
		for key, x := range v {
			switch class {
			case Map:
				f.observe(elem, x, at)
			case Struct:
				if m, ok := f.index.Member(t, key); ok {
					f.observe(m.Type, x, Place{t, key})
				}
			}
		}
	}
}
