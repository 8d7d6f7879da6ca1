package signature

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// exactDigits is a number of digits that any double has: two texts of so few that are not
// the same number are not the same double, and JavaScript needs no fewer digits for it.
const exactDigits = 15

// isNumber reports whether JavaScript writes a JSON number with the same text.
func isNumber(text string) bool {
	if len(text) <= exactDigits && jsontext.IsPlainInteger(text) {
		return true
	}
	if short, ok := shortFraction(text); ok {
		return len(short) == len(text)
	}
	var b [32]byte
	return string(appendNumber(b[:0], text)) == text
}

// appendNumber appends a number as JavaScript writes it: as the shortest text of the nearest
// double, and null for one that is too large.
func appendNumber(b []byte, text string) []byte {
	if len(text) <= exactDigits && jsontext.IsPlainInteger(text) {
		return append(b, text...)
	}
	if short, ok := shortFraction(text); ok {
		return append(b, short...)
	}
	f, _ := strconv.ParseFloat(text, 64) // an infinity if it is out of range
	if f == 0 {
		f = 0 // not -0
	}
	return jsontext.AppendFloat(b, f)
}

// shortFraction returns a number with a fraction without the zeros at its end. It reports
// false for a number that JavaScript may write in another way: with an exponent, with more
// digits than exactDigits, or one that is near 0 or 0 itself.
func shortFraction(text string) (string, bool) {
	digits := strings.TrimPrefix(text, "-")
	point := strings.IndexByte(digits, '.')
	if point < 0 || len(digits) > exactDigits+1 || digits[0] == '0' && (len(digits) < 3 || strings.HasPrefix(digits, "0.00000")) || strings.ContainsAny(digits, "eE") {
		return "", false
	}
	text = strings.TrimRight(text, "0")
	text = strings.TrimSuffix(text, ".")
	return text, text != "-0"
}
