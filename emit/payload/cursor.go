package payload

import (
	"math/bits"
	"unicode/utf8"
)

// The methods that end in At are for generated decoders, which keep their place
// in the text as an offset, in a register. Those that read a value read it at i,
// where it begins without white space before it, into a variable. next is what is
// expected to follow: the next member's name with its punctuation, `,"name":`, or
// the brace that ends the object. Where it does, they return the offset after it,
// that of the next value. Where something else follows, and where the variable
// alone is not enough to write the value again, they return the complement of the
// offset after the value: a number below zero, at which a decoder asks [Reader.Seek]
// to go on. An empty next follows everywhere.
//
// For the rest they are like the methods without At, which they leave the
// uncommon cases to. After an error they stay at the padding, where every token
// ends.

// NextAt passes over next at i: see above. White space may stand before it, and
// around its punctuation.
func (r *Reader) NextAt(i int, next string) int {
	s, n := r.s, len(next)
	switch end := i + n; {
	case n >= 8:
		// Two words hold all of a name of usual length, and overlap where it is shorter.
		if end < len(s) && s[end] > ' ' && word8(s, i) == word8(next, 0) && word8(s, end-8) == word8(next, n-8) {
			if n <= 16 || s[i+8:end-8] == next[8:n-8] {
				return end
			}
		}
	case n >= 4:
		if end < len(s) && word4(s, i) == word4(next, 0) && word4(s, end-4) == word4(next, n-4) && s[end] > ' ' {
			return end
		}
	case n == 0 || s[i] == next[0]:
		return end
	}
	return r.spacedAt(i, next)
}

// spacedAt is NextAt for a next with white space before it, around its comma, or
// behind it.
func (r *Reader) spacedAt(i int, next string) int {
	// The rest is a name and its colon, or nothing.
	rest := next[1:]
	if c := r.s[i]; c > ' ' && (c != next[0] || rest != "" && r.s[i+1] == '"' && r.s[i+2] != rest[1]) {
		return ^i // another member, most often
	}
	at := r.spaceAt(i)
	if r.s[at] != next[0] {
		return ^i
	}
	if rest == "" {
		return at + 1
	}
	at = r.spaceAt(at + 1)
	end := at + len(rest)
	if end >= len(r.s) || r.s[at:end] != rest {
		return ^i
	}
	return r.spaceAt(end)
}

// readAt returns what a method returns that read the value at i by one without
// At, up to the cursor.
func (r *Reader) readAt(i int, exact bool, next string) int {
	if !exact {
		return r.inexactly(i, r.i)
	}
	return r.NextAt(r.i, next)
}

// inexactly returns what a method returns that read the value at from, up to i,
// into a variable that is not enough to write it again.
func (r *Reader) inexactly(from, i int) int {
	r.inexact, r.from = true, from
	return ^i
}

// Padded returns the text and its padding, of at least 16 bytes.
func (r *Reader) Padded() string { return r.s }

// EndAt ends the reading of a whole text. It takes what a decoder returns.
func (r *Reader) EndAt(i int) {
	if r.i = i; i < 0 {
		r.i = ^i
	}
}

// StringAt is String.
func (r *Reader) StringAt(i int, p *string, next string) int {
	s := r.s
	if s[i] != '"' {
		return r.stringSlow(i, p, next)
	}
	end, seen := i+1, uint64(0)
	for {
		w := word8(s, end)
		seen |= w
		if m := special(w); m != 0 {
			end += bits.TrailingZeros64(m) / 8
			break
		}
		end += 8
	}
	if s[end] != '"' || seen&tops != 0 {
		return r.stringOdd(i, end, p, next)
	}
	*p = s[i+1 : end]
	return r.NextAt(end+1, next)
}

