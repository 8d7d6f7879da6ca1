package payload_test

import (
	"database/sql"
	"database/sql/driver"
	"testing"
	"time"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestColumns checks what a column holds, and what comes back.
func TestColumns(t *testing.T) {
	type column interface {
		driver.Valuer
		Equal(payload.Number) bool
	}
	var _ column = payload.Number{}
	for _, c := range []struct {
		n    payload.Number
		want driver.Value
		back payload.Number
	}{
		{payload.Number{}, nil, payload.Number{}},
		{payload.Num("19.90"), "19.90", payload.Num("19.90")},
		{payload.QuotedNum("19.90"), "19.90", payload.Num("19.90")},
		{payload.Num("123456789012345678901234567890.10"), "123456789012345678901234567890.10", payload.Num("123456789012345678901234567890.10")},
		{payload.QuotedNum("12 USD"), "12 USD", payload.QuotedNum("12 USD")},
		{payload.QuotedNum(""), "", payload.QuotedNum("")},
	} {
		got, err := c.n.Value()
		var back payload.Number
		if err != nil || got != c.want || back.Scan(got) != nil || back != c.back {
			t.Errorf("the column of %#v has %v %v, and gives %#v", c.n, got, err, back)
		}
	}
	for f := payload.Flag(0); f <= payload.FlagTextTrue; f++ {
		got, err := f.Value()
		var back payload.Flag
		if err == nil {
			err = back.Scan(got)
		}
		a, aOK := f.Bool()
		b, bOK := back.Bool()
		if err != nil || a != b || aOK != bOK {
			t.Errorf("the column of %#v has %v %v, and gives %#v", f, got, err, back)
		}
	}
	for _, v := range []payload.Value{{}, value(t, `null`), value(t, `{"a":[1.0]}`)} {
		got, err := v.Value()
		var back payload.Value
		if err != nil || back.Scan(got) != nil || back != v {
			t.Errorf("the column of %#v has %v %v, and gives %#v", v, got, err, back)
		}
	}
}

// TestScan checks what the types take from a column.
func TestScan(t *testing.T) {
	at := time.Unix(0, 0)
	for _, c := range []struct {
		into   sql.Scanner
		column any
		want   any // nil where it is refused
	}{
		{new(payload.Number), []byte("1.50"), payload.Num("1.50")},
		{new(payload.Number), int64(-7), payload.Num("-7")},
		{new(payload.Number), 1.5, nil},
		{new(payload.Number), true, nil},
		{new(payload.Number), at, nil},
		{new(payload.Flag), int64(1), payload.Flag1},
		{new(payload.Flag), int64(0), payload.Flag0},
		{new(payload.Flag), int64(2), nil},
		{new(payload.Flag), "1", payload.Flag1},
		{new(payload.Flag), []byte("true"), payload.FlagTrue},
		{new(payload.Flag), "t", nil},
		{new(payload.Flag), 1.0, nil},
		{new(payload.Value), []byte(`[1]`), value(t, `[1]`)},
		{new(payload.Value), `x`, nil},
		{new(payload.Value), int64(1), nil},
		{new(payload.Timestamp), "2 Jan", payload.Timestamp("2 Jan")},
		{new(payload.Timestamp), []byte("2026-01-02T03:04:05Z"), payload.Timestamp("2026-01-02T03:04:05Z")},
		{new(payload.Timestamp), time.Unix(0, 1500).In(time.FixedZone("", 3600)), payload.Timestamp("1970-01-01T01:00:00.0000015+01:00")},
		{new(payload.Timestamp), nil, payload.Timestamp("")},
		{new(payload.Timestamp), int64(1), nil},
	} {
		err := c.into.Scan(c.column)
		if (err == nil) != (c.want != nil) || err == nil && !payload.Equal(deref(c.into), c.want) {
			t.Errorf("%T takes %v as %#v, %v, want %#v", c.into, c.column, deref(c.into), err, c.want)
		}
	}
}

func deref(v any) any {
	switch v := v.(type) {
	case *payload.Number:
		return *v
	case *payload.Flag:
		return *v
	case *payload.Value:
		return *v
	case *payload.Timestamp:
		return *v
	}
	return nil
}
