package wire_test

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func TestReadFlag(t *testing.T) {
	tests := []struct {
		text string
		want payload.Flag
		outcome
	}{
		{`0`, payload.Flag0, outcome{true, ""}},
		{`1`, payload.Flag1, outcome{true, ""}},
		{`"0"`, payload.FlagText0, outcome{true, ""}},
		{`"1"`, payload.FlagText1, outcome{true, ""}},
		{`false`, payload.FlagFalse, outcome{true, ""}},
		{`true`, payload.FlagTrue, outcome{true, ""}},
		{`2`, 0, outcome{false, "boolean<number"}},
		{`-0`, 0, outcome{false, "boolean<number"}},
		{`1.0`, 0, outcome{false, "boolean<number"}},
		{digits, 0, outcome{false, "boolean<number"}},
		{`"false"`, payload.FlagTextFalse, outcome{true, ""}},
		{`"true"`, payload.FlagTextTrue, outcome{true, ""}},
		{`"t\u0072ue"`, payload.FlagTextTrue, outcome{true, ""}},
		{`"True"`, 0, outcome{false, "boolean<string"}},
		{`"true "`, 0, outcome{false, "boolean<string"}},
		{`""`, 0, outcome{false, "boolean<string"}},
		{`"\u0031"`, payload.FlagText1, outcome{true, ""}},
		{`"\u0031\ud800"`, 0, outcome{false, "boolean<string"}},
		{`null`, 0, outcome{false, ""}},
		{`[]`, 0, outcome{false, "boolean<array"}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, payload.FlagTrue, (*wire.Reader).Flag)
		if got != test.want || out != test.outcome {
			t.Errorf("Flag of %.40q: %v %+v, want %v %+v", test.text, got, out, test.want, test.outcome)
		}
		r := reader(test.text)
		if form := r.Reader.IsFlag(r.Offset()); form != test.exact {
			t.Errorf("IsFlagAt of %s: %t, want %t", test.text, form, test.exact)
		}
		if out.exact && textOf(wire.AppendFlag, got) != strings.NewReplacer(`\u0031`, "1", `\u0072`, "r").Replace(test.text) {
			t.Errorf("Flag of %s is written %s", test.text, textOf(wire.AppendFlag, got))
		}
	}
}

func TestFlagForms(t *testing.T) {
	tests := []struct{ no, yes payload.Flag }{
		{payload.Flag0, payload.Flag1},
		{payload.FlagText0, payload.FlagText1},
		{payload.FlagFalse, payload.FlagTrue},
		{payload.FlagTextFalse, payload.FlagTextTrue},
	}
	for _, test := range tests {
		no, ok := test.no.Bool()
		yes, is := test.yes.Bool()
		if no || !yes || !ok || !is {
			t.Errorf("%v says %t %t, %v says %t %t", test.no, no, ok, test.yes, yes, is)
		}
		for _, f := range []payload.Flag{test.no, test.yes} {
			if f.IsZero() {
				t.Errorf("%v is absent", f)
			}
			if f.With(false) != test.no || f.With(true) != test.yes {
				t.Errorf("%v becomes %v and %v, want %v and %v", f, f.With(false), f.With(true), test.no, test.yes)
			}
		}
	}
}

// TestFlagAbsent checks that a flag which never came is neither true nor false, as is a
// number that is not one of the forms.
func TestFlagAbsent(t *testing.T) {
	for _, f := range []payload.Flag{0, 1, payload.FlagTextTrue + 1, payload.FlagTextTrue + 2} {
		if b, ok := f.Bool(); b || ok {
			t.Errorf("%d says %t, %t", f, b, ok)
		}
		if f.IsZero() != (f == 0) || f.String() != "" || textOf(wire.AppendFlag, f) != "null" || string(wire.AddFlag(nil, `,"k":`, f)) != "" {
			t.Errorf("%d: %t, %q, %s, %s", f, f.IsZero(), f, textOf(wire.AppendFlag, f), wire.AddFlag(nil, `,"k":`, f))
		}
		if f.With(false) != payload.FlagFalse || f.With(true) != payload.FlagTrue {
			t.Errorf("%d becomes %v and %v", f, f.With(false), f.With(true))
		}
	}
}

func TestFlagWithEncodingJSON(t *testing.T) {
	type item struct {
		F payload.Flag `json:"f"`
	}
	tests := []struct{ text, want string }{
		{`{"f":0}`, `{"f":0}`},
		{`{"f":1}`, `{"f":1}`},
		{`{"f":"0"}`, `{"f":"0"}`},
		{`{"f":"1"}`, `{"f":"1"}`},
		{`{"f":false}`, `{"f":false}`},
		{`{"f":true}`, `{"f":true}`},
		{`{"f":"false"}`, `{"f":"false"}`},
		{`{"f":"true"}`, `{"f":"true"}`},
		{`{"f":null}`, `{"f":null}`},
		{`{}`, `{"f":null}`},
		{`{"f":2}`, `error`},
		{`{"f":"yes"}`, `error`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%s comes back as %s, want %s", test.text, got, test.want)
		}
	}
}
