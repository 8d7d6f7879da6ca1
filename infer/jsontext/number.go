package jsontext

import "strconv"

// MaxNumber is the length, in bytes, of the longest number that a type takes.
const MaxNumber = 1000

// NumberEnd returns the offset after the number at i. If that is not a number, it returns
// the offset of the first wrong byte and false. The text must be followed by a byte that
// cannot be part of a number.
func NumberEnd(s string, i int) (int, bool) {
	if s[i] == '-' {
		i++
	}
	switch c := s[i]; {
	case c == '0':
		i++
	case '1' <= c && c <= '9':
		i = digitsEnd(s, i)
	default:
		return i, false
	}
	if s[i] == '.' {
		from := i + 1
		if i = digitsEnd(s, from); i == from {
			return i, false
		}
	}
	if s[i]|0x20 == 'e' {
		i++
		if s[i] == '+' || s[i] == '-' {
			i++
		}
		from := i
		if i = digitsEnd(s, from); i == from {
			return i, false
		}
	}
	return i, true
}

// digitsEnd returns the offset after the decimal digits that begin at i.
func digitsEnd(s string, i int) int {
	for '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// IsNumber reports whether text is a JSON number of at most MaxNumber bytes.
func IsNumber(text string) bool {
	if text == "" || len(text) > MaxNumber {
		return false
	}
	end, ok := NumberEnd(text+"\x00", 0)
	return ok && end == len(text)
}

// IsPlainInteger reports whether a JSON number is the text that strconv.FormatInt returns
// for its value: without a fraction, an exponent or a minus before zero.
func IsPlainInteger(number string) bool {
	if number == "-0" {
		return false
	}
	for i := range len(number) {
		if c := number[i]; c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// Integer returns the value of a JSON number that is an integer in any form, 5.0 and 5e0
// included. It reports false for a fraction, for an integer that does not fit, and for a
// text that is not a number or longer than MaxNumber.
func Integer(number string) (int64, bool) {
	if !IsNumber(number) {
		return 0, false
	}
	if IsPlainInteger(number) {
		return parseInt(number)
	}
	digits, shift, negative := Scientific(number)
	if digits == "" {
		return 0, true
	}
	// 19 digits hold every int64. Scientific gives no zero at either end.
	if shift < 0 || shift > 19 || len(digits)+shift > 19 {
		return 0, false
	}
	for range shift {
		digits += "0"
	}
	if negative {
		digits = "-" + digits
	}
	return parseInt(digits)
}

// parseInt returns the value of an integer, and 0 where it does not fit.
func parseInt(digits string) (int64, bool) {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, false
	}
	return n, true
}

// Scientific splits a JSON number: its value is digits, which has no zeros at either end,
// times ten to the power of shift. digits is "" for zero, and shift is limited to ±1e9.
func Scientific(number string) (digits string, shift int, negative bool) {
	const most = 1_000_000_000
	var buf []byte
	i := 0
	if number[i] == '-' {
		negative = true
		i++
	}
	fraction := 0
	for point := false; i < len(number) && number[i]|0x20 != 'e'; i++ {
		if number[i] == '.' {
			point = true
			continue
		}
		if point {
			fraction++
		}
		if len(buf) > 0 || number[i] != '0' {
			buf = append(buf, number[i])
		}
	}
	if i < len(number) {
		e, err := strconv.Atoi(number[i+1:])
		if err != nil || e > most || e < -most {
			e = most
			if number[i+1] == '-' {
				e = -most
			}
		}
		shift = e
	}
	shift -= fraction
	for len(buf) > 0 && buf[len(buf)-1] == '0' {
		buf = buf[:len(buf)-1]
		shift++
	}
	return string(buf), shift, negative
}

// Float returns the float64 nearest to a JSON number. It reports false for a text that is
// not a number, is too large or is longer than MaxNumber.
func Float(number string) (float64, bool) {
	if !IsNumber(number) {
		return 0, false
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0, false
	}
	return f, true
}
