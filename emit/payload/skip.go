package payload

// skip passes over the value at i, checks that it is valid JSON, and returns the
// offset after it. It allocates nothing.
func (r *Reader) skip(i int) int {
	s := r.s
	switch c := s[i]; c {
	case '"':
		return r.skipString(i)
	case '{':
		return r.skipObject(i)
	case '[':
		return r.skipArray(i)
	case 'n':
		return r.skipWord(i, "null")
	case 't':
		return r.skipWord(i, "true")
	case 'f':
		return r.skipWord(i, "false")
	}
	if kindAt(s[i]) != KindNumber {
		return r.failAt(i, "want a value")
	}
	end, ok := numberEnd(s, i)
	if !ok {
		return r.failAt(end, "this is not how JSON writes a number")
	}
	return end
}

func (r *Reader) skipWord(i int, word string) int {
	if r.s[i:i+len(word)] != word {
		return r.failAt(r.wordEnd(i, word), "want null, true or false")
	}
	return i + len(word)
}

// wordEnd returns where a text that should be word at i goes wrong: at its
// beginning, for a reader to see the whole of it, or where the text ends.
func (r *Reader) wordEnd(i int, word string) int {
	if r.n-i < len(word) && word[:r.n-i] == r.s[i:r.n] {
		return r.n
	}
	return i
}

func (r *Reader) skipArray(i int) int {
	if !r.enter(i, '[') {
		return r.beyond(i, "depth", r.max)
	}
	more := true
	for n := 0; ; n++ {
		if i, more = r.itemAt(i, n); !more {
			return i
		}
		i = r.skip(i)
	}
}

func (r *Reader) skipObject(i int) int {
	if !r.enter(i, '{') {
		return r.beyond(i, "depth", r.max)
	}
	for first := true; ; first = false {
		if i = r.memberAt(i, first); i < 0 {
			return ^i
		}
		if i = r.colonAt(r.skipString(i)); i >= r.n {
			return r.n
		}
		i = r.skip(i)
	}
}

// skipString passes over the string at i.
func (r *Reader) skipString(i int) int {
	s := r.s
	for i++; ; {
		end, _ := plain(s, i)
		switch {
		case s[end] == '"':
			return end + 1
		case end >= r.n:
			return r.failAt(r.n, "a string does not end")
		case s[end] != '\\':
			return r.failAt(end, "a control character in a string must be escaped")
		}
		if unescape[s[end+1]] != 0 {
			i = end + 2
			continue
		}
		if s[end+1] != 'u' {
			return r.failAt(end+1, "no such escape in a string")
		}
		if _, ok := r.unicode(end + 2); !ok {
			return r.n
		}
		i = end + 6
	}
}
