package signature

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// units reads a JSON string as UTF-16 code units, as JavaScript has it.
type units struct {
	s   string // from behind the first quote on
	low uint16 // the second half of a pair, to be returned next, or 0
}

// next returns the next code unit. It reports false at the end of the string.
func (u *units) next() (uint16, bool) {
	if low := u.low; low != 0 {
		u.low = 0
		return low, true
	}
	switch c := u.s[0]; {
	case c == '"':
		return 0, false
	case c == '\\':
		return u.escaped(), true
	case c < utf8.RuneSelf:
		u.s = u.s[1:]
		return uint16(c), true
	}
	r, n := utf8.DecodeRuneInString(u.s)
	u.s = u.s[n:]
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		u.low = uint16(low)
		return uint16(high), true
	}
	return uint16(r), true
}

// escaped returns the code unit of an escape.
func (u *units) escaped() uint16 {
	c := u.s[1]
	if c == 'u' {
		v, _ := strconv.ParseUint(u.s[2:6], 16, 16) // valid: the string was read before
		u.s = u.s[6:]
		return uint16(v)
	}
	u.s = u.s[2:]
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return uint16(c)
}

// compareNames compares two names of members, each from its quote on: array indexes come
// first and by number, the others by code units.
func compareNames(a, b string) int {
	if x, y := plain(a), plain(b); x > 0 && y > 0 && !isDigit(a[1]) && !isDigit(b[1]) {
		return strings.Compare(a[1:x], b[1:y])
	}
	m, isM := index(a)
	n, isN := index(b)
	switch {
	case isM && isN:
		return cmp.Compare(m, n)
	case isM:
		return -1
	case isN:
		return 1
	}
	x, y := units{s: a[1:]}, units{s: b[1:]}
	for {
		v, more := x.next()
		w, most := y.next()
		switch {
		case !more && !most:
			return 0
		case !more:
			return -1
		case !most:
			return 1
		case v != w:
			return cmp.Compare(v, w)
		}
	}
}

// plain returns the offset of the quote that ends a string of ASCII without escapes, and
// 0 for any other string. The bytes of such a string are its code units.
func plain(s string) int {
	if end, high := jsontext.PlainEnd(s, 1); !high && s[end] == '"' {
		return end
	}
	return 0
}

// isString reports whether JavaScript writes a JSON string with the same text. It may say no
// where it does, for a character of which \u is the only escape.
func isString(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 {
			return true
		}
		if c := s[i+1]; c == 'u' || c == '/' {
			return false
		}
		s = s[i+2:]
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// index returns the number of a name that is an array index: an integer below 2^32-1 in
// its shortest form (ECMA-262, "array index").
func index(name string) (uint64, bool) {
	u := units{s: name[1:]}
	var n uint64
	length := 0
	for {
		c, ok := u.next()
		if !ok {
			return n, length > 0 && n < 1<<32-1
		}
		if c < '0' || c > '9' || length == 10 || length > 0 && n == 0 {
			return 0, false
		}
		n = n*10 + uint64(c-'0')
		length++
	}
}

// string appends the JSON string that begins s as JavaScript writes it: with escapes
// only for quotes, backslashes, control characters and halves of pairs.
func (o *output) string(s string) {
	if end := plain(s); end > 0 {
		o.b = append(o.b, s[:end+1]...)
		return
	}
	u := units{s: s[1:]}
	o.b = append(o.b, '"')
	for {
		v, ok := u.next()
		if !ok {
			o.b = append(o.b, '"')
			return
		}
		r := rune(v)
		if utf16.IsSurrogate(r) {
			low := u
			if w, ok := low.next(); ok {
				if pair := utf16.DecodeRune(r, rune(w)); pair != utf8.RuneError {
					u, r = low, pair
				}
			}
		}
		o.rune(r)
		o.flushFull()
	}
}

func (o *output) rune(r rune) {
	const digits = "0123456789abcdef"

	if c := short(r); c != 0 {
		o.b = append(o.b, '\\', c)
		return
	}
	if r < ' ' || utf16.IsSurrogate(r) {
		o.b = append(o.b, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		return
	}
	o.b = utf8.AppendRune(o.b, r)
}

// short returns the letter of the short escape of r, or 0.
func short(r rune) byte {
	switch r {
	case '"', '\\':
		return byte(r)
	case '\b':
		return 'b'
	case '\t':
		return 't'
	case '\n':
		return 'n'
	case '\f':
		return 'f'
	case '\r':
		return 'r'
	}
	return 0
}
