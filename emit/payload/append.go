package payload

import (
	"math"
	"slices"
	"strconv"
)

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
	var buf [32]byte // and not b, whose bytes behind the number are the caller's
	text := strconv.AppendFloat(buf[:0], f, 'e', -1, 64)
	if n := len(text); text[n-3] == '-' && text[n-2] == '0' { // 1e-09 is written 1e-9
		text[n-2] = text[n-1]
		text = text[:n-1]
	}
	return append(b, text...)
}

// AppendBool appends v to b.
func AppendBool(b []byte, v bool) []byte { return strconv.AppendBool(b, v) }

// AppendTimestamp appends the text of t to b as a JSON string.
func AppendTimestamp(b []byte, t Timestamp) []byte { return AppendString(b, string(t)) }

// AppendKey appends a comma and the name of a member to b. CloseObject makes
// the first comma of an object its opening brace, so that a member need not
// know whether it is the first one.
func AppendKey(b []byte, name string) []byte {
	return append(AddString(b, ",", name), ':')
}

// Room returns b with room for a few short members. It is a call of its own so
// that encoders have b, and nothing else, in the registers in which it goes from
// one of their calls to the next.
//
//go:noinline
func Room(b []byte) []byte {
	if cap(b)-len(b) < 64 {
		b = slices.Grow(b, 64)
	}
	return b
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
