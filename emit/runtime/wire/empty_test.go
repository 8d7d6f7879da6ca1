package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestEmptyLists: an Opt, an Or or a JSON that is set to an empty list, nil or not,
// is encoded as one, and not as null or as what it was before.
func TestEmptyLists(t *testing.T) {
	item := Item{Late: payload.Some[[]string](nil)}
	if got := rawValue(string(item.AppendJSON(nil))); memberOfItem(got, "late") != "[]" {
		t.Errorf("encoded %s", got.Raw())
	}
	for _, test := range []struct {
		v    any
		want string
	}{
		{payload.Is([]string{}), "[]"},
		{payload.Is([]string(nil)), "[]"},
		{payload.Is(payload.Map[int](nil)), "{}"},
		{payload.Or[[]string]{}, "null"},
		{payload.Other[[]string](rawValue("null")), "null"},
		{payload.Some([]string{}), "[]"},
		{payload.Some([]string(nil)), "[]"},
		{payload.Some(payload.Map[int](nil)), "{}"},
		{payload.Some(payload.Number{}), "null"},
		{payload.Some[*Line](nil), "null"},
		{payload.Nil[[]string](), "null"},
		{[]string(nil), "null"},
		{payload.Map[int](nil), "null"},
	} {
		if got, err := json.Marshal(test.v); err != nil || string(got) != test.want {
			t.Errorf("%#v is written %s (%v), want %s", test.v, got, err, test.want)
		}
	}
}

// memberOfItem returns the raw value of a member of an object.
func memberOfItem(object payload.Value, name string) string {
	v, _ := object.Get(name)
	return v.Raw()
}
