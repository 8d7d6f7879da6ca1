package payload

import (
	"unicode/utf16"
	"unicode/utf8"
)

// text reads the string whose opening quote is at the cursor. exact is false
// where the string holds invalid UTF-8 or half a surrogate pair, which come
// out as U+FFFD, as with encoding/json.
//
// A string without escapes is a part of the Reader's text, not a copy.
func (r *Reader) text() (s string, exact bool) {
	from := r.i + 1
	i, high := plain(r.s, from)
	if r.s[i] == '"' {
		r.i = i + 1
		s = r.s[from:i]
		if high && !utf8.ValidString(s) {
			return string([]rune(s)), false
		}
		return s, true
	}
	return r.escaped(from, i)
}

// escaped reads the rest of a string that begins at from and holds an escape
// or an error at i.
func (r *Reader) escaped(from, i int) (s string, exact bool) {
	buf := make([]byte, 0, 2*(i-from)+32)
	exact = true
	for {
		run := r.s[from:i]
		if utf8.ValidString(run) {
			buf = append(buf, run...)
		} else {
			buf = append(buf, string([]rune(run))...)
			exact = false
		}
		switch c := r.s[i]; {
		case c == '"':
			r.i = i + 1
			return string(buf), exact
		case i >= r.n:
			r.fail(r.n, "a string does not end")
			return "", true
		case c != '\\':
			r.fail(i, "a control character in a string must be escaped")
			return "", true
		}
		i++
		if c := unescape[r.s[i]]; c != 0 {
			buf = append(buf, c)
			i++
		} else if r.s[i] == 'u' {
			code, ok := r.unicode(i + 1)
			if !ok {
				return "", true
			}
			i += 5
			if utf16.IsSurrogate(code) {
				low := rune(-1)
				if r.s[i] == '\\' && r.s[i+1] == 'u' {
					if low, ok = r.unicode(i + 2); !ok {
						return "", true
					}
				}
				code = utf16.DecodeRune(code, low)
				if code != utf8.RuneError {
					i += 6
				} else {
					exact = false
				}
			}
			buf = utf8.AppendRune(buf, code)
		} else {
			r.fail(i, "no such escape in a string")
			return "", true
		}
		from = i
		i, _ = plain(r.s, i)
	}
}

// unicode reads the four hexadecimal digits at i.
func (r *Reader) unicode(i int) (rune, bool) {
	var code rune
	for k := range 4 {
		c := r.s[i+k]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			r.fail(i+k, "want four hexadecimal digits after \\u")
			return 0, false
		}
		code = code<<4 | rune(c)
	}
	return code, true
}

// unescape gives the byte that a two-character escape stands for, by its
// second character (RFC 8259, section 7); 0 where there is none.
var unescape = [256]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// plain returns the offset of the first byte of s at or after i that is no
// plain part of a string: a quote, a backslash or a control character, of
// which the padding after every text is one. high reports whether a byte
// beyond ASCII may come before it.
//
// It looks at eight bytes at once. In a word w, (w^q - ones) &^ (w^q) has the
// top bit of a byte set where that byte equals q's, and (w - 0x20…) &^ w where
// it is below 0x20; borrows can set further bits above the first one only.
func plain(s string, i int) (end int, high bool) {
	const (
		ones   = 0x0101010101010101
		tops   = 0x80 * ones
		quote  = '"' * ones
		slash  = '\\' * ones
		blanks = 0x20 * ones
	)
	var seen uint64
	for i+8 <= len(s) {
		w := word8(s, i)
		q, b := w^quote, w^slash
		if m := ((q-ones)&^q | (b-ones)&^b | (w-blanks)&^w) & tops; m != 0 {
			for s[i] != '"' && s[i] != '\\' && s[i] >= ' ' {
				seen |= uint64(s[i])
				i++
			}
			return i, seen&tops != 0
		}
		seen |= w
		i += 8
	}
	for s[i] != '"' && s[i] != '\\' && s[i] >= ' ' {
		seen |= uint64(s[i])
		i++
	}
	return i, seen&tops != 0
}

// word8 loads the eight bytes of s at i, the first one lowest.
func word8(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}
