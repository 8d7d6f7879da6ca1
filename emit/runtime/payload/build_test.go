package payload_test

import (
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

func TestMinorNum(t *testing.T) {
	for _, c := range []struct {
		units  int64
		digits int
		want   string
	}{
		{1234, 2, "12.34"},
		{1230, 2, "12.30"},
		{5, 2, "0.05"},
		{-5, 2, "-0.05"},
		{-1234, 3, "-1.234"},
		{0, 2, "0.00"},
		{12, 0, "12"},
		{-12, 0, "-12"},
		{12, -2, "12e2"},
		{1, 5000, "1e-5000"},
		{math.MinInt64, 2, "-92233720368547758.08"},
	} {
		n := payload.MinorNum(c.units, c.digits)
		if n.String() != c.want || n.Quoted() {
			t.Errorf("%d of %d digits is %#v, want %s", c.units, c.digits, n, c.want)
		}
		if back, ok := n.Minor(c.digits); back != c.units || !ok {
			t.Errorf("%#v is %d %t, want %d", n, back, ok, c.units)
		}
	}
}

func TestRatNum(t *testing.T) {
	for _, c := range []struct {
		r    *big.Rat
		want string // "" where no decimals say it
	}{
		{big.NewRat(1, 2), "0.5"},
		{big.NewRat(-99, 100), "-0.99"},
		{big.NewRat(1500, 1), "1500"},
		{new(big.Rat), "0"},
		{big.NewRat(1, 3), ""},
		{big.NewRat(7, 60), ""},
		{new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(5000), nil)), ""},
		{new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(5000), nil)), ""},
	} {
		n, ok := payload.RatNum(c.r)
		if n.String() != c.want || ok != (c.want != "") {
			t.Errorf("%.40s is %#v %t, want %q", c.r, n, ok, c.want)
		}
		if back, valid := n.Rat(); ok && (!valid || back.Cmp(c.r) != 0) {
			t.Errorf("%#v is %s, want %s", n, back, c.r)
		}
	}
}

func TestFixed(t *testing.T) {
	for _, c := range []struct {
		n      payload.Number
		digits int
		want   string
	}{
		{payload.Num("19.9"), 2, "19.90"},
		{payload.QuotedNum("1e2"), 0, "100"},
		{payload.Num("-0.125"), 2, "-0.13"},
		{payload.Num("0.004"), 2, "0.00"},
		{payload.QuotedNum("none"), 2, "none"},
		{payload.Number{}, 2, ""},
		{payload.Num("15"), -1, "15"},
	} {
		if got := c.n.Fixed(c.digits); got != c.want {
			t.Errorf("%#v with %d decimals is %q, want %q", c.n, c.digits, got, c.want)
		}
	}
}

func TestNumberWith(t *testing.T) {
	one, text := payload.Num("1"), payload.QuotedNum("x")
	for _, c := range []struct{ n, m, want payload.Number }{
		{one, payload.QuotedNum("2"), payload.Num("2")},
		{payload.QuotedNum("1"), payload.Num("2"), payload.QuotedNum("2")},
		{one, text, text},
		{text, one, payload.QuotedNum("1")},
		{payload.Number{}, one, one},
		{payload.Number{}, payload.QuotedNum("1"), payload.QuotedNum("1")},
		{one, payload.Number{}, payload.Number{}},
	} {
		if got := c.n.With(c.m); got != c.want {
			t.Errorf("%#v with %#v is %#v, want %#v", c.n, c.m, got, c.want)
		}
	}
}

func TestAtTimestamp(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", 8*3600), time.FixedZone("", -(5*3600 + 30*60)), time.FixedZone("LMT", 2039)} {
		for _, nanos := range []int64{0, 1, 120_000_000} {
			at := time.Unix(1767312000, nanos).In(zone)
			if got, err := payload.At[payload.Timestamp](at).Time(); err != nil || !got.Equal(at) {
				t.Errorf("%s comes back as %s %v", at, got, err)
			}
		}
	}
}

// TestUpdate checks that Update keeps the form, and shares nothing with what it changes.
func TestUpdate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"[\"a\", \"b\"]"`, `"[\"c\",\"b\"]"`},
		{`["a", "b"]`, `["c","b"]`},
		{`null`, `"[\"c\"]"`},
		{`"{"`, `"[\"c\"]"`},
	} {
		j := throughText[payload.JSON[[]string]](t, c.text)
		before := j
		var kept []string
		err := j.Update(func(list *[]string) {
			if len(*list) == 0 {
				*list = []string{""}
			}
			(*list)[0] = "c"
			kept = *list
		})
		kept[0] = "d"
		if text, _ := j.MarshalText(); err != nil || string(text) != c.want {
			t.Errorf("%s is changed to %s %v, want %s", c.text, text, err, c.want)
		}
		if got, _ := j.Get(); got[0] != "c" || *j.Copy() == nil {
			t.Errorf("what was changed is %q later", got)
		}
		if text, _ := before.MarshalText(); string(text) != c.text {
			t.Errorf("%s is %s in a copy", c.text, text)
		}
	}
	var j payload.JSON[func()]
	if err := j.Update(func(*func()) {}); err == nil || !j.IsAbsent() || j.Copy() != nil {
		t.Errorf("a function has the JSON %s", j)
	}
}
