package jsontext

import "unsafe"

// Padding follows the text in [Text.S], so that loops that look some bytes ahead
// need no check for the end: NUL ends every token of JSON.
const Padding = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// The default limits of a text. Webhook bodies are some kilobytes long and a dozen
// levels deep; a thousand times that is an accident or an attack.
const (
	DefaultMaxBytes = 16 << 20
	DefaultMaxDepth = 512 // arrays and objects inside one another
)

// Text is a JSON text that is read by offsets. Its methods take the offset of what
// they read and return the offset after it, which is N after an error.
type Text struct {
	S     string // the text and its padding
	N     int    // length of the text
	Depth int    // arrays and objects that are open
	Max   int    // most that may be open
	Err   error  // the first error: a *SyntaxError or a *LimitError
}

// NewText returns a Text of a copy of text. The copy is made by a concatenation, which does not
// clear the memory first that it writes to.
func NewText[T string | []byte](text T) Text { return PaddedText(string(text) + Padding) }

// OwnText returns a Text that reads text where it is, if there is room for the
// padding behind it, within its capacity. The caller gives text and its capacity
// away: strings that are read are parts of it.
func OwnText(text []byte) Text {
	if cap(text)-len(text) < len(Padding) {
		return NewText(text)
	}
	padded := append(text, Padding...)
	// Neither a Text nor, by contract, its caller writes to these bytes again.
	return PaddedText(unsafe.String(&padded[0], len(padded)))
}

// PaddedText returns a Text of padded, which ends with Padding.
func PaddedText(padded string) Text {
	return Text{S: padded, N: len(padded) - len(Padding), Max: DefaultMaxDepth}
}

// Space returns the offset of the first byte at or after i that is not white
// space.
func (t *Text) Space(i int) int {
	for c := t.S[i]; c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); c = t.S[i] {
		i++
	}
	return i
}

// Enter enters the array or object that begins with the byte first at i. It
// reports false where there is another byte, and at the limit of depth.
func (t *Text) Enter(i int, first byte) bool {
	if t.S[i] != first || t.Depth == t.Max {
		return false
	}
	t.Depth++
	return true
}

// Item moves from the beginning of an array, or from the end of its nth element, to
// the next element. It reports false after the last one; the offset is then the one
// after the array.
func (t *Text) Item(i, n int) (int, bool) {
	if n == 0 {
		if i = t.Space(i + 1); t.S[i] == ']' {
			t.Depth--
			return i + 1, false
		}
	} else {
		if i = t.Space(i); t.S[i] == ']' {
			t.Depth--
			return i + 1, false
		}
		if t.S[i] != ',' {
			return t.Fail(i, "expected , or ]"), false
		}
		if i = t.Space(i + 1); t.S[i] == ']' {
			return t.Fail(i, "unexpected , before ]"), false
		}
	}
	if i >= t.N {
		return t.Fail(i, "expected an element"), false
	}
	return i, true
}

// Member moves from the beginning of an object, or from the end of a member that is
// not the first, to the name of the next member. Where there is none, and after an
// error, it returns the complement of the offset after the object.
func (t *Text) Member(i int, first bool) int {
	if !first {
		i = t.Space(i)
		if t.S[i] == ',' {
			if i = t.Space(i + 1); t.S[i] == '}' {
				return ^t.Fail(i, "unexpected , before }")
			}
		} else if t.S[i] != '}' {
			return ^t.Fail(i, "expected , or }")
		}
	} else {
		i = t.Space(i + 1)
	}
	switch t.S[i] {
	case '"':
		return i
	case '}':
		t.Depth--
		return ^(i + 1)
	}
	return ^t.Fail(i, "expected a member name in quotes")
}

// Colon moves from the end of the name of a member to its value.
func (t *Text) Colon(i int) int {
	if i = t.Space(i); t.S[i] != ':' {
		return t.Fail(i, "expected : after the member name")
	}
	if i = t.Space(i + 1); i >= t.N {
		return t.Fail(i, "expected a value")
	}
	return i
}

// End checks that nothing but white space follows i, and returns the error of the
// text.
func (t *Text) End(i int) error {
	if t.Err == nil {
		if i = t.Space(i); i < t.N {
			t.Fail(i, "unexpected text after the JSON value")
		}
	}
	return t.Err
}

// Fail records a syntax error at an offset, unless there is an earlier error, and
// returns the offset of the padding, where every token ends.
func (t *Text) Fail(offset int, problem string) int {
	if t.Err != nil {
		return t.N
	}
	if offset >= t.N {
		offset, problem = t.N, "unexpected end of JSON"
	}
	t.Err = &SyntaxError{Path: PathAt(t.S[:t.N], offset), Offset: offset, Problem: problem}
	return t.N
}

// Exceed records that the value at i exceeds a limit, and returns the offset of the
// padding.
func (t *Text) Exceed(i int, limit string, most int) int {
	if t.Err == nil {
		t.Err = &LimitError{Path: PathAt(t.S[:t.N], i), Offset: i, Limit: limit, Max: most}
	}
	return t.N
}
