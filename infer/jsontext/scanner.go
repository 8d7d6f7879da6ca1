package jsontext

// A Scanner reads a text with a cursor. The cursor stands before a value, or after
// the last one of an array, of an object or of the text.
type Scanner struct {
	Text
	at int
}

// NewScanner returns a Scanner of a copy of text.
func NewScanner[T string | []byte](text T) Scanner { return NewText(text).From(0) }

// From returns a Scanner of a Text from an offset on.
func (t Text) From(i int) Scanner { return Scanner{Text: t, at: t.Space(i)} }

// Offset returns the offset of the cursor.
func (s *Scanner) Offset() int { return s.at }

// Kind returns the kind of the value at the cursor, by its first byte, and
// KindAbsent where no value begins.
func (s *Scanner) Kind() Kind { return KindOf(s.S[s.at]) }

// Done checks that nothing but white space is left. It returns the error of the
// text: a *SyntaxError or a *LimitError.
func (s *Scanner) Done() error { return s.End(s.at) }

// Skip passes over the value at the cursor and checks that it is valid JSON.
func (s *Scanner) Skip() { s.at = s.Text.Skip(s.at) }

// Raw passes over the value at the cursor and returns its text, "" after an error.
func (s *Scanner) Raw() string {
	from := s.at
	s.Skip()
	if s.Err != nil {
		return ""
	}
	return s.S[from:s.at]
}

// String passes over the value at the cursor and returns the text of a string, ""
// for any other value. exact is false for any other value, and for a string that
// holds invalid UTF-8 or half a surrogate pair: see [Text.String].
func (s *Scanner) String() (text string, exact bool) {
	if s.Kind() != KindString {
		s.Skip()
		return "", false
	}
	text, s.at, exact = s.Text.String(s.at)
	return text, exact && s.Err == nil
}

// StringIn is String that unescapes into memory.
func (s *Scanner) StringIn(memory *Memory) (text string, exact bool) {
	if s.Kind() != KindString {
		s.Skip()
		return "", false
	}
	text, s.at, exact = s.Text.StringIn(memory, s.at)
	return text, exact && s.Err == nil
}

// Object is the place of a Scanner in one object.
type Object struct {
	Name  string // of the member at whose value the cursor stands
	Exact bool   // whether Name is what is written: see [Text.String]
	count int    // members found so far
}

// Object enters the object at the cursor. It passes over any other value, and
// reports false.
func (s *Scanner) Object(o *Object) bool {
	*o = Object{}
	if !s.Enter(s.at, '{') {
		s.Skip()
		return false
	}
	return true
}

// Next moves from the beginning of an object, or from the end of a member's value,
// to the value of the next member. It reports false after the last one.
func (s *Scanner) Next(o *Object) bool {
	i := s.Member(s.at, o.count == 0)
	if i < 0 {
		s.at = ^i
		return false
	}
	o.count++
	o.Name, i, o.Exact = s.Text.String(i)
	s.at = s.Colon(i)
	return s.Err == nil
}

// Array is the place of a Scanner in one array.
type Array struct {
	count int // elements found so far
}

// Array enters the array at the cursor. It passes over any other value, and reports
// false.
func (s *Scanner) Array(a *Array) bool {
	*a = Array{}
	if !s.Enter(s.at, '[') {
		s.Skip()
		return false
	}
	return true
}

// Item moves from the beginning of an array, or from the end of an element, to the
// next element. It reports false after the last one.
func (s *Scanner) Item(a *Array) bool {
	i, more := s.Text.Item(s.at, a.count)
	s.at = i
	if more {
		a.count++
	}
	return more
}
