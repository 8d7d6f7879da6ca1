package evidence

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// MarshalText returns the fact as text: the count, the delivery and the offsets of
// its origin, as in "12 06d1a9b3000001f4:31:0". The error is always nil.
func (f Fact) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%d %s:%d:%d", f.Count, f.At.Example, f.At.Offset, f.At.Inner), nil
}

// errFact does not show the text, which can be any value of a payload.
var errFact = errors.New("evidence: invalid fact")

// UnmarshalText reads the text that MarshalText returns. It fails for other text.
func (f *Fact) UnmarshalText(text []byte) error {
	count, at, ok1 := strings.Cut(string(text), " ")
	at, inner, ok2 := cutLast(at)
	example, offset, ok3 := cutLast(at)
	if !ok1 || !ok2 || !ok3 {
		return errFact
	}
	var numbers [3]int
	for i, s := range []string{count, offset, inner} {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return errFact
		}
		numbers[i] = n
	}
	*f = Fact{Count: numbers[0], At: Origin{Example: example, Offset: numbers[1], Inner: numbers[2]}}
	return nil
}

// cutLast cuts a text at its last colon.
func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}
