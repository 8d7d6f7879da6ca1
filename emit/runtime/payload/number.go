package payload

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Number is the exact decimal text of a number, and whether it stood in quotes. It is
// for members with fractions, for integers beyond int64, and for members that are a
// string here and a number there. In quotes it holds any text: "12.34 USD" and "" stay
// what they are, and Valid reports that they are not numbers.
//
// The zero Number is absent: it is not a number, and not the number 0, which is
// Num("0"). A member that is absent is encoded by leaving it out, an element of a list
// as null. A member that was null is absent too, and Extra.Get of its struct returns the null.
//
// Numbers are == if their JSON texts are: 1.0 and 1 are not. Equal compares what they mean.
type Number jsontext.Value

// Num returns a number without quotes. A text that is not Valid comes out in quotes.
func Num[T string | int | int64](v T) Number {
	switch v := any(v).(type) {
	case int:
		return number(strconv.Itoa(v))
	case int64:
		return number(strconv.FormatInt(v, 10))
	default:
		return number(v.(string))
	}
}

func number(text string) Number {
	if !jsontext.IsNumber(text) {
		return QuotedNum(text)
	}
	return Number(jsontext.RawValue(text))
}

// QuotedNum returns a number that is sent as a string.
func QuotedNum(text string) Number {
	return Number(jsontext.RawValue(string(jsontext.AppendString(nil, text))))
}

// IsZero reports whether the number is absent.
func (n Number) IsZero() bool { return n.raw() == "" }

// Quoted reports whether the number stood in quotes.
func (n Number) Quoted() bool { return !n.IsZero() && n.raw()[0] == '"' }

// String returns the number's text without quotes, "" for an absent number.
func (n Number) String() string {
	text, quoted := Value(n).Text()
	if !quoted {
		return n.raw()
	}
	return text
}

// GoString returns the call that makes the number.
func (n Number) GoString() string {
	switch {
	case n.IsZero():
		return "payload.Number{}"
	case n.Quoted():
		return "payload.QuotedNum(" + strconv.Quote(n.String()) + ")"
	}
	return "payload.Num(" + strconv.Quote(n.raw()) + ")"
}

// With returns m in the form of n, with or without quotes. It returns m as it is
// where n is absent, and where m is a text that is not a number.
func (n Number) With(m Number) Number {
	switch {
	case n.IsZero() || m.IsZero():
		return m
	case n.Quoted():
		return QuotedNum(m.String())
	}
	return Num(m.String())
}

// Valid reports whether the text is a number as JSON writes it, of MaxNumber bytes at
// most. An absent number is not valid.
func (n Number) Valid() bool { return jsontext.IsNumber(n.String()) }

// Int64 returns the value of an integer, 5.0 and 5e0 included. ok is false for a
// fraction, for an integer that does not fit, and for a text that is not a number, as
// that of an absent one.
func (n Number) Int64() (value int64, ok bool) { return jsontext.Integer(n.String()) }

// Float64 returns the nearest float64. ok is false for a text that is not a number and
// for a number that is too large.
func (n Number) Float64() (value float64, ok bool) { return jsontext.Float(n.String()) }

// maxRat bounds the zeros that Rat adds to the digits of a text: 1e1000000 is nine
// bytes of text and 400 kilobytes of integer.
const maxRat = 1000

// Rat returns the exact value. ok is false for a text that is not a number, and for an
// exponent far beyond ±1000, because a few bytes would make megabytes.
func (n Number) Rat() (value *big.Rat, ok bool) {
	text := n.String()
	if !jsontext.IsNumber(text) {
		return nil, false
	}
	switch digits, shift, _ := jsontext.Scientific(text); {
	case digits == "":
		return new(big.Rat), true
	case shift > maxRat || shift < -maxRat:
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// MarshalJSON returns the text, in quotes where it stood in quotes, and null for an
// absent number.
func (n Number) MarshalJSON() ([]byte, error) { return Value(n).MarshalJSON() }

// UnmarshalJSON decodes a number or a string; null makes the number absent. It fails
// for other kinds.
func (n *Number) UnmarshalJSON(text []byte) error {
	*n = Number{}
	v, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	number, ok := v.Number()
	if kind := v.Kind(); !ok && kind != KindNull || kind == KindNumber && len(v.Raw()) > MaxNumber {
		return misfit(text, KindNumber, kind)
	}
	*n = number
	return nil
}

// raw returns the JSON text.
func (n Number) raw() string { return jsontext.Value(n).Raw() }

// quotedNumber returns a string as a Number with minimal escapes, so that equal texts are
// ==.
func quotedNumber(v Value) Number {
	if strings.Contains(v.Raw(), `\`) {
		s := jsontext.NewScanner(v.Raw())
		if text, exact := s.String(); exact {
			return QuotedNum(text)
		}
	}
	return Number(v)
}

// Equal reports whether both mean the same in JSON: 1.0 is 1, but a number in quotes is a
// text, and neither 1 nor "1.0" is "1". An absent number equals an absent one only. Cmp
// compares the values, whatever their form.
func (n Number) Equal(m Number) bool { return sameJSON(n.raw(), m.raw()) }
