package payload_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

// readTree reads the value at the cursor to what encoding/json would make of
// it with UseNumber. exact is false where a string was not exact.
func readTree(r *payload.Reader) (v any, exact bool) {
	switch r.Kind() {
	case payload.KindNull:
		r.Null()
		return nil, true
	case payload.KindBoolean:
		var b bool
		exact = r.Bool(&b)
		return b, exact
	case payload.KindNumber:
		return json.Number(r.Raw()), true
	case payload.KindString:
		var s string
		exact = r.String(&s)
		return s, exact
	case payload.KindArray:
		list := []any{}
		exact = true
		var a payload.Array
		r.Array(&a)
		for r.Item(&a) {
			v, ok := readTree(r)
			list = append(list, v)
			exact = exact && ok
		}
		return list, exact
	case payload.KindObject:
		object := map[string]any{}
		exact = true
		var o payload.Object
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

// checkEqualJSON checks that two texts are the same JSON value, number texts
// included.
func checkEqualJSON(t testing.TB, got, want string) {
	t.Helper()
	if !reflect.DeepEqual(standardTree(t, got), standardTree(t, want)) {
		t.Errorf("got the JSON %s\nwant %s", got, want)
	}
}

// reader returns a Reader of a text with the default limits.
func reader(text string) payload.Reader {
	return payload.NewReader([]byte(text), payload.Limits{})
}
