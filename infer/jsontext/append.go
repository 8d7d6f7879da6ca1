package jsontext

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// AppendString appends s to b as a JSON string. It escapes only what JSON requires, so not
// <, > and &. Invalid UTF-8 comes out as U+FFFD.
func AppendString(b []byte, s string) []byte { return AddString(b, "", s) }

// AppendKey appends a comma, the name of a member and a colon.
func AppendKey(b []byte, name string) []byte {
	return append(AddString(b, ",", name), ':')
}

// AddString appends a member whose value is a string: key, which is its name with a comma
// before and a colon after it, and s.
//
// Nearly all keys and strings are ASCII and have up to four words of eight bytes. They are
// stored word by word; the last word overlaps the one before, so that many lengths take the
// same branch and no byte behind the member is written, which belongs to the caller. Other
// strings are left to calls at the end of a branch, before which nothing has to be saved.
func AddString(b []byte, key, s string) []byte {
	at := len(b)
	from := at + len(key) + 1
	end := from + len(s)
	if cap(b) <= end {
		return addAny(b, key, s)
	}
	d := b[:end+1]
	switch last := len(key) - 8; {
	case last > 24:
		return addAny(b, key, s)
	case last > 8:
		store8(d, at, Word8(key, 0))
		store8(d, at+8, Word8(key, 8))
		store8(d, at+last-8, Word8(key, last-8))
		store8(d, at+last, Word8(key, last))
	case last >= 0:
		store8(d, at, Word8(key, 0))
		store8(d, at+last, Word8(key, last))
	case last >= -4:
		store4(d, at, Word4(key, 0))
		store4(d, at+last+4, Word4(key, last+4))
	case last > -8:
		store3(d, at, key)
	}
	d[from-1] = '"'
	var odd uint64
	switch last := len(s) - 8; {
	case last > 24:
		return addLong(b, key, s)
	case last > 8:
		w, x, y, z := Word8(s, 0), Word8(s, 8), Word8(s, last-8), Word8(s, last)
		odd = unlikePlain(w) | unlikePlain(x) | unlikePlain(y) | unlikePlain(z)
		store8(d, from, w)
		store8(d, from+8, x)
		store8(d, from+last-8, y)
		store8(d, from+last, z)
	case last >= 0:
		w, x := Word8(s, 0), Word8(s, last)
		odd = unlikePlain(w) | unlikePlain(x)
		store8(d, from, w)
		store8(d, from+last, x)
	case last >= -4:
		w, x := Word4(s, 0), Word4(s, last+4)
		odd = unlikePlain(uint64(w) | uint64(x)<<32)
		store4(d, from, w)
		store4(d, from+last+4, x)
	case last > -8:
		odd = unlikePlain(upTo3(s) | blanks<<(8*len(s)&63))
		store3(d, from, s)
	}
	if odd&Tops != 0 {
		return addAny(b, key, s)
	}
	d[end] = '"'
	return b[:end+1]
}

// AppendText appends s as it is. It is fast for up to four words, as keys and numbers have.
func AppendText(b []byte, s string) []byte {
	at := len(b)
	end := at + len(s)
	if cap(b) < end {
		return appendAny(b, s)
	}
	d := b[:end]
	switch last := len(s) - 8; {
	case last > 24:
		return appendAny(b, s)
	case last > 8:
		store8(d, at, Word8(s, 0))
		store8(d, at+8, Word8(s, 8))
		store8(d, at+last-8, Word8(s, last-8))
		store8(d, at+last, Word8(s, last))
	case last >= 0:
		store8(d, at, Word8(s, 0))
		store8(d, at+last, Word8(s, last))
	case last >= -4:
		store4(d, at, Word4(s, 0))
		store4(d, at+last+4, Word4(s, last+4))
	case last > -8:
		store3(d, at, s)
	}
	return d
}

// appendAny is AppendText for any text. It is not inlined: see AddString.
//
//go:noinline
func appendAny(b []byte, s string) []byte { return append(slices.Grow(b, len(s)+8), s...) }

// unlikePlain returns a word that has the top bit of a byte set if w holds a byte
// that is not ASCII, or special.
func unlikePlain(w uint64) uint64 {
	return (w ^ twos - below) | (w ^ slants - ones) | w
}

