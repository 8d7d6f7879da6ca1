package payload

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Columns hold the value of a scalar, and not its form: a number comes back without quotes.
// An Opt has no method Value: a column takes its Ptr, which is NULL where there is no value.

// Value returns the text of the number without quotes for a column of package sql, and NULL
// for an absent one.
func (n Number) Value() (driver.Value, error) {
	if n.IsZero() {
		return nil, nil
	}
	return n.String(), nil
}

// Scan reads a text or an integer from a column of package sql. NULL is an absent number,
// and a text that is not a number is kept in quotes. It fails for a float64, which may have
// lost digits: a column for numbers is one of text or of decimals.
func (n *Number) Scan(column any) error {
	switch c := column.(type) {
	case nil:
		*n = Number{}
	case string:
		*n = Num(c)
	case []byte:
		*n = Num(string(c))
	case int64:
		*n = Num(c)
	default:
		return fmt.Errorf("payload: cannot store a %T in a Number without loss", column)
	}
	return nil
}

// Value returns whether the flag is true for a column of package sql, and NULL for an absent
// one.
func (f Flag) Value() (driver.Value, error) {
	if value, ok := f.Bool(); ok {
		return value, nil
	}
	return nil, nil
}

// Scan reads a boolean, 0 or 1 from a column of package sql. NULL is an absent flag.
func (f *Flag) Scan(column any) error {
	switch c := column.(type) {
	case nil:
		*f = 0
		return nil
	case bool:
		*f = FlagFalse.With(c)
		return nil
	case int64:
		if c == 0 || c == 1 {
			*f = Flag0.With(c == 1)
			return nil
		}
	case string:
		return f.UnmarshalText([]byte(c))
	case []byte:
		return f.UnmarshalText(c)
	}
	return fmt.Errorf("payload: cannot store this %T in a Flag", column)
}

// Value returns the JSON for a column of package sql, and NULL for an absent value.
func (v Value) Value() (driver.Value, error) {
	if v.IsZero() {
		return nil, nil
	}
	return v.Raw(), nil
}

// Scan reads JSON from a column of package sql. NULL is an absent value.
func (v *Value) Scan(column any) error {
	switch c := column.(type) {
	case nil:
		*v = Value{}
		return nil
	case string:
		return v.UnmarshalJSON([]byte(c))
	case []byte:
		return v.UnmarshalJSON(c)
	}
	return fmt.Errorf("payload: cannot store a %T in a Value", column)
}

// Scan reads a text or a time from a column of package sql. NULL is an empty text. A time
// becomes the text that At gives it: a column for times keeps the instant, not its text.
func (t *Timestamp) Scan(column any) error {
	switch c := column.(type) {
	case nil:
		*t = ""
	case string:
		*t = Timestamp(c)
	case []byte:
		*t = Timestamp(c)
	case time.Time:
		*t = At[Timestamp](c)
	default:
		return fmt.Errorf("payload: cannot store a %T in a Timestamp", column)
	}
	return nil
}
