package jsontext

import "strconv"

// Find moves to the value that is reached from the one at the cursor through the
// members of objects, and elements of arrays, that the tokens of a JSON Pointer name.
// The last of several members of a name counts. It reports false, and the cursor is
// at the innermost value that is there, where there is none.
func (s *Scanner) Find(tokens ...string) bool {
	for _, token := range tokens {
		found := -1
		at := s.at
		switch s.Kind() {
		case KindObject:
			var o Object
			for s.Object(&o); s.Next(&o); s.Skip() {
				if o.Name == token {
					found = s.at
				}
			}
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
