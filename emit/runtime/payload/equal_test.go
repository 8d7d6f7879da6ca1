package payload_test

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

func value(t *testing.T, text string) payload.Value {
	t.Helper()
	v, err := payload.ParseValue(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

// TestValueEqual has classes of texts that mean the same. Texts of different classes do not.
func TestValueEqual(t *testing.T) {
	classes := [][]string{
		{`null`},
		{`true`},
		{`false`},
		{`0`, `-0`, `0.0`, `0e9`, `-0.00E-7`},
		{`1`, `1.0`, `1e0`, `10e-1`, `0.1E+1`},
		{`-1`, `-1.00`},
		{`1e999999999999`},
		{`1e999999999998`},
		{`1e-999999999999`},
		{`12345678901234567890`, `1234567890123456789e1`},
		{`12345678901234567891`},
		{`"1"`, ` "\u0031" `},
		{`"1.0"`},
		{`""`},
		{`"null"`},
		{`"é\/"`, `"\u00e9/"`},
		{`"\ud800"`},
		{`"\udfff"`},
		{`"\ufffd"`, `"�"`},
		{`[]`, `[ ]`},
		{`[null]`},
		{`[[]]`},
		{`[1,2]`, `[1.0, 2e0]`},
		{`[2,1]`},
		{`{}`, "{\n}"},
		{`{"a":1,"b":[{}]}`, `{"b":[ {} ],"a":1.0}`, `{"a":0,"\u0062":[{}],"a":1}`},
		{`{"a":1,"b":[[]]}`},
		{`{"a":1}`},
		{`{"a":null}`},
		{`{"b":1}`},
	}
	for i, class := range classes {
		for j, other := range classes {
			for _, a := range class {
				for _, b := range other {
					if got := value(t, a).Equal(value(t, b)); got != (i == j) {
						t.Errorf("%s and %s are equal: %t", a, b, got)
					}
				}
			}
		}
		if (payload.Value{}).Equal(value(t, class[0])) {
			t.Errorf("an absent value equals %s", class[0])
		}
	}
	if !(payload.Value{}).Equal(payload.Value{}) {
		t.Error("absent values differ")
	}
	deep := strings.Repeat(`[`, 500) + strings.Repeat(`]`, 500)
	if !value(t, deep).Equal(value(t, " "+deep)) {
		t.Error("a deep value differs from itself")
	}
}

func TestNumberEqual(t *testing.T) {
	for _, c := range []struct {
		a, b payload.Number
		want bool
	}{
		{payload.Num("1.0"), payload.Num(1), true},
		{payload.QuotedNum("1.0"), payload.QuotedNum("1"), false},
		{payload.Num("1"), payload.QuotedNum("1"), false},
		{payload.Num("0"), payload.Number{}, false},
		{payload.QuotedNum(""), payload.Number{}, false},
		{payload.Number{}, payload.Number{}, true},
	} {
		if got := c.a.Equal(c.b); got != c.want {
			t.Errorf("%#v and %#v are equal: %t", c.a, c.b, got)
		}
		if got := payload.Equal(c.b, c.a); got != c.want {
			t.Errorf("Equal of %#v and %#v: %t", c.b, c.a, got)
		}
		if got := payload.Some(c.a).Equal(payload.Some(c.b)); got != c.want {
			t.Errorf("Opts of %#v and %#v are equal: %t", c.a, c.b, got)
		}
	}
}

type line struct {
	SKU   string
	Price payload.Number
	Extra payload.Members `json:"-"`
}

// order has a field of each type that holds others.
type order struct {
	Note  payload.Opt[string]
	Bill  payload.Or[line]
	Info  payload.JSON[line]
	Names payload.Map[payload.Number]
	Lines []line
	Next  *order
	At    payload.Timestamp
	Extra payload.Members `json:"-"`
}

// TestEqual compares values that differ in one place, or only in what does not count.
func TestEqual(t *testing.T) {
	info := func(text string) (j payload.JSON[line]) {
		if err := j.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return j
	}
	extra := func(pairs ...string) (x payload.Members) {
		for i := 0; i < len(pairs); i += 2 {
			x.Set(pairs[i], value(t, pairs[i+1]))
		}
		return x
	}
	var marked payload.Members
	if err := marked.UnmarshalText([]byte(`[["a","field"]]`)); err != nil {
		t.Fatal(err)
	}
	classes := [][]order{
		{{}, {Extra: marked}, {Extra: payload.Members{}}},
		{{Note: payload.Nil[string]()}},
		{{Note: payload.Some("")}},
		{{Note: payload.Some("x")}},
		{{Bill: payload.Is(line{})}, {Bill: payload.Is(line{Extra: marked})}},
		{{Bill: payload.Is(line{Price: payload.Num("1")})}, {Bill: payload.Is(line{Price: payload.Num("1.0")})}},
		{{Bill: payload.Other[line](value(t, `[1]`))}, {Bill: payload.Other[line](value(t, `[1.0]`))}},
		{{Bill: payload.Other[line](value(t, `null`))}},
		{{Info: info(`{"Price":1}`)}, {Info: info(`{"Price": 1.0}`)}},
		{{Info: info(`"{\"Price\":1}"`)}, {Info: info(`"{ \"Price\":1}"`)}},
		{{Info: info(`"{"`)}},
		{{Info: info(`" {"`)}},
		{{Info: info(`null`)}},
		{{Names: payload.Map[payload.Number]{}}},
		{{Names: payload.Map[payload.Number]{{"a", payload.Num("1")}, {"b", payload.Number{}}}}, {Names: payload.Map[payload.Number]{{"b", payload.Number{}}, {"a", payload.Num("1.0")}}}},
		{{Names: payload.Map[payload.Number]{{"a", payload.Num("1")}}}},
		{{Names: payload.Map[payload.Number]{{"b", payload.Num("1")}}}},
		{{Lines: []line{}}},
		{{Lines: []line{{SKU: "a"}}}},
		{{Lines: []line{{SKU: "a", Extra: extra("x", "1", "y", "2")}}}, {Lines: []line{{SKU: "a", Extra: extra("y", "2.0", "x", "1")}}}},
		{{Lines: []line{{SKU: "a", Extra: extra("x", "1", "y", "null")}}}},
		{{Next: &order{}}, {Next: &order{}}},
		{{Next: &order{At: "x"}}},
		{{At: "x"}},
	}
	for i, class := range classes {
		for j, other := range classes {
			for _, a := range class {
				for _, b := range other {
					if got := payload.Equal(&a, &b); got != (i == j) {
						t.Errorf("%+v and %+v are equal: %t", a, b, got)
					}
				}
			}
		}
	}
	if payload.Equal(order{}, &order{}) || payload.Equal(nil, (*order)(nil)) || payload.Equal((*order)(nil), &order{}) || !payload.Equal((*order)(nil), (*order)(nil)) || !payload.Equal(nil, nil) {
		t.Error("nil, pointers or types are confused")
	}
}
