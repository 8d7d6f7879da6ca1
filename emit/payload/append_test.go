package payload_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

func TestAppendString(t *testing.T) {
	tests := []struct{ s, want string }{
		{"", `""`},
		{"plain", `"plain"`},
		{`"\/`, `"\"\\/"`},
		{"\n\r\t\b\f\x00\x1f\x7f", "\"\\n\\r\\t\\u0008\\u000c\\u0000\\u001f\x7f\""},
		{"<>&'\u2028\u2029", "\"<>&'\u2028\u2029\""},
		{"é日本😀", `"é日本😀"`},
		{"\ufffd", "\"\ufffd\""},
		{"a\xffb\xe2\x82", "\"a\ufffdb\ufffd\ufffd\""},
		{"\xed\xa0\x80", "\"\ufffd\ufffd\ufffd\""},
		{"\n\xff\n", "\"\\n\ufffd\\n\""},
	}
	for _, test := range tests {
		if got := textOf(payload.AppendString, test.s); got != test.want {
			t.Errorf("%q is written %s, want %s", test.s, got, test.want)
		}
	}
	if got := string(payload.AppendString([]byte("x"), "y")); got != `x"y"` {
		t.Errorf("appended %s", got)
	}
}

// TestAppendStringEverywhere moves pieces that need care through all places of
// the words that AppendString looks at.
func TestAppendStringEverywhere(t *testing.T) {
	for before := range 20 {
		for after := range 20 {
			for _, piece := range []struct{ s, want string }{
				{"\n", `\n`}, {`"`, `\"`}, {"é", "é"}, {"\xff", "\ufffd"}, {"\xe2\x82", "\ufffd\ufffd"}, {"\x7f", "\x7f"}, {"😀\x00", "😀\\u0000"},
			} {
				head, tail := strings.Repeat("h", before), strings.Repeat("t", after)
				for _, room := range []int{0, 1, 7, 100} {
					b := append(make([]byte, 0, 2+room), "b="...)
					if got, want := string(payload.AppendString(b, head+piece.s+tail)), `b="`+head+piece.want+tail+`"`; got != want {
						t.Errorf("%q is written %s, want %s", head+piece.s+tail, got, want)
					}
				}
			}
		}
	}
}

// TestAppendFloat checks that a float64 is written as encoding/json does.
func TestAppendFloat(t *testing.T) {
	floats := []float64{
		0, math.Copysign(0, -1), 1, -1, 0.1, 1.5, 100, 1e6, 1e20, 1e21, 1e22, -1e21, 1e-6, 9.99e-7, 1e-7, 1e-9, 1e-10, 1e-100,
		123456789.125, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi, 1 << 53, math.MaxInt64,
	}
	for _, f := range floats {
		want, err := json.Marshal(f)
		if got := textOf(payload.AppendFloat, f); err != nil || got != string(want) {
			t.Errorf("%v is written %s, want %s", f, got, want)
		}
		r := reader(string(want))
		var back float64
		if exact := r.Float(&back); !exact || math.Float64bits(back) != math.Float64bits(f) {
			t.Errorf("%s is read as %v, exact %t", want, back, exact)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := textOf(payload.AppendFloat, f); got != "null" {
			t.Errorf("%v is written %s, want null", f, got)
		}
	}
}

func TestAppendScalars(t *testing.T) {
	for got, want := range map[string]string{
		textOf(payload.AppendInt, math.MinInt64):          "-9223372036854775808",
		textOf(payload.AppendInt, math.MaxInt64):          "9223372036854775807",
		textOf(payload.AppendBool, true):                  "true",
		textOf(payload.AppendBool, false):                 "false",
		textOf(payload.AppendTimestamp, "2024-05-06"):     `"2024-05-06"`,
		textOf(payload.AppendKey, "a\"b"):                 `,"a\"b":`,
		string(payload.CloseArray([]byte("x"), 1)):        "x[]",
		string(payload.CloseArray([]byte("x,1,2"), 1)):    "x[1,2]",
		string(payload.CloseObject([]byte("x"), 1)):       "x{}",
		string(payload.CloseObject([]byte(`x,"a":1`), 1)): `x{"a":1}`,
	} {
		if got != want {
			t.Errorf("written %s, want %s", got, want)
		}
	}
}
