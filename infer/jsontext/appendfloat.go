package jsontext

import (
	"math"
	"strconv"
)

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
