package wire

import "github.com/specimen-go/specimen/infer/jsontext"

// Next returns the offset after next, if that follows at i, and the complement of i if not:
// see the package comment. White space may stand before next and around its punctuation.
func (r *Reader) Next(i int, next string) int {
	s, n := r.S, len(next)
	switch end := i + n; {
	case n >= 8:
		// Two words hold all of a name of usual length, three a long one; they overlap where it
		// is shorter. A loop over words is what no processor predicts.
		if end < len(s) && s[end] > ' ' && jsontext.Word8(s, i) == jsontext.Word8(next, 0) && jsontext.Word8(s, end-8) == jsontext.Word8(next, n-8) {
			if n <= 16 || jsontext.Word8(s, i+8) == jsontext.Word8(next, 8) && (n <= 24 || s[i+16:end-8] == next[16:n-8]) {
				return end
			}
		}
	case n >= 4:
		if end < len(s) && jsontext.Word4(s, i) == jsontext.Word4(next, 0) && jsontext.Word4(s, end-4) == jsontext.Word4(next, n-4) && s[end] > ' ' {
			return end
		}
	case n == 0 || s[i] == next[0]:
		return end
	}
	return r.spaced(i, next)
}

// spaced is the slow path of Next: white space before next, around its comma, or behind it.
func (r *Reader) spaced(i int, next string) int {
	// The rest is a name and its colon, or nothing.
	rest := next[1:]
	if c := r.S[i]; c > ' ' && (c != next[0] || rest != "" && r.S[i+1] == '"' && r.S[i+2] != rest[1]) {
		return ^i // another member, most often
	}
	at := r.Space(i)
	if r.S[at] != next[0] {
		return ^i
	}
	if rest == "" {
		return at + 1
	}
	at = r.Space(at + 1)
	end := at + len(rest)
	if end >= len(r.S) || r.S[at:end] != rest {
		return ^i
	}
	return r.Space(end)
}
