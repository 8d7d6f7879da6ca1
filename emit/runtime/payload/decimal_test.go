package payload_test

import (
	"math/big"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestMinor checks minor units, exact ones only.
func TestMinor(t *testing.T) {
	for _, c := range []struct {
		n      payload.Number
		digits int
		want   int64
		ok     bool
	}{
		{payload.Num("12.34"), 2, 1234, true},
		{payload.QuotedNum("12.3"), 2, 1230, true},
		{payload.Num("12"), 0, 12, true},
		{payload.Num("-0.05"), 2, -5, true},
		{payload.Num("0.00"), 2, 0, true},
		{payload.Num("1e3"), 2, 100000, true},
		{payload.Num("12.340"), 2, 1234, true},
		{payload.Num("1200"), -2, 12, true},
		{payload.Num("92233720368547758.07"), 2, 9223372036854775807, true},
		{payload.Num("92233720368547758.08"), 2, 0, false},
		{payload.Num("12.345"), 2, 0, false},
		{payload.Num("1e900000000"), 2, 0, false},
		{payload.QuotedNum("12.34 USD"), 2, 0, false},
		{payload.QuotedNum(""), 2, 0, false},
		{payload.Number{}, 2, 0, false},
	} {
		if got, ok := c.n.Minor(c.digits); got != c.want || ok != c.ok {
			t.Errorf("%q in units of %d digits: %d %t, want %d %t", c.n, c.digits, got, ok, c.want, c.ok)
		}
	}
}

// TestCmp compares Cmp and Sign with the same of big.Rat.
func TestCmp(t *testing.T) {
	numbers := []string{"0", "-0.0", "1", "1.0", "-1", "10", "9.99", "9.990", "0.1", "1e-1", "0.09", "1e3", "999", "-1e3", "-999.5", "123456789012345678901", "1.5E2"}
	for _, a := range numbers {
		x, _ := new(big.Rat).SetString(a)
		if sign, ok := payload.Num(a).Sign(); sign != x.Sign() || !ok {
			t.Errorf("the sign of %s is %d %t", a, sign, ok)
		}
		for _, b := range numbers {
			y, _ := new(big.Rat).SetString(b)
			if got, ok := payload.Num(a).Cmp(payload.QuotedNum(b)); got != x.Cmp(y) || !ok {
				t.Errorf("%s and %s compare as %d %t", a, b, got, ok)
			}
		}
		if _, ok := payload.Num(a).Cmp(payload.Number{}); ok {
			t.Errorf("%s compares with an absent number", a)
		}
		if _, ok := payload.QuotedNum("").Cmp(payload.Num(a)); ok {
			t.Errorf(`"" compares with %s`, a)
		}
	}
	if _, ok := (payload.Number{}).Sign(); ok {
		t.Error("an absent number has a sign")
	}
}

// TestFirst checks the first of some keys that a map has, and values decoded into types.
func TestFirst(t *testing.T) {
	m := payload.Map[string]{{Key: "zh-hant", Value: "名"}, {Key: "en", Value: "name"}, {Key: "th", Value: ""}}
	if got, ok := m.First("fr", "en", "zh-hant"); got != "name" || !ok {
		t.Errorf("got %q %t", got, ok)
	}
	if got, ok := m.First("fr"); got != "名" || !ok {
		t.Errorf("of none of the keys: got %q %t, want the first entry", got, ok)
	}
	if got, ok := payload.Map[string](nil).First("en"); got != "" || ok {
		t.Errorf("of an empty map: got %q %t", got, ok)
	}
	v, err := payload.ParseValue(`{"name":"x","price":12.50}`)
	if err != nil {
		t.Fatal(err)
	}
	var into struct {
		Name  string
		Price payload.Number
	}
	if err := v.Decode(&into); err != nil || into.Name != "x" || into.Price != payload.Num("12.50") {
		t.Errorf("decoded %+v, %v", into, err)
	}
	if err := (payload.Value{}).Decode(&into); err == nil {
		t.Error("an absent value decodes")
	}
}
