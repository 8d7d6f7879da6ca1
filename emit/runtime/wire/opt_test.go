package wire_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// showOpt is "absent", "null" or the value.
func showOpt[T any](o payload.Opt[T]) string {
	v, ok := o.Get()
	switch {
	case o.IsAbsent():
		return "absent"
	case o.IsNull():
		return "null"
	case ok:
		return fmt.Sprint(v)
	}
	return "neither"
}

func TestOpt(t *testing.T) {
	var absent payload.Opt[int64]
	tests := []struct {
		opt    payload.Opt[int64]
		show   string
		or     int64
		isZero bool
		json   string
	}{
		{absent, "absent", 9, true, "null"},
		{payload.Nil[int64](), "null", 9, false, "null"},
		{payload.Some[int64](0), "0", 0, false, "0"},
		{payload.Some[int64](5), "5", 5, false, "5"},
	}
	for _, test := range tests {
		b, err := json.Marshal(test.opt)
		isZero := reflect.ValueOf(test.opt).IsZero() // for omitzero
		if got := showOpt(test.opt); got != test.show || test.opt.Or(9) != test.or || isZero != test.isZero || err != nil || string(b) != test.json {
			t.Errorf("%s: Or(9) %d, zero %t, JSON %s %v; want %+v", got, test.opt.Or(9), isZero, b, err, test)
		}
		if p := test.opt.Ptr(); (p != nil) != (test.show == fmt.Sprint(test.or)) {
			t.Errorf("%s: pointer %v", test.show, p)
		}
	}
	o := payload.Some("a")
	*o.Ptr() += "b"
	if v, ok := o.Get(); v != "ab" || !ok {
		t.Errorf("changed in place to %q %t", v, ok)
	}
}

func TestOptWithEncodingJSON(t *testing.T) {
	type inner struct {
		A int `json:"a"`
	}
	type item struct {
		N payload.Opt[int64]          `json:"n,omitzero"`
		S payload.Opt[inner]          `json:"s,omitzero"`
		L payload.Opt[[]int]          `json:"l,omitzero"`
		P payload.Opt[payload.Number] `json:"p,omitzero"`
	}
	tests := []struct{ text, want string }{
		{`{}`, `{}`},
		{`{"n":null,"s":null,"l":null,"p":null}`, `{"n":null,"s":null,"l":null,"p":null}`},
		{`{"n":0,"s":{"a":0},"l":[],"p":"0"}`, `{"n":0,"s":{"a":0},"l":[],"p":"0"}`},
		{`{"n":"x"}`, `error`},
		{`{"s":[]}`, `error`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%s comes back as %s, want %s", test.text, got, test.want)
		}
	}
	// A member that comes again replaces, and does not merge into, the first.
	v := item{S: payload.Some(inner{A: 7})}
	if err := json.Unmarshal([]byte(`{"s":{}}`), &v); err != nil {
		t.Fatal(err)
	}
	if s, _ := v.S.Get(); s.A != 0 {
		t.Errorf("an object without members left %d from before", s.A)
	}
}

