package wire_test

import (
	"math"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func TestReadNumber(t *testing.T) {
	tests := []struct {
		text   string
		want   string
		quoted bool
		outcome
	}{
		{`12.50`, "12.50", false, outcome{true, ""}},
		{`-0`, "-0", false, outcome{true, ""}},
		{`1E+2`, "1E+2", false, outcome{true, ""}},
		{`1e400`, "1e400", false, outcome{true, ""}},
		{`12345678901234567890123`, "12345678901234567890123", false, outcome{true, ""}},
		{`"12.50"`, "12.50", true, outcome{true, ""}},
		{`"12.34 USD"`, "12.34 USD", true, outcome{true, ""}},
		{`""`, "", true, outcome{true, ""}},
		{`"\u0031\n"`, "1\n", true, outcome{true, ""}},
		{`"\ud800"`, "\ufffd", true, outcome{true, ""}},
		{`"` + digits + `"`, digits, true, outcome{true, ""}},
		{digits[:payload.MaxNumber], digits[:payload.MaxNumber], false, outcome{true, ""}},
		{digits[:payload.MaxNumber+1], "", false, outcome{false, "number<number"}},
		{digits, "", false, outcome{false, "number<number"}},
		{`null`, "", false, outcome{false, ""}},
		{`true`, "", false, outcome{false, "number<boolean"}},
		{`[]`, "", false, outcome{false, "number<array"}},
		{`{}`, "", false, outcome{false, "number<object"}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, payload.Num(77), (*wire.Reader).Number)
		if got.String() != test.want || got.Quoted() != test.quoted || out != test.outcome {
			t.Errorf("Number of %.40q: %.40q quoted %t %+v, want %.40q quoted %t %+v",
				test.text, got.String(), got.Quoted(), out, test.want, test.quoted, test.outcome)
		}
		if out.exact {
			want := test.text
			if want == `"\u0031\n"` {
				want = `"1\n"` // escapes are no part of a Number: equal texts are equal Numbers
			}
			if got := string(wire.AppendNumber(nil, got)); got != want {
				t.Errorf("Number of %.40q is written %.40q", test.text, got)
			}
		}
	}
}

func TestNumberValues(t *testing.T) {
	const none = "none"
	tests := []struct {
		text  string
		int64 string
		float string
		rat   string
	}{
		{"0", "0", "0", "0"},
		{"-0", "0", "-0", "0"},
		{"12", "12", "12", "12"},
		{"12.50", none, "12.5", "25/2"},
		{"5.0", "5", "5", "5"},
		{"50e-1", "5", "5", "5"},
		{"9223372036854775807", "9223372036854775807", "9223372036854776000", "9223372036854775807"},
		{"9223372036854775808", none, "9223372036854776000", "9223372036854775808"},
		{"0.1", none, "0.1", "1/10"},
		{"1e400", none, none, "1" + strings.Repeat("0", 400)},
		{"1e-3", none, "0.001", "1/1000"},
		{"1e1000", none, none, "1" + strings.Repeat("0", 1000)},
		{"1e1001", none, none, none},
		{"1e-1000", none, "0", "1/1" + strings.Repeat("0", 1000)},
		{"1e1000000", none, none, none},
		{"1e99999999999999999999", none, none, none},
		{"1e-1001", none, "0", none},
		{"0e99999999999999999999", "0", "0", "0"},
		{"-0e-99999999999999999999", "0", "-0", "0"},
		{"0.0e1000000000", "0", "0", "0"},
		{"", none, none, none},
		{" 1", none, none, none},
		{"1 ", none, none, none},
		{"12.34 USD", none, none, none},
		{"+1", none, none, none},
		{".5", none, none, none},
		{"5.", none, none, none},
		{"1,5", none, none, none},
		{"1/2", none, none, none},
		{"0x10", none, none, none},
		{"1_000", none, none, none},
		{"Infinity", none, none, none},
		{"1\x00", none, none, none},
		{digits, none, none, none},
	}
	for _, test := range tests {
		for _, n := range []payload.Number{payload.Num(test.text), payload.QuotedNum(test.text)} {
			i, f, rat := none, none, none
			if v, ok := n.Int64(); ok {
				i = textOf(wire.AppendInt, v)
			}
			if v, ok := n.Float64(); ok {
				f = textOf(wire.AppendFloat, v)
			}
			if v, ok := n.Rat(); ok {
				rat = v.RatString()
			}
			if i != test.int64 || f != test.float || rat != test.rat {
				t.Errorf("%.40q is the integer %s, the float %s, the rational %.40s; want %s, %s, %.40s",
					test.text, i, f, rat, test.int64, test.float, test.rat)
			}
			isNumber := test.int64 != none || test.float != none || test.rat != none || strings.HasPrefix(test.text, "1e")
			if n.Valid() != isNumber {
				t.Errorf("%.40q is valid: %t, want %t", test.text, n.Valid(), isNumber)
			}
			if n.String() != test.text {
				t.Errorf("the text of %.40q is %.40q", test.text, n.String())
			}
		}
	}
}

// TestNumberZero: the zero Number is absent. It is not a number, it differs from
// each that is decoded, and it is encoded as what it is.
func TestNumberZero(t *testing.T) {
	var n payload.Number
	if !n.IsZero() || n.String() != "" || n.Quoted() || n.Valid() {
		t.Errorf("the zero Number is zero %t, %q, quoted %t, valid %t", n.IsZero(), n, n.Quoted(), n.Valid())
	}
	if v, ok := n.Int64(); v != 0 || ok {
		t.Errorf("the zero Number is the integer %d %t", v, ok)
	}
	if v, ok := n.Float64(); v != 0 || ok {
		t.Errorf("the zero Number is the float %v %t", v, ok)
	}
	if v, ok := n.Rat(); v != nil || ok {
		t.Errorf("the zero Number is the rational %v %t", v, ok)
	}
	var zero payload.Number
	if r := reader("0"); !r.Number(&zero) || zero == n || zero != payload.Num("0") || zero.IsZero() {
		t.Errorf("a decoded 0 is %#v, zero %t; the zero Number is %#v", zero, zero.IsZero(), n)
	}
	if got, want := string(wire.AppendNumber(nil, zero)), "0"; got != want {
		t.Errorf("a decoded 0 is written %s", got)
	}
}

// TestNumberEquality: Numbers are equal if and only if they are encoded alike,
// and each is what decoding its encoding gives.
func TestNumberEquality(t *testing.T) {
	var all []payload.Number
	for _, text := range []string{
		`0`, `-0`, `0.0`, `1`, `1.0`, `"1"`, `"\u0031"`, `""`, `"0"`, `"a\/b"`, `"a/b"`, `"\ud800"`, `"\ufffd"`, `null`, `true`,
	} {
		var n payload.Number
		r := reader(text)
		r.Number(&n)
		all = append(all, n)
		if v, ok := rawValue(text).Number(); ok && v != n {
			t.Errorf("%s is decoded as %#v, and is the Number %#v of a Value", text, n, v)
		}
	}
	all = append(all, payload.Num("0"), payload.Num(0), payload.QuotedNum("1"), payload.QuotedNum("a/b"), payload.Number{})
	for _, a := range all {
		text := string(wire.AppendNumber(nil, a))
		var again payload.Number
		if r := reader(text); r.Number(&again) == a.IsZero() || again != a {
			t.Errorf("%#v is written %s, which is decoded as %#v", a, text, again)
		}
		for _, b := range all {
			if other := string(wire.AppendNumber(nil, b)); (a == b) != (text == other) {
				t.Errorf("%#v == %#v is %t, though they are written %s and %s", a, b, a == b, text, other)
			}
		}
	}
}

func TestNumberMakers(t *testing.T) {
	tests := []struct {
		n    payload.Number
		want string
	}{
		{payload.Number{}, `null`},
		{payload.Num(int64(math.MinInt64)), `-9223372036854775808`},
		{payload.Num("12.50"), `12.50`},
		{payload.Num("12.50 USD"), `"12.50 USD"`},
		{payload.Num("1\n"), `"1\n"`},
		{payload.Num(""), `""`},
		{payload.Num("01"), `"01"`},
		{payload.QuotedNum("12.50"), `"12.50"`},
		{payload.QuotedNum("\"\xff"), "\"\\\"\ufffd\""},
	}
	for _, test := range tests {
		if got := string(wire.AppendNumber(nil, test.n)); got != test.want {
			t.Errorf("written %s, want %s", got, test.want)
		}
	}
	if payload.Num("1.0") == payload.Num("1") || payload.Num("1") == payload.QuotedNum("1") || payload.Num("1") != payload.Num(1) {
		t.Error("== does not compare JSON texts")
	}
}

func TestNumberWithEncodingJSON(t *testing.T) {
	type item struct {
		N payload.Number `json:"n,omitzero"`
	}
	tests := []struct{ text, want string }{
		{`{"n":12.50}`, `{"n":12.50}`},
		{`{"n":"12.50"}`, `{"n":"12.50"}`},
		{`{"n":"12 USD"}`, `{"n":"12 USD"}`},
		{`{"n":null}`, `{}`},
		{`{}`, `{}`},
		{`{"n":0}`, `{"n":0}`},
		{`{"n":true}`, `error`},
		{`{"n":[1]}`, `error`},
		{`{"n":` + digits + `}`, `error`},
	}
	for _, test := range tests {
		if got := throughJSON[item](test.text); got != test.want {
			t.Errorf("%.40s comes back as %.80s, want %s", test.text, got, test.want)
		}
	}
}
