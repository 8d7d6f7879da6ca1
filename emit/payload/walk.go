package payload

// enter enters the array or object that begins with the byte first at i. It
// reports false where there is another byte, and at the limit of depth.
func (r *Reader) enter(i int, first byte) bool {
	if r.s[i] != first || r.depth == r.max {
		return false
	}
	r.depth++
	return true
}

func (r *Reader) itemAt(i, n int) (int, bool) {
	if n == 0 {
		if i = r.spaceAt(i + 1); r.s[i] == ']' {
			r.depth--
			return i + 1, false
		}
	} else {
		if i = r.spaceAt(i); r.s[i] == ']' {
			r.depth--
			return i + 1, false
		}
		if r.s[i] != ',' {
			return r.failAt(i, "want a comma or the end of the array"), false
		}
		if i = r.spaceAt(i + 1); r.s[i] == ']' {
			return r.failAt(i, "a comma stands before the end of the array"), false
		}
	}
	if i >= r.n {
		return r.failAt(i, "want an element"), false
	}
	return i, true
}

// memberAt moves to the name of an object's next member. It returns the
// complement of the offset after the object where there is none, or after an
// error.
func (r *Reader) memberAt(i int, first bool) int {
	if !first {
		i = r.spaceAt(i)
		if r.s[i] == ',' {
			if i = r.spaceAt(i + 1); r.s[i] == '}' {
				return ^r.failAt(i, "a comma stands before the end of the object")
			}
		} else if r.s[i] != '}' {
			return ^r.failAt(i, "want a comma or the end of the object")
		}
	} else {
		i = r.spaceAt(i + 1)
	}
	switch r.s[i] {
	case '"':
		return i
	case '}':
		r.depth--
		return ^(i + 1)
	}
	return ^r.failAt(i, "want the name of a member")
}

// colonAt passes over the colon after a member's name.
func (r *Reader) colonAt(i int) int {
	if i = r.spaceAt(i); r.s[i] != ':' {
		return r.failAt(i, "want a colon after the name of a member")
	}
	if i = r.spaceAt(i + 1); i >= r.n {
		return r.failAt(i, "want a value")
	}
	return i
}

// spaceAt returns the offset of the first byte at or after i that is not white
// space.
func (r *Reader) spaceAt(i int) int {
	for c := r.s[i]; c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); c = r.s[i] {
		i++
	}
	return i
}

// failAt records a syntax error at an offset and returns that of the padding.
func (r *Reader) failAt(offset int, problem string) int {
	r.fail(offset, problem)
	return r.n
}
