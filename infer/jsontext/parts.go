package jsontext

import "slices"

// Parts calls yield with the text of each value that a pattern finds in a JSON value, in
// order, until yield returns false. The pattern is the tokens of a JSON Pointer, in which *
// stands for every element of an array: events/* finds the elements of the member events.
// Parts reports whether it found an array for the last *, which may be empty. Text that is
// not JSON has no parts.
func Parts(text string, pattern []string, yield func(part string) bool) (found bool) {
	v, err := ParseValue(text)
	if err != nil || !slices.Contains(pattern, "*") {
		return false
	}
	found, _ = v.parts(pattern, yield)
	return found
}

// parts is Parts for a value. more is false if yield returned false.
func (v Value) parts(pattern []string, yield func(part string) bool) (found, more bool) {
	switch {
	case len(pattern) == 0:
		return true, yield(v.Raw())
	case pattern[0] != "*":
		if member, ok := v.Get(pattern[0]); ok {
			return member.parts(pattern[1:], yield)
		}
		return false, true
	case v.Kind() != KindArray:
		return false, true
	}
	last := !slices.Contains(pattern[1:], "*")
	found = last
	for item := range v.Items() {
		ok, more := item.parts(pattern[1:], yield)
		if found = found || ok; !more {
			return found, false
		}
	}
	return found, true
}
