package wire_test

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
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
		if got := textOf(wire.AppendString, test.s); got != test.want {
			t.Errorf("%q is written %s, want %s", test.s, got, test.want)
		}
	}
	if got := string(wire.AppendString([]byte("x"), "y")); got != `x"y"` {
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
					if got, want := string(wire.AppendString(b, head+piece.s+tail)), `b="`+head+piece.want+tail+`"`; got != want {
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
		if got := textOf(wire.AppendFloat, f); err != nil || got != string(want) {
			t.Errorf("%v is written %s, want %s", f, got, want)
		}
		r := reader(string(want))
		var back float64
		if exact := r.Float(&back); !exact || math.Float64bits(back) != math.Float64bits(f) {
			t.Errorf("%s is read as %v, exact %t", want, back, exact)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := textOf(wire.AppendFloat, f); got != "null" {
			t.Errorf("%v is written %s, want null", f, got)
		}
	}
}

func TestAppendScalars(t *testing.T) {
	for got, want := range map[string]string{
		textOf(wire.AppendInt, math.MinInt64):          "-9223372036854775808",
		textOf(wire.AppendInt, math.MaxInt64):          "9223372036854775807",
		textOf(wire.AppendBool, true):                  "true",
		textOf(wire.AppendBool, false):                 "false",
		textOf(wire.AppendTimestamp, "2024-05-06"):     `"2024-05-06"`,
		textOf(wire.AppendBase64, "YWI="):              `"YWI="`,
		textOf(wire.AppendKey, "a\"b"):                 `,"a\"b":`,
		string(wire.CloseArray([]byte("x"), 1)):        "x[]",
		string(wire.CloseArray([]byte("x,1,2"), 1)):    "x[1,2]",
		string(wire.CloseObject([]byte("x"), 1)):       "x{}",
		string(wire.CloseObject([]byte(`x,"a":1`), 1)): `x{"a":1}`,
	} {
		if got != want {
			t.Errorf("written %s, want %s", got, want)
		}
	}
}

// TestAddString checks keys and strings of all lengths, with and without room.
func TestAddString(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for k := range 45 {
		for n := range 45 {
			key, s := letters[:k], letters[len(letters)-n:]
			for _, room := range []int{0, k + n, k + n + 8, 200} {
				b := append(make([]byte, 0, 2+room), "b="...)
				if got, want := string(wire.AddString(b, key, s)), "b="+key+`"`+s+`"`; got != want {
					t.Fatalf("with room for %d: added %s, want %s", room, got, want)
				}
				b = append(make([]byte, 0, 2+room), "b="...)
				if got, want := string(wire.AddValue(b, key, rawValue(s))), "b="+key+s; s != "" && got != want {
					t.Fatalf("with room for %d: added %s, want %s", room, got, want)
				}
			}
		}
	}
}

// TestAddMembers checks that a member is its key and its value, and that one
// that is absent is nothing.
func TestAddMembers(t *testing.T) {
	check := func(got []byte, want string) {
		t.Helper()
		if string(got) != want {
			t.Errorf("added %s, want %s", got, want)
		}
	}
	b, key := []byte("{"), `,"a":`
	check(wire.AddTimestamp(b, key, "2024-05-06"), `{,"a":"2024-05-06"`)
	check(wire.AddBool(b, key, true), `{,"a":true`)
	check(wire.AddFloat(b, key, 1.5), `{,"a":1.5`)
	check(wire.AddFlag(b, key, payload.FlagText1), `{,"a":"1"`)
	check(wire.AddNumber(b, key, payload.Number{}), `{`)
	check(wire.AddNumber(b, key, payload.Num("12.50")), `{,"a":12.50`)
	check(wire.AddNumber(b, key, payload.QuotedNum("")), `{,"a":""`)
	check(wire.AddValue(b, key, rawValue("[1]")), `{,"a":[1]`)
	check(wire.AddValue(b, key, payload.Value{}), `{`)
	for _, n := range []int64{0, 1, 9, 10, -1, -9, 12345, math.MinInt64, math.MaxInt64} {
		check(wire.AddInt(b, key, n), `{,"a":`+strconv.FormatInt(n, 10))
		check(wire.AddOptInt(b, key, payload.Some(n)), `{,"a":`+strconv.FormatInt(n, 10))
	}

	check(wire.AddNone(b, key, true), `{,"a":null`)
	check(wire.AddNone(b, key, false), `{`)
	check(wire.AddNone(b, ",", false), `{,null`)
	check(wire.AddNone(b, "", false), `{null`)
	check(wire.AddValue(b, ",", payload.Value{}), `{,null`)
	check(wire.AddOptString(b, key, payload.Some("x\n")), `{,"a":"x\n"`)
	check(wire.AddOptString(b, key, payload.Nil[string]()), `{,"a":null`)
	check(wire.AddOptString(b, key, payload.Opt[string]{}), `{`)
	check(wire.AddOptTimestamp(b, key, payload.Some(payload.Timestamp("2024-05-06"))), `{,"a":"2024-05-06"`)
	check(wire.AddOptTimestamp(b, key, payload.Nil[payload.Timestamp]()), `{,"a":null`)
	check(wire.AddOptBool(b, key, payload.Some(false)), `{,"a":false`)
	check(wire.AddOptFloat(b, key, payload.Some(-0.5)), `{,"a":-0.5`)
	check(wire.AddOptNumber(b, key, payload.Some(payload.Num("1.50"))), `{,"a":1.50`)
	check(wire.AddOptFlag(b, key, payload.Some(payload.FlagTrue)), `{,"a":true`)
	check(wire.AddOptFlag(b, key, payload.Nil[payload.Flag]()), `{,"a":null`)
	check(wire.AddOptFlag(b, key, payload.Opt[payload.Flag]{}), `{`)
}
