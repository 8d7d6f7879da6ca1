package schematest

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"testing"
)

// alternatives are the values that edits put in the place of others.
var alternatives = []any{
	nil, true, json.Number("0"), json.Number("-3"), json.Number("1.5"), json.Number("5.0"), json.Number("5e0"),
	json.Number("12345678901234567890"), json.Number("1e400"), "", "x", "12", "1", "true", "null", "[1]", `{"a":1}`, "{",
	[]any{},
	[]any{nil},
	[]any{json.Number("1"), "x"},
	[]any{map[string]any{}},
	map[string]any{},
	map[string]any{"a": nil},
	map[string]any{"a": []any{"x"}},
	inString{},
	inArray{},
	removed{},
	added{},
}

// The edits that depend on the value in whose place they are.
type (
	inString struct{} // the value as JSON in a string
	inArray  struct{} // an array of the value
	removed  struct{}
	added    struct{} // a member more
)

// edited returns payloads with one edit each: at every place, some of the alternatives, which
// turn is the first of.
func edited(t *testing.T, payload []byte, some int, turn *int) [][]byte {
	t.Helper()
	root := parse(t, payload)
	var all [][]byte
	edit := func(value any, put func(any)) {
		for range some {
			*turn++
			put(alternative(t, value, alternatives[*turn%len(alternatives)]))
			all = append(all, write(t, root))
		}
		put(value)
	}
	edit(root, func(v any) { root = v })
	walk(root, edit)
	return all
}

// walk calls edit for each value in v, with a function that puts another one in its place.
func walk(v any, edit func(value any, put func(any))) {
	switch v := v.(type) {
	case []any:
		for i, e := range v {
			edit(e, func(x any) { v[i] = x })
			walk(e, edit)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			e := v[name]
			edit(e, func(x any) {
				if v[name] = x; x == any(removed{}) {
					delete(v, name)
				}
			})
			walk(e, edit)
		}
	}
}

// alternative returns what an edit puts in the place of a value.
func alternative(t *testing.T, value, edit any) any {
	t.Helper()
	switch edit.(type) {
	case inString:
		return string(write(t, value))
	case inArray:
		return []any{value}
	case added:
		if object, ok := value.(map[string]any); ok {
			object = maps.Clone(object)
			object["added yesterday"] = []any{nil, "x"}
			return object
		}
	}
	return edit
}

// MarshalJSON makes the root that was removed null.
func (removed) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

func parse(t *testing.T, text []byte) any {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

func write(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
