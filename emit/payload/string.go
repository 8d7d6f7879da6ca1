package payload

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
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

// unquote reads the string at i, which holds escapes, and returns its text with
// padding after it, and the offset after the string. It reports false, without
// an error, for a string that is not valid, and for one that does not come out
// exactly: String knows better what to do with those.
//
// The strings of a body that have escapes share some memory, of which most bytes
// are for the strings ahead.
func (r *Reader) unquote(i, most int) (padded string, end int, ok bool) {
	n, at, seen := expand(r.spare, 0, r.s, i+1)
	for at > 0 && (r.s[at] != '"' || n+len(padding) > len(r.spare)) {
		size := n + 8 + len(padding) + min(r.n-at, most)
		if n > most {
			size += n
		}
		r.used += size
		more := make([]byte, size)
		copy(more, r.spare[:n])
		r.spare = more
		var also uint64
		n, at, also = expand(more, n, r.s, at)
		seen |= also
	}
	if at < 0 || seen&tops != 0 && !utf8.Valid(r.spare[:n]) {
		return "", 0, false
	}
	clear(r.spare[n : n+len(padding)])
	// These bytes are never written again: spare goes on behind them.
	padded = unsafe.String(&r.spare[0], n+len(padding))
	r.spare = r.spare[n+len(padding):]
	return padded, at + 1, true
}

// How much memory strings with escapes are given for those ahead: few have any,
// but where one holds JSON, others do.
const (
	mostSpare     = 256
	mostSpareJSON = 2560
)

// expand appends the rest of a string, at i, to the n bytes of its text in buf.
// It returns the length of the text and the offset of the closing quote, or, where
// buf has no room for more and for padding behind it, how far it came. The offset
// is negative where the string is not valid, or does not come out exactly. The
// bytes that were seen, or'ed, tell whether there is one beyond ASCII.
func expand(buf []byte, n int, s string, i int) (length, at int, seen uint64) {
	// Eight bytes are copied at once, whatever they are, and up to four written
	// behind those that count.
	for n+8+len(padding) <= len(buf) {
		w := word8(s, i)
		seen |= w
		binary.LittleEndian.PutUint64(buf[n:n+8], w)
		m := special(w)
		if m == 0 {
			i, n = i+8, n+8
			continue
		}
		run := bits.TrailingZeros64(m) / 8
		i, n = i+run, n+run
		escape := s[i : i+2]
		if escape[0] != '\\' {
			if escape[0] != '"' {
				i = -1
			}
			return n, i, seen
		}
		if c := unescape[escape[1]]; c != 0 {
			buf[n] = c
			i, n = i+2, n+1
			continue
		}
		code, width := codeAt(s, i)
		if width == 0 {
			return n, -1, seen
		}
		n += utf8.EncodeRune(buf[n:], code)
		i += width
	}
	return n, i, seen
}

// codeAt returns the code point of the escape \uXXXX at i, or of two that are a
// surrogate pair, and their width in bytes. The width is 0 where there is none.
func codeAt(s string, i int) (code rune, width int) {
	code, ok := hex4(s, i)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(code) {
		return code, 6
	}
	low, ok := hex4(s, i+6)
	code = utf16.DecodeRune(code, low)
	if !ok || code == utf8.RuneError {
		return 0, 0
	}
	return code, 12
}

// hex4 returns the number in the escape \uXXXX at i.
func hex4(s string, i int) (code rune, ok bool) {
	if s[i] != '\\' || s[i+1] != 'u' {
		return 0, false
	}
	for _, c := range []byte(s[i+2 : i+6]) {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		code = code<<4 | rune(c)
	}
	return code, true
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

// The repeated bytes that eight bytes of a text are compared with at once.
const (
	ones   = 0x0101010101010101
	tops   = 0x80 * ones
	twos   = 0x02 * ones
	below  = 0x21 * ones
	slants = '\\' * ones
	blanks = ' ' * ones
)

// special returns a word that has the top bit of a byte set where that byte of w
// is a quote, a backslash or a control character. Of the bytes of ASCII, w^twos
// is below 0x21 for a quote and the control characters, and w^slants below 1 for
// a backslash. Borrows can set further bits, but above the first one only.
func special(w uint64) uint64 {
	return (((w ^ twos) - below) | ((w ^ slants) - ones)) &^ w & tops
}

// plain returns the offset of the first byte of s at or after i that is no
// plain part of a string: a quote, a backslash or a control character, of
// which the padding after every text is one. high reports whether a byte
// beyond ASCII comes before it.
func plain(s string, i int) (end int, high bool) {
	var seen uint64
	for {
		w := word8(s, i)
		if m := special(w); m != 0 {
			seen |= w & (m&-m - 1)
			return i + bits.TrailingZeros64(m)/8, seen&tops != 0
		}
		seen |= w
		i += 8
	}
}

// word4 loads four bytes as word8 does eight.
func word4(s string, i int) uint32 {
	b := s[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// word8 loads the eight bytes of s at i, the first one lowest. They are there for
// every i up to the end of a text, because of the padding.
func word8(s string, i int) uint64 {
	b := s[i : i+8] // checked once, not at each byte
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
