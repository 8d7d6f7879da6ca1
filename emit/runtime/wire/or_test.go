package wire_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

type address struct {
	Name string `json:"name,omitempty"`
	City string `json:"city"`
}

func TestOr(t *testing.T) {
	var absent payload.Or[address]
	other, err := payload.ParseValue(`""`)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		or    payload.Or[address]
		city  string
		ok    bool
		other string
		zero  bool
	}{
		{"absent", absent, "", false, "", true},
		{"value", payload.Is(address{City: "Bern"}), "Bern", true, "", false},
		{"zero value", payload.Is(address{}), "", true, "", false},
		{"other", payload.Other[address](other), "", false, `""`, false},
	}
	for _, test := range tests {
		v, ok := test.or.Get()
		if v.City != test.city || ok != test.ok || test.or.Other().Raw() != test.other || test.or.IsZero() != test.zero {
			t.Errorf("%s: %+v %t, other %s, zero %t; want %+v", test.name, v, ok, test.or.Other().Raw(), test.or.IsZero(), test)
		}
		if p := test.or.Ptr(); (p != nil) != test.ok {
			t.Errorf("%s: pointer %v", test.name, p)
		}
	}
	o := payload.Is(address{City: "Bern"})
	o.Ptr().City = "Thun"
	if v, _ := o.Get(); v.City != "Thun" {
		t.Errorf("changed in place to %+v", v)
	}
}

func TestOrWithEncodingJSON(t *testing.T) {
	type item struct {
		A payload.Or[address] `json:"a,omitzero"`
		N payload.Or[int64]   `json:"n,omitzero"`
	}
	tests := []struct{ text, want string }{
		{`{}`, `{}`},
		{`{"a":{"city":"Bern"},"n":5}`, `{"a":{"city":"Bern"},"n":5}`},
		{`{"a":"","n":"5"}`, `{"a":"","n":"5"}`},
		{`{"a":[ ],"n":5.50}`, `{"a":[],"n":5.50}`},
		{`{"a":null,"n":null}`, `{"a":null,"n":null}`},
		{`{"a":{"city":7}}`, `{"a":{"city":7}}`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%s comes back as %s, want %s", test.text, got, test.want)
		}
	}
}

// TestOrLeavesNothing checks that nothing shows of an object that is no T in the
// end.
func TestOrLeavesNothing(t *testing.T) {
	var o payload.Or[address]
	if err := o.UnmarshalJSON([]byte(`{"name":"Ann","city":7}`)); err != nil {
		t.Fatal(err)
	}
	if v, ok := o.Get(); v != (address{}) || ok {
		t.Errorf("got %+v %t", v, ok)
	}
}

func TestReadOther(t *testing.T) {
	tests := []struct {
		text string
		outcome
	}{
		{`""`, outcome{true, ""}},
		{`[ {} ]`, outcome{true, ""}},
		{`null`, outcome{true, ""}},
		{`5`, outcome{true, "object<number"}},
		{`false`, outcome{true, "object<boolean"}},
	}
	for _, test := range tests {
		r := reader(test.text)
		o := payload.Is(address{City: "before"})
		_, other := wire.Or(&o)
		exact := r.took(r.OrElse(r.at, other, "", payload.KindObject, payload.KindString, payload.KindArray))
		_, is := o.Get()
		if out := outcomeOf(t, &r, exact); is || o.Other().Raw() != test.text || out != test.outcome {
			t.Errorf("%s: %t %s %+v, want %+v", test.text, is, o.Other().Raw(), out, test.outcome)
		}
	}
	o := payload.Other[address](rawValue("5"))
	value, other := wire.Or(&o)
	value.City, other.Is = "Bern", true
	if v, ok := o.Get(); !ok || v.City != "Bern" || !o.Other().IsZero() {
		t.Errorf("filled: %+v %t, other %s", v, ok, o.Other().Raw())
	}
}
