package jsontext_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// readTree reads the value at the cursor to what encoding/json would make of
// it with UseNumber. exact is false where a string was not exact.
func readTree(r *jsontext.Scanner) (v any, exact bool) {
	switch r.Kind() {
	case jsontext.KindNull:
		r.Skip()
		return nil, true
	case jsontext.KindBoolean:
		return r.Raw() == "true", true
	case jsontext.KindNumber:
		return json.Number(r.Raw()), true
	case jsontext.KindString:
		s, exact := r.String()
		return s, exact || r.Err != nil
	case jsontext.KindArray:
		list := []any{}
		exact = true
		var a jsontext.Array
		r.Array(&a)
		for r.Item(&a) {
			v, ok := readTree(r)
			list = append(list, v)
			exact = exact && ok
		}
		return list, exact
	case jsontext.KindObject:
		object := map[string]any{}
		exact = true
		var o jsontext.Object
		r.Object(&o)
		for r.Next(&o) {
			name, nameExact := o.Name, o.Exact
			v, ok := readTree(r)
			object[name] = v
			exact = exact && nameExact && ok
		}
		return object, exact
	}
	r.Skip()
	return nil, true
}

// standardTree is what encoding/json makes of a text: numbers by their text,
// U+FFFD for what is not UTF-8, the last of several members of a name.
func standardTree(t testing.TB, text string) any {
	t.Helper()
	if !json.Valid([]byte(text)) {
		t.Fatalf("not JSON: %.200q", text)
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("encoding/json reads %.200q: %v", text, err)
	}
	return v
}
