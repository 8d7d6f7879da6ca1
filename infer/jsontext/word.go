package jsontext

import "math/bits"

// Tops is the top bit of each byte of a word.
const Tops = 0x80 * ones

// The repeated bytes that eight bytes of a text are compared with at once.
const (
	ones   = 0x0101010101010101
	twos   = 0x02 * ones
	below  = 0x21 * ones
	slants = '\\' * ones
	blanks = ' ' * ones
)

// Special returns a word that has the top bit of a byte set where that byte of w
// is a quote, a backslash or a control character. Of the bytes of ASCII, w^twos
// is below 0x21 for a quote and the control characters, and w^slants below 1 for
// a backslash. Borrows can set further bits, but above the first one only.
func Special(w uint64) uint64 {
	return (((w ^ twos) - below) | ((w ^ slants) - ones)) &^ w & Tops
}

// PlainEnd returns the offset of the first byte of s at or after i that is no
// plain part of a string: a quote, a backslash or a control character, of
// which the padding after every text is one. high reports whether a byte
// beyond ASCII comes before it.
func PlainEnd(s string, i int) (end int, high bool) {
	var seen uint64
	for {
		w := Word8(s, i)
		if m := Special(w); m != 0 {
			seen |= w & (m&-m - 1)
			return i + bits.TrailingZeros64(m)/8, seen&Tops != 0
		}
		seen |= w
		i += 8
	}
}

// Word4 loads four bytes as Word8 does eight.
func Word4(s string, i int) uint32 {
	b := s[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// Word8 loads the eight bytes of s at i, the first one lowest. They are there for
// every i up to the end of a text, because of the padding.
func Word8(s string, i int) uint64 {
	b := s[i : i+8] // checked once, not at each byte
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