// TestReadOpt checks every method that reads an Opt, on null, a value and a
// value that it leaves unset.
func TestReadOpt(t *testing.T) {
	const misfit = "[]"
	tests := []struct {
		name  string
		value string // a value that fits, exactly
		read  func(r *cursor) (show string, exact bool)
	}{
		{"bool", "true", func(r *cursor) (string, bool) {
			o := payload.Some(true)
			exact := readAt(r, &o, wire.OptBool)
			return showOpt(o), exact
		}},
		{"int", "5", func(r *cursor) (string, bool) {
			o := payload.Some[int64](77)
			exact := readAt(r, &o, wire.OptInt)
			return showOpt(o), exact
		}},
		{"float", "1.5", func(r *cursor) (string, bool) {
			o := payload.Some(77.0)
			exact := readAt(r, &o, wire.OptFloat)
			return showOpt(o), exact
		}},
		{"string", `"a"`, func(r *cursor) (string, bool) {
			o := payload.Some("before")
			exact := readAt(r, &o, wire.OptString)
			return showOpt(o), exact
		}},
		{"number", "1.50", func(r *cursor) (string, bool) {
			o := payload.Some(payload.Num(77))
			exact := readAt(r, &o, wire.OptNumber)
			return showOpt(o), exact
		}},
		{"timestamp", `"2024-05-06"`, func(r *cursor) (string, bool) {
			o := payload.Some(payload.Timestamp("before"))
			exact := readAt(r, &o, wire.OptTimestamp)
			return showOpt(o), exact
		}},
		{"base64", `"YWI="`, func(r *cursor) (string, bool) {
			o := payload.Some(payload.Base64("before"))
			exact := readAt(r, &o, wire.OptBase64)
			return showOpt(o), exact
		}},
		{"flag", `"1"`, func(r *cursor) (string, bool) {
			o := payload.Some(payload.FlagTrue)
			exact := readAt(r, &o, wire.OptFlag)
			return showOpt(o), exact
		}},
	}
	for _, test := range tests {
		shown := test.value
		if test.value[0] == '"' {
			shown = shown[1 : len(shown)-1]
		}
		for _, c := range []struct {
			text, want string
			exact      bool
		}{
			{test.value, shown, true},
			{"null", "null", true},
			{misfit, "absent", false},
		} {
			r := reader(c.text)
			got, exact := test.read(&r)
			if err := r.Done(); got != c.want || exact != c.exact || err != nil {
				t.Errorf("%s of %s: %s %t %v, want %s %t", test.name, c.text, got, exact, err, c.want, c.exact)
			}
		}
	}
}

// TestReadOptConverted checks that what was taken from another form, though not
// exact, is there.
func TestReadOptConverted(t *testing.T) {
	var s payload.Opt[string]
	r := reader(`12`)
	if exact := readAt(&r, &s, wire.OptString); exact || showOpt(s) != "12" {
		t.Errorf("a string from a number: %s %t", showOpt(s), exact)
	}
	r = reader(`"\ud800"`)
	if exact := readAt(&r, &s, wire.OptString); exact || showOpt(s) != "\ufffd" {
		t.Errorf("a string of half a surrogate pair: %s %t", showOpt(s), exact)
	}
	var i payload.Opt[int64]
	for text, want := range map[string]string{`5.0`: "5", `"5"`: "5", `"x"`: "absent", `5.5`: "absent"} {
		r = reader(text)
		if exact := readAt(&r, &i, wire.OptInt); exact || showOpt(i) != want {
			t.Errorf("an integer from %s: %s %t, want %s", text, showOpt(i), exact, want)
		}
	}
	var f payload.Opt[float64]
	for text, want := range map[string]string{`1e0`: "1", `"1.5"`: "1.5", `"x"`: "absent", `1e400`: "absent"} {
		r = reader(text)
		if exact := readAt(&r, &f, wire.OptFloat); exact || showOpt(f) != want {
			t.Errorf("a float from %s: %s %t, want %s", text, showOpt(f), exact, want)
		}
	}
}

// TestReadOptUnset checks values of a kind that would do, but that are left
// unset.
func TestReadOptUnset(t *testing.T) {
	n, f := payload.Some(payload.Num(77)), payload.Some(payload.FlagTrue)
	r := reader("[" + digits + ",2]")
	var a jsontext.Array
	r.Array(&a)
	r.Item(&a)
	if exact := readAt(&r, &n, wire.OptNumber); exact || !n.IsAbsent() {
		t.Errorf("a number that is too long is %.20q, exact %t", showOpt(n), exact)
	}
	r.Item(&a)
	if exact := readAt(&r, &f, wire.OptFlag); exact || !f.IsAbsent() {
		t.Errorf("a flag of 2 is %s, exact %t", showOpt(f), exact)
	}
}
