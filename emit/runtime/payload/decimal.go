package payload

import (
	"cmp"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Minor returns the exact value in minor units, of which there are ten to the power of
// digits: 1234, true for 12.34 and two digits. ok is false where the number has a fraction
// of a minor unit, does not fit, or is not valid.
func (n Number) Minor(digits int) (units int64, ok bool) {
	text := n.String()
	if !jsontext.IsNumber(text) {
		return 0, false
	}
	figures, shift, negative := jsontext.Scientific(text)
	if shift += digits; figures == "" {
		return 0, true
	} else if shift < 0 || shift > 19 { // an int64 has 19 digits
		return 0, false
	}
	if figures += strings.Repeat("0", shift); negative {
		figures = "-" + figures
	}
	return jsontext.Integer(figures)
}

// Fixed returns the number with that many decimals, for people to read: 19.90 for 19.9 and
// two digits. It rounds halves away from zero, and returns the text of what is not a number
// as it is.
func (n Number) Fixed(digits int) string {
	if value, ok := n.Rat(); ok {
		return value.FloatString(max(digits, 0))
	}
	return n.String()
}

// Sign returns -1, 0 or 1. ok is false for a text that is not a number.
func (n Number) Sign() (sign int, ok bool) {
	text := n.String()
	if !jsontext.IsNumber(text) {
		return 0, false
	}
	switch digits, _, negative := jsontext.Scientific(text); {
	case digits == "":
		return 0, true
	case negative:
		return -1, true
	}
	return 1, true
}

// Cmp compares the exact values: it returns -1 where n is less than m, 1 where it is
// greater, and 0 where they are equal, as 1.0 and 1 are. ok is false where either is not a
// number.
func (n Number) Cmp(m Number) (order int, ok bool) {
	a, b := n.String(), m.String()
	if !jsontext.IsNumber(a) || !jsontext.IsNumber(b) {
		return 0, false
	}
	x, xShift, xNegative := jsontext.Scientific(a)
	y, yShift, yNegative := jsontext.Scientific(b)
	signs, _ := n.Sign()
	other, _ := m.Sign()
	if signs != other || signs == 0 {
		return cmp.Compare(signs, other), true
	}
	// Neither has a zero at either end: the longer one before the point is the larger one,
	// and among equally long ones the digits decide.
	order = cmp.Or(cmp.Compare(len(x)+xShift, len(y)+yShift), strings.Compare(x, y))
	if xNegative && yNegative {
		order = -order
	}
	return order, true
}
