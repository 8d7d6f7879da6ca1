package payload

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"unicode/utf8"
)

// AppendString appends s to b as a JSON string. Nothing is escaped that need
// not be: no <, > or &. Invalid UTF-8 comes out as U+FFFD.
func AppendString(b []byte, s string) []byte {
	if !isPlain(s) {
		return appendEscaped(b, s)
	}
	n := len(b)
	b = slices.Grow(b, len(s)+2)[:n+len(s)+2]
	b[n] = '"'
	copy(b[n+1:], s)
	b[n+1+len(s)] = '"'
	return b
}

// isPlain reports whether s is written as it is: it has nothing to escape, and
// is valid UTF-8. It looks at eight bytes at once, the last time at some of them
// again.
func isPlain(s string) bool {
	var seen uint64
	if len(s) < 8 {
		for i := range len(s) {
			if c := s[i]; c == '"' || c == '\\' || c < ' ' {
				return false
			}
			seen |= uint64(s[i])
		}
		return seen&0x80 == 0 || utf8.ValidString(s)
	}
	for i := 0; i+8 < len(s); i += 8 {
		w := word8(s, i)
		if special(w) != 0 {
			return false
		}
		seen |= w
	}
	w := word8(s, len(s)-8)
	if seen |= w; special(w) != 0 {
		return false
	}
	return seen&tops == 0 || utf8.ValidString(s)
}

// appendEscaped is AppendString for any string.
func appendEscaped(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); {
		n := len(b)
		// Room for eight bytes, or for an escape or a character.
		if cap(b)-n < 8 {
			b = slices.Grow(b, len(s)-i+(len(s)-i)/4+8)
		}
		if i+8 <= len(s) {
			w := word8(s, i)
			b = b[:n+8]
			binary.LittleEndian.PutUint64(b[n:], w)
			m := special(w) | w&tops
			if m == 0 {
				i += 8
				continue
			}
			run := bits.TrailingZeros64(m) / 8
			i += run
			b = b[:n+run]
		}
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			code, size := utf8.DecodeRuneInString(s[i:])
			b = utf8.AppendRune(b, code)
			i += size
			continue
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c >= ' ':
			b = append(b, c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c == '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
	}
	return append(b, '"')
}

const hex = "0123456789abcdef"

// AppendInt appends n to b.
func AppendInt(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }

// AppendFloat appends f to b with the fewest digits that tell it from any other
// float64, in the form of encoding/json. An infinity or a NaN, which JSON cannot
// say, comes out as null.
func AppendFloat(b []byte, f float64) []byte {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return append(b, "null"...)
	}
	if abs := math.Abs(f); abs == 0 || 1e-6 <= abs && abs < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64)
	}
	b = strconv.AppendFloat(b, f, 'e', -1, 64)
	if n := len(b); b[n-3] == '-' && b[n-2] == '0' { // 1e-09 is written 1e-9
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

// AppendBool appends v to b.
func AppendBool(b []byte, v bool) []byte { return strconv.AppendBool(b, v) }

// AppendTimestamp appends the text of t to b as a JSON string.
func AppendTimestamp(b []byte, t Timestamp) []byte { return AppendString(b, string(t)) }

// AppendKey appends a comma and the name of a member to b. CloseObject makes
// the first comma of an object its opening brace, so that a member need not
// know whether it is the first one.
func AppendKey(b []byte, name string) []byte {
	return append(AppendString(append(b, ','), name), ':')
}

// CloseObject ends an object whose members were appended to b from the offset
// on, each after a comma.
func CloseObject(b []byte, from int) []byte {
	if len(b) == from {
		return append(b, '{', '}')
	}
	b[from] = '{'
	return append(b, '}')
}

// CloseArray ends an array whose elements were appended to b from the offset
// on, each after a comma.
func CloseArray(b []byte, from int) []byte {
	if len(b) == from {
		return append(b, '[', ']')
	}
	b[from] = '['
	return append(b, ']')
}