// stringOdd is StringAt for a string with a special byte at end, if it is not
// the quote that ends it, or with a byte beyond ASCII before that or right behind.
func (r *Reader) stringOdd(i, end int, p *string, next string) int {
	switch r.s[end] {
	case '"':
		if text := r.s[i+1 : end]; utf8.ValidString(text) {
			*p = text
			return r.NextAt(end+1, next)
		}
	case '\\':
		if text, end, ok := r.unquote(i, mostSpare); ok {
			*p = text[:len(text)-len(padding)]
			return r.NextAt(end, next)
		}
	}
	return r.stringSlow(i, p, next)
}

// stringSlow is StringAt for what is no string, or no exact one.
func (r *Reader) stringSlow(i int, p *string, next string) int {
	r.i = i
	return r.readAt(i, r.String(p), next)
}

// TimestampAt is Timestamp.
func (r *Reader) TimestampAt(i int, p *Timestamp, next string) int {
	return r.StringAt(i, (*string)(p), next)
}

// IntAt is Int.
func (r *Reader) IntAt(i int, p *int64, next string) int {
	s, k := r.s, i
	if s[k] == '-' {
		k++
	}
	first, n := k, int64(0)
	for '0' <= s[k] && s[k] <= '9' {
		n = n*10 + int64(s[k]-'0')
		k++
	}
	// 18 digits cannot overflow; a zero before others is an error, and -0 is no
	// plain integer.
	if digits := k - first; digits == 0 || digits > 18 || s[k] == '.' || s[k]|0x20 == 'e' || s[first] == '0' && k > i+1 {
		r.i = i
		return r.readAt(i, r.Int(p), next)
	}
	if first > i {
		n = -n
	}
	*p = n
	return r.NextAt(k, next)
}

// FloatAt is Float.
func (r *Reader) FloatAt(i int, p *float64, next string) int {
	r.i = i
	return r.readAt(i, r.Float(p), next)
}

// FlagAt is Flag.
func (r *Reader) FlagAt(i int, p *Flag, next string) int {
	r.i = i
	return r.readAt(i, r.Flag(p), next)
}

// BoolAt is Bool.
func (r *Reader) BoolAt(i int, p *bool, next string) int {
	if r.s[i:i+4] == "true" {
		*p = true
		return r.NextAt(i+4, next)
	}
	if r.s[i:i+5] == "false" {
		*p = false
		return r.NextAt(i+5, next)
	}
	r.i = i
	return r.readAt(i, r.Bool(p), next)
}

// NumberAt is Number.
func (r *Reader) NumberAt(i int, p *Number, next string) int {
	s := r.s
	if s[i] == '"' {
		end, high := plain(s, i+1)
		if s[end] == '"' && !high {
			p.raw = s[i : end+1]
			return r.NextAt(end+1, next)
		}
	} else if end, ok := numberEnd(s, i); ok && end-i <= MaxNumber {
		p.raw = s[i:end]
		return r.NextAt(end, next)
	}
	r.i = i
	return r.readAt(i, r.Number(p), next)
}

// ValueAt is Value.
func (r *Reader) ValueAt(i int, p *Value, next string) int {
	end := r.skip(i)
	p.raw = ""
	if r.err == nil {
		p.raw = r.s[i:end]
	}
	return r.NextAt(end, next)
}

// NullAt reports whether null stands at i.
func (r *Reader) NullAt(i int) bool { return r.s[i:i+4] == "null" }

// KindAt is Kind.
func (r *Reader) KindAt(i int) Kind { return kindAt(r.s[i]) }

// OtherAt is Other.
func (r *Reader) OtherAt(i int, p *Value, want Kind, known Kinds, next string) int {
	r.i = i
	r.Other(p, want, known)
	return r.NextAt(r.i, next)
}

// RejectAt passes over a value of another kind than want: a mismatch, unless it
// is null. Where the value is of the kind after all, it is beyond the limit of
// depth, which is an error.
func (r *Reader) RejectAt(i int, want Kind) int {
	r.i = i
	r.reject(want)
	return r.inexactly(i, r.i)
}
