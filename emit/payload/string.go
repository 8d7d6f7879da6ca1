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

// maxShort is how many bytes of a string with escapes are worked on without
// measuring it first.
const maxShort = 2048

// unquote reads the string at i, which holds escapes, and returns its text with
// padding after it, and the offset after the string. It reports false, without
// an error, for a string that is not valid, and for one that does not come out
// exactly: String knows better what to do with those.
func (r *Reader) unquote(i int) (padded string, end int, ok bool) {
	var short [maxShort]byte
	n, end := expand(short[:], r.s, i)
	if n >= 0 {
		return r.store(short[:n], r.n-end), end, true
	}
	if end < 0 {
		return "", 0, false
	}
	if end = r.measure(i); end < 0 {
		return "", 0, false
	}
	buf := make([]byte, end-i+len(padding))
	if n, end = expand(buf, r.s, i); n < 0 {
		return "", 0, false
	}
	clear(buf[n:])
	return unsafe.String(&buf[0], n+len(padding)), end, true
}

// store returns a copy of text with padding after it. The strings of a body that
// have escapes share some memory, of which there is more where more of the body
// is ahead.
func (r *Reader) store(text []byte, ahead int) string {
	need := len(text) + len(padding)
	if len(r.spare) < need {
		r.spare = make([]byte, max(need, min(ahead/4, maxShort)))
	}
	copy(r.spare, text)
	// These bytes are never written again: spare goes on behind them.
	padded := unsafe.String(&r.spare[0], need)
	r.spare = r.spare[need:]
	return padded
}

// expand writes the text of the string at i to buf, and returns its length and
// the offset after the string. Where the string is not valid, or does not come
// out exactly, it returns -1 and -1; where buf is too short for it, -1 and 0.
func expand(buf []byte, s string, i int) (n, end int) {
	var seen uint64
	for i++; ; {
		// Eight bytes are copied at once, whatever they are, and up to four written
		// behind those that count.
		if n+16 > len(buf) {
			return -1, 0
		}
		w := word8(s, i)
		binary.LittleEndian.PutUint64(buf[n:], w)
		m := special(w)
		if m == 0 {
			seen |= w
			i, n = i+8, n+8
			continue
		}
		run := bits.TrailingZeros64(m) / 8
		seen |= w & (m&-m - 1)
		i, n = i+run, n+run
		if s[i] == '"' {
			break
		}
		if s[i] != '\\' {
			return -1, -1
		}
		if c := unescape[s[i+1]]; c != 0 {
			buf[n] = c
			i, n = i+2, n+1
			continue
		}
		code, width := codeAt(s, i)
		if width == 0 {
			return -1, -1
		}
		n += utf8.EncodeRune(buf[n:], code)
		i += width
	}
	if seen&tops != 0 && !utf8.Valid(buf[:n]) {
		return -1, -1
	}
	return n, i + 1
}

// measure returns the offset after the string at i, or -1 where it is not valid.
func (r *Reader) measure(i int) int {
	s := r.s
	for i++; ; {
		i, _ = plain(s, i)
		if s[i] == '"' {
			return i + 1
		}
		if s[i] != '\\' || i+1 >= r.n {
			return -1
		}
		i += 2
	}
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
	quotes = '"' * ones
	slants = '\\' * ones
	blanks = 0x20 * ones
)

// special returns a word that has the top bit of a byte set where that byte of w
// is a quote, a backslash or a control character. In w, (w^q - ones) &^ (w^q) has
// it set where a byte equals q's, and (w - blanks) &^ w where it is below 0x20;
// borrows can set further bits, but above the first one only.
func special(w uint64) uint64 {
	q, b := w^0x02*ones, w^slants
	return ((q-0x21*ones)&^q | (b-ones)&^b) & tops
}

// plain returns the offset of the first byte of s at or after i that is no
// plain part of a string: a quote, a backslash or a control character, of
// which the padding after every text is one. high reports whether a byte
// beyond ASCII comes before it.
func plain(s string, i int) (end int, high bool) {
	var seen uint64
	for i+8 <= len(s) {
		w := word8(s, i)
		if m := special(w); m != 0 {
			seen |= w & (m&-m - 1)
			return i + bits.TrailingZeros64(m)/8, seen&tops != 0
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
