package jsontext

// Skip passes over the value at i, checks that it is valid JSON, and returns the
// offset after it. It allocates nothing.
func (t *Text) Skip(i int) int {
	s := t.S
	switch c := s[i]; c {
	case '"':
		return t.SkipString(i)
	case '{':
		return t.skipObject(i)
	case '[':
		return t.skipArray(i)
	case 'n':
		return t.word(i, "null")
	case 't':
		return t.word(i, "true")
	case 'f':
		return t.word(i, "false")
	}
	if KindOf(s[i]) != KindNumber {
		return t.Fail(i, "expected a value")
	}
	end, ok := NumberEnd(s, i)
	if !ok {
		return t.Fail(end, "invalid number")
	}
	return end
}

func (t *Text) word(i int, word string) int {
	if t.S[i:i+len(word)] != word {
		return t.Fail(t.wordEnd(i, word), "expected null, true or false")
	}
	return i + len(word)
}

// wordEnd returns where a text that should be word at i goes wrong: at its
// beginning, for a reader to see the whole of it, or where the text ends.
func (t *Text) wordEnd(i int, word string) int {
	if t.N-i < len(word) && word[:t.N-i] == t.S[i:t.N] {
		return t.N
	}
	return i
}

func (t *Text) skipArray(i int) int {
	if !t.Enter(i, '[') {
		return t.Exceed(i, "depth", t.Max)
	}
	more := true
	for n := 0; ; n++ {
		if i, more = t.Item(i, n); !more {
			return i
		}
		i = t.Skip(i)
	}
}

func (t *Text) skipObject(i int) int {
	if !t.Enter(i, '{') {
		return t.Exceed(i, "depth", t.Max)
	}
	for first := true; ; first = false {
		if i = t.Member(i, first); i < 0 {
			return ^i
		}
		if i = t.Colon(t.SkipString(i)); i >= t.N {
			return t.N
		}
		i = t.Skip(i)
	}
}

// SkipString passes over the string at i.
func (t *Text) SkipString(i int) int {
	s := t.S
	for i++; ; {
		end, _ := PlainEnd(s, i)
		switch {
		case s[end] == '"':
			return end + 1
		case end >= t.N:
			return t.Fail(t.N, "a string does not end")
		case s[end] != '\\':
			return t.Fail(end, "unescaped control character in a string")
		}
		if unescape[s[end+1]] != 0 {
			i = end + 2
			continue
		}
		if s[end+1] != 'u' {
			return t.Fail(end+1, "invalid escape in a string")
		}
		if _, ok := t.unicode(end + 2); !ok {
			return t.N
		}
		i = end + 6
	}
}
