package corpus

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// varyText returns another text of the same sort: an id stays an id of its
// length, a time keeps its layout, a text has another length and other words.
func varyText(r *rand.Rand, s string) string {
	switch {
	case s == "":
		if r.IntN(10) < 7 {
			return ""
		}
		return words(r, 1+r.IntN(24), false)
	case isTime(s), isID(s):
		return digits(r, s)
	case strings.Trim(s, "0123456789") == "":
		return randomDigits(r, max(1, len(s)-2+r.IntN(5)))
	case strings.Trim(s, "0123456789.") == "":
		whole, fraction, _ := strings.Cut(s, ".")
		return randomDigits(r, 1+r.IntN(len(whole)+2)) + "." + randomDigits(r, len(fraction))
	case strings.HasPrefix(s, "http"):
		return "https://" + word(r) + ".example.com/" + word(r) + "/" + randomDigits(r, 4+r.IntN(len(s)))
	case strings.Contains(s, "@"), s == "[email protected]":
		return word(r) + "." + word(r) + "@example.com"
	case r.IntN(10) < 7 && isWord(s):
		return s
	case len(s) <= 5:
		return letters(r, s)
	case isWord(s):
		return word(r)
	}
	length := len(s)/2 + r.IntN(len(s)*13/10+2)
	t := words(r, length, strings.ContainsFunc(s, func(c rune) bool { return c > '~' }))
	if r.IntN(32) == 0 {
		t += "\n\"" + word(r) + "\""
	}
	return t
}

// isWord reports whether s is a state, a type, a currency or the like, which is
// the same one in most payloads.
func isWord(s string) bool {
	return len(s) <= 5 || len(s) <= 20 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_/") == ""
}

// letters replaces the letters of a code.
func letters(r *rand.Rand, s string) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z':
			b[i] = byte('a' + r.IntN(26))
		case 'A' <= c && c <= 'Z':
			b[i] = byte('A' + r.IntN(26))
		}
	}
	return string(b)
}

// isTime reports whether s begins with a date.
func isTime(s string) bool {
	return len(s) >= 10 && s[4] == '-' && s[7] == '-' && strings.Trim(s[:4], "0123456789") == ""
}

// isID reports whether s is made of hexadecimal digits and dashes alone, and is
// as long as ids are.
func isID(s string) bool {
	return len(s) >= 16 && strings.Trim(s, "0123456789abcdefABCDEF-") == ""
}

// digits replaces the digits of a time or an id. Decimal digits that say a
// date or a time of day stay in the ranges of those.
func digits(r *rand.Rand, s string) string {
	b := []byte(s)
	if isTime(s) {
		copy(b[5:10], two(r, 1, 12)+"-"+two(r, 1, 28))
		if len(b) >= 19 {
			copy(b[11:19], two(r, 0, 23)+":"+two(r, 0, 59)+":"+two(r, 0, 59))
		}
		return string(b)
	}
	const hex = "0123456789abcdef"
	decimal := strings.Trim(s, "0123456789") == ""
	for i, c := range b {
		switch {
		case c == '-':
		case decimal:
			b[i] = hex[r.IntN(10)]
		default:
			b[i] = hex[r.IntN(16)]
		}
	}
	return string(b)
}

// two returns a number between least and most in two digits.
func two(r *rand.Rand, least, most int) string {
	n := least + r.IntN(most-least+1)
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}

// randomDigits returns n digits, the first of which is no zero.
func randomDigits(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.IntN(10))
	}
	if n > 1 && b[0] == '0' {
		b[0] = '1'
	}
	return string(b)
}

// word returns a word of 2 to 11 letters.
func word(r *rand.Rand) string {
	b := make([]byte, 2+r.IntN(10))
	for i := range b {
		b[i] = byte('a' + r.IntN(26))
	}
	return string(b)
}

// words returns words of n bytes altogether, or a little more. Some of a wide
// text is Chinese.
func words(r *rand.Rand, n int, wide bool) string {
	var b strings.Builder
	for b.Len() < n {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if wide && r.IntN(3) > 0 {
			for range 1 + r.IntN(6) {
				b.WriteRune(rune(0x4e00 + r.IntN(0x5000)))
			}
			continue
		}
		b.WriteString(word(r))
	}
	return b.String()
}

// varyNumber returns another number of the same class: an integer stays one,
// and both fit float64 exactly as far as their digits go. Where fractions may
// come, some integers get one.
func varyNumber(r *rand.Rand, s string, fractions bool) string {
	if s == "0" && r.IntN(10) < 4 {
		return s
	}
	whole, _, fraction := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	n := randomDigits(r, 1+r.IntN(min(len(whole)+2, 15)))
	if fraction || fractions && len(whole) < 9 && r.IntN(3) == 0 {
		n += "." + strconv.Itoa(1+r.IntN(99))
	}
	return n
}
