package jsontext

import (
	"strconv"
	"strings"
)

// Find moves to the value that is reached from the one at the cursor through the
// members of objects, and elements of arrays, that the tokens of a JSON Pointer name.
// The last of several members of a name counts. It reports false, and the cursor is
// at the innermost value that is there, where there is none. What follows the value need
// not have been read, and may be invalid.
func (s *Scanner) Find(tokens ...string) bool {
	for _, token := range tokens {
		found := -1
		at := s.at
		switch s.Kind() {
		case KindObject:
			found = s.member(token)
		case KindArray:
			found = s.element(token)
		}
		if s.Err != nil {
			return false
		}
		if s.at = found; found < 0 {
			s.at = at
			return false
		}
	}
	return true
}

// member passes over the object at the cursor, or over a part of it, and returns where the
// value of its last member of a name begins, or -1.
func (s *Scanner) member(name string) int {
	if at := s.nearEnd(name); at >= 0 {
		return at
	}
	found := -1
	var o Object
	for s.Object(&o); s.Next(&o); s.Skip() {
		if o.Name != name {
			continue
		}
		if found < 0 && s.last(name) {
			s.Depth--
			return s.at
		}
		found = s.at
	}
	return found
}

// maxTail is the length of the end of a text that is searched for a member first.
const maxTail = 512

// nearEnd returns where the value of the last member of a name begins, if the object at the
// cursor is the whole text and the member is near its end, and -1 otherwise. What consists of
// members up to a brace after which nothing follows belongs to the outermost object.
func (s *Scanner) nearEnd(name string) int {
	from := max(s.at+1, s.N-maxTail)
	if s.at != s.Space(0) || s.S[s.at] != '{' || from >= s.N {
		return -1
	}
	at := from + strings.LastIndex(s.S[from:s.N], `"`+name+`"`)
	if at < from {
		return -1
	}
	if c := s.S[at-1]; c > ' ' && c != ',' && c != '{' { // such as a backslash
		return -1
	}
	t := s.Text
	t.Depth++
	return t.lastMember(at, name)
}

// lastMember reads members from the one at i on, up to the brace that ends the text, and
// returns where the value of the last one of a name begins, or -1. It returns -1, too, if
// something follows that brace.
func (t *Text) lastMember(i int, name string) int {
	for found := -1; i >= 0; {
		is, end, _ := t.String(i)
		if end = t.Colon(end); is == name {
			found = end
		}
		if i = t.Member(t.Skip(end), false); i < 0 && t.End(^i) == nil && t.Depth == 0 {
			return found
		}
	}
	return -1
}

// last reports whether no later member can have the name, by a look at the bytes behind the
// cursor, which takes a tenth of the time of reading them.
func (s *Scanner) last(name string) bool {
	return isPlain(name) && !spells(s.S[s.at:s.N], `"`+name+`"`)
}

// isPlain reports whether a name is spelled in one way only, unless there is a \u.
func isPlain(name string) bool {
	for _, c := range []byte(name) {
		if c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/' {
			return false
		}
	}
	return true
}

// element passes over the array at the cursor and returns where the element begins
// that a token names, or -1.
func (s *Scanner) element(token string) int {
	index, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(index) != token {
		return -1
	}
	found := -1
	var a Array
	s.Array(&a)
	for k := 0; s.Item(&a); k++ {
		if k == index {
			found = s.at
		}
		s.Skip()
	}
	return found
}
