package payload

import "strconv"

// Bool reads a boolean.
func (r *Reader) Bool(p *bool) bool {
	*p = false
	switch r.s[r.i] {
	case 't':
		r.word("true")
		*p = r.err == nil
		return true
	case 'f':
		r.word("false")
		return true
	}
	return r.reject(KindBoolean)
}

// String reads a string. A number or a boolean is taken by its text, which is
// a mismatch.
func (r *Reader) String(p *string) bool {
	if r.s[r.i] == '"' {
		var exact bool
		if *p, exact = r.text(); !exact {
			r.unset = false
		}
		return exact
	}
	return r.otherString(p)
}

// otherString reads something else where a string is wanted.
func (r *Reader) otherString(p *string) bool {
	*p = ""
	if k := r.Kind(); k == KindNumber || k == KindBoolean {
		at := r.i
		*p = r.Raw()
		r.misfit(at, KindString, k, false)
		return false
	}
	return r.reject(KindString)
}

// Int reads an integer that fits 64 bits. 5.0 and 5e0 are taken as 5; a string
// that holds an integer is taken too, which is a mismatch.
func (r *Reader) Int(p *int64) bool {
	*p = 0
	at := r.i
	switch r.Kind() {
	case KindNumber:
		text := r.number()
		n, ok := integer(text)
		if !ok {
			r.misfit(at, KindInteger, KindNumber, true)
			return false
		}
		*p = n
		r.unset = false
		return plainInteger(text)
	case KindString:
		text, _ := r.text()
		n, ok := integer(text)
		if ok = ok && plainInteger(text); ok {
			*p = n
		}
		r.misfit(at, KindInteger, KindString, !ok)
		return false
	}
	return r.reject(KindInteger)
}

// Float reads a number as a float64. A string that holds a number is taken
// too, which is a mismatch.
func (r *Reader) Float(p *float64) bool {
	*p = 0
	at := r.i
	switch r.Kind() {
	case KindNumber:
		text := r.number()
		f, ok := float(text)
		if !ok {
			r.misfit(at, KindNumber, KindNumber, true)
			return false
		}
		*p = f
		r.unset = false
		return string(AppendFloat(nil, f)) == text
	case KindString:
		text, _ := r.text()
		f, ok := float(text)
		if ok {
			*p = f
		}
		r.misfit(at, KindNumber, KindString, !ok)
		return false
	}
	return r.reject(KindNumber)
}

// number passes over the number at the cursor, which must have the form of
// RFC 8259, section 6, and returns its text.
func (r *Reader) number() string {
	end, ok := numberEnd(r.s, r.i)
	if !ok {
		r.fail(end, "this is not how JSON writes a number")
		return ""
	}
	text := r.s[r.i:end]
	r.i = end
	return text
}

// numberEnd returns the offset after the number that begins at i. It reports
// false, and the offset of the first wrong byte, where there is none. Some
// byte that is part of no number must follow the text.
func numberEnd(s string, i int) (int, bool) {
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

// isNumber reports whether text is a number as JSON writes it, and no longer
// than MaxNumber.
func isNumber(text string) bool {
	if text == "" || len(text) > MaxNumber {
		return false
	}
	end, ok := numberEnd(text+"\x00", 0)
	return ok && end == len(text)
}

// plainInteger reports whether a number of JSON is the text that an int64 is
// written as: without fraction, exponent or a minus before zero.
func plainInteger(number string) bool {
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

// integer returns the value of a number of JSON that is an integer, however
// it is written. It reports false for one with a fraction, one that does not
// fit and one longer than MaxNumber.
func integer(number string) (int64, bool) {
	if !isNumber(number) {
		return 0, false
	}
	if plainInteger(number) {
		return parseInt(number)
	}
	digits, shift, negative := scientific(number)
	if digits == "" {
		return 0, true
	}
	// 19 digits hold every int64. scientific gives no zero at either end.
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

// scientific takes a number of JSON apart: its value is the digits, without
// zeros at either end, times ten to the shift. Digits is "" for zero. The shift
// is cut at ±1e9, which is beyond every use.
func scientific(number string) (digits string, shift int, negative bool) {
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

// float returns the float64 nearest to a number of JSON. It reports false for
// a text that is none, and for one too large or too long.
func float(number string) (float64, bool) {
	if !isNumber(number) {
		return 0, false
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0, false
	}
	return f, true
}
