package jsontext

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

// String reads the string at i, whose opening quote is there, and returns the offset
// after it. exact is false where the string holds invalid UTF-8 or half a surrogate
// pair, which come out as U+FFFD, as with encoding/json.
//
// A string without escapes is a part of the text, not a copy.
func (t *Text) String(i int) (s string, end int, exact bool) {
	from := i + 1
	i, high := PlainEnd(t.S, from)
	if t.S[i] == '"' {
		s = t.S[from:i]
		if high && !utf8.ValidString(s) {
			return string([]rune(s)), i + 1, false
		}
		return s, i + 1, true
	}
	return t.escaped(from, i)
}

// StringIn is String that unescapes into memory.
func (t *Text) StringIn(memory *Memory, i int) (s string, end int, exact bool) {
	end, high := PlainEnd(t.S, i+1)
	switch {
	case t.S[end] == '"' && !high:
		return t.S[i+1 : end], end + 1, true
	case t.S[end] == '\\':
		if padded, end, ok := t.Unquote(i, memory, Spare); ok {
			return padded[:len(padded)-len(Padding)], end, true
		}
	}
	return t.String(i)
}

// escaped reads the rest of a string that begins at from and holds an escape
// or an error at i.
func (t *Text) escaped(from, i int) (s string, end int, exact bool) {
	buf := make([]byte, 0, 2*(i-from)+32)
	exact = true
	for {
		run := t.S[from:i]
		if utf8.ValidString(run) {
			buf = append(buf, run...)
		} else {
			buf = append(buf, string([]rune(run))...)
			exact = false
		}
		switch c := t.S[i]; {
		case c == '"':
			return string(buf), i + 1, exact
		case i >= t.N:
			t.Fail(t.N, "a string does not end")
			return "", t.N, true
		case c != '\\':
			t.Fail(i, "unescaped control character in a string")
			return "", t.N, true
		}
		i++
		if c := unescape[t.S[i]]; c != 0 {
			buf = append(buf, c)
			i++
		} else if t.S[i] == 'u' {
			code, ok := t.unicode(i + 1)
			if !ok {
				return "", t.N, true
			}
			i += 5
			if utf16.IsSurrogate(code) {
				low := rune(-1)
				if t.S[i] == '\\' && t.S[i+1] == 'u' {
					if low, ok = t.unicode(i + 2); !ok {
						return "", t.N, true
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
			t.Fail(i, "invalid escape in a string")
			return "", t.N, true
		}
		from = i
		i, _ = PlainEnd(t.S, i)
	}
}

// Memory is what the strings with escapes of a text share, most of which is for the
// strings ahead.
type Memory struct {
	Used  int    // bytes that were allocated
	spare []byte // of those, what has no use yet
}

// How much memory a string with escapes is given for those ahead: few strings have
// any, but where one holds JSON, others do.
const (
	Spare     = 256
	SpareJSON = 2560
)

// Unquote reads the string at i, which holds escapes, into memory. It returns the
// string with [Padding] after it, and the offset after it in the text. It reports
// false, without an error, for a string that is not valid, and for one that does not
// come out exactly: [Text.String] knows what to do with those. ahead is Spare or
// SpareJSON.
func (t *Text) Unquote(i int, memory *Memory, ahead int) (padded string, end int, ok bool) {
	n, at, seen := expand(memory.spare, 0, t.S, i+1)
	for at > 0 && (t.S[at] != '"' || n+len(Padding) > len(memory.spare)) {
		size := n + 8 + len(Padding) + min(t.N-at, ahead)
		if n > ahead {
			size += n
		}
		memory.Used += size
		more := make([]byte, size)
		copy(more, memory.spare[:n])
		memory.spare = more
		var also uint64
		n, at, also = expand(more, n, t.S, at)
		seen |= also
	}
	if at < 0 || seen&Tops != 0 && !utf8.Valid(memory.spare[:n]) {
		return "", 0, false
	}
	clear(memory.spare[n : n+len(Padding)])
	// These bytes are never written again: spare goes on behind them.
	padded = unsafe.String(&memory.spare[0], n+len(Padding))
	memory.spare = memory.spare[n+len(Padding):]
	return padded, at + 1, true
}

// expand appends the rest of a string, at i, to the n bytes of its text in buf.
// It returns the length of the text and the offset of the closing quote, or, where
// buf has no room for more and for padding behind it, how far it came. The offset
// is negative where the string is not valid, or does not come out exactly. The
// bytes that were seen, or'ed, tell whether there is one beyond ASCII.
func expand(buf []byte, n int, s string, i int) (length, at int, seen uint64) {
	// Eight bytes are copied at once, whatever they are, and up to four written
	// behind those that count.
	for n+8+len(Padding) <= len(buf) {
		w := Word8(s, i)
		seen |= w
		binary.LittleEndian.PutUint64(buf[n:n+8], w)
		m := Special(w)
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
		digit, ok := hexDigit(c)
		if !ok {
			return 0, false
		}
		code = code<<4 | digit
	}
	return code, true
}

// hexDigit returns the value of a hexadecimal digit in either case.
func hexDigit(c byte) (value rune, ok bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c | 0x20 - 'a' + 10), true
	}
	return 0, false
}

// unicode reads the four hexadecimal digits at i.
func (t *Text) unicode(i int) (rune, bool) {
	var code rune
	for k := range 4 {
		digit, ok := hexDigit(t.S[i+k])
		if !ok {
			t.Fail(i+k, "expected four hexadecimal digits after \\u")
			return 0, false
		}
		code = code<<4 | digit
	}
	return code, true
}

// unescape gives the byte that a two-character escape stands for, by its
// second character (RFC 8259, section 7); 0 where there is none.
var unescape = [256]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}