// upTo3 returns the bytes of a string of 1 to 3 as a word.
func upTo3(s string) uint64 {
	n, m := len(s)-1, len(s)/2
	return uint64(s[0]) | uint64(s[m])<<(8*m&63) | uint64(s[n])<<(8*n&63)
}

// store8 puts the eight bytes of w into b at i, the lowest one first.
func store8(b []byte, i int, w uint64) {
	binary.LittleEndian.PutUint64(b[i:i+8], w)
}

// store4 is store8 for four bytes.
func store4(b []byte, i int, w uint32) {
	binary.LittleEndian.PutUint32(b[i:i+4], w)
}

// store3 puts a string of 1 to 3 bytes into b at i.
func store3(b []byte, i int, s string) {
	n, m := len(s)-1, len(s)/2
	b[i], b[i+m], b[i+n] = s[0], s[m], s[n]
}

// storeFew puts the n lowest of the eight bytes of w into b.
func storeFew(b []byte, w uint64, n int) {
	for i := range n {
		b[i] = byte(w)
		w >>= 8
	}
}

// addLong is AddString for a string of more than a word.
func addLong(b []byte, key, s string) []byte {
	odd := unlikePlain(Word8(s, len(s)-8))
	for i := 0; i+8 < len(s); i += 8 {
		if odd |= unlikePlain(Word8(s, i)); odd&Tops != 0 {
			break
		}
	}
	if odd&Tops != 0 {
		return addAny(b, key, s)
	}
	b = append(AppendText(b, key), '"')
	return append(append(b, s...), '"')
}

// addAny is AddString for any key and string.
func addAny(b []byte, key, s string) []byte {
	b = append(append(slices.Grow(b, len(key)+len(s)+32), key...), '"')
	start := len(b)
	d, n := b[:cap(b)], start // n bytes of d are written
	var seen uint64
	for i := 0; i < len(s); {
		if len(d)-n < 16 {
			d = slices.Grow(d[:n], len(s)-i+(len(s)-i)/4+16)
			d = d[:cap(d)]
		}
		next, wrote, words := escapeWords(d[n:], s, i)
		i, n = next, n+wrote
		seen |= words
		// What is left are a few bytes, or a control character.
		for i < len(s) && len(d)-n >= 16 && (len(s) < 8 || s[i] < ' ') {
			seen |= uint64(s[i])
			n += escapeByte(d[n:], s[i])
			i++
		}
	}
	if seen&Tops != 0 && !utf8.ValidString(s) {
		return addAny(d[:start-1], "", string([]rune(s)))
	}
	return append(d[:n], '"')
}

// escapeWords puts what follows in s at i into b, word by word, with its quotes
// and backslashes escaped. It returns how far in s it came: to where b has no room
// for a word and an escape, to a control character, or nowhere in a string of less
// than a word. seen has a bit for each one of the words.
func escapeWords(b []byte, s string, i int) (next, wrote int, seen uint64) {
	n := 0
	for i < len(s) && n+16 <= len(b) {
		var w uint64
		size := len(s) - i
		if size >= 8 {
			w, size = Word8(s, i), 8
		} else if len(s) >= 8 {
			w = Word8(s, len(s)-8)>>(64-8*size&63) | blanks<<(8*size&63)
		} else {
			break
		}
		// Escapes only lengthen a string, so that this is within the result.
		if size == 8 {
			store8(b, n, w)
		} else {
			storeFew(b[n:], w, size)
		}
		seen |= w
		m := Special(w)
		if m == 0 {
			i, n = i+size, n+size
			continue
		}
		run := bits.TrailingZeros64(m) / 8
		c := byte(w >> (run * 8 & 63))
		i, n = i+run, n+run
		if c < ' ' {
			break
		}
		b[n], b[n+1] = '\\', c
		i, n = i+1, n+2
	}
	return i, n, seen
}

// escapeByte puts a byte of a string into b, escaped where it has to be, and
// returns how many bytes it takes.
func escapeByte(b []byte, c byte) int {
	switch {
	case c == '"' || c == '\\':
		b[0], b[1] = '\\', c
		return 2
	case c >= ' ':
		b[0] = c
		return 1
	case c == '\n':
		return copy(b, `\n`)
	case c == '\r':
		return copy(b, `\r`)
	case c == '\t':
		return copy(b, `\t`)
	}
	n := copy(b, `\u00`)
	b[n], b[n+1] = hex[c>>4], hex[c&15]
	return n + 2
}

const hex = "0123456789abcdef"
