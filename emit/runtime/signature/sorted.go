package signature

import (
	"math"
	"math/bits"
	"unicode/utf8"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// sorted is a body of which the members of every object are sorted, to be written as
// JavaScript does (ECMA-262, JSON.stringify): no white space, members whose names are
// array indexes first and by number, the others by UTF-16 code units, of several members
// of a name the last, strings with the fewest escapes, numbers as a double has them.
//
// Most values come as they are signed. The body is read once, which finds those that do
// not: only they have a branch or a part, and what is between them is written as it came.
// Elements of arrays are read again where one is of another form. A member takes twenty
// bytes until its object is read, and while it is of another form. Functions call
// themselves as deep as the body is nested, which the limit of depth bounds.
type sorted struct {
	body     []byte
	text     jsontext.Text // of body
	root     part
	branches []branch // objects and arrays that are not signed as they came
	parts    []part   // of all branches
	open     []part   // of the objects and arrays that are being read
	keys     []uint64 // of the members that are being sorted
}

// branch has the parts of an object, sorted: all its members. Of an array they are the
// elements that have a branch.
type branch struct{ first, last uint32 }

// part is a value of the body and its name, if it is a member: the offsets of the quotes of
// the name, of the value, and of what follows it.
type part struct {
	name, quote, value, end uint32
	form                    form
}

// form is how a value, or a member, differs from what is signed. What is above the marks
// is 1 + the index of its branch.
type form uint32

const (
	moved     form = 1 << iota // an order, white space or a string is another one
	rewritten                  // JavaScript writes a number with another text
	apart                      // of a member: it is not a plain name, a colon and the value, without more between them
	special                    // of a member: its name is not plain, or may be an array index

	marks       = 4
	own         = moved | rewritten // what a value hands on to that which it is in
	maxBranches = 1<<(32-marks) - 1
)

// sort reads a body, whose length is for the receiver to limit. It returns nil if that is
// not JSON, exceeds a limit, or is longer than parts can say.
func sort(body []byte) *sorted {
	if int64(len(body)) > min(math.MaxInt32, maxBranches) {
		return nil
	}
	s := &sorted{body: body, text: jsontext.NewText(body), open: make([]part, 0, 128)}
	begin := s.text.Space(0)
	end, f := s.read(begin)
	if s.text.End(end) != nil {
		return nil
	}
	s.root = part{value: uint32(begin), end: uint32(end), form: f}
	return s
}

// rewrites reports whether JavaScript writes some number with another text.
func (s *sorted) rewrites() bool { return s.root.form&rewritten != 0 }

// asItCame reports whether all of the body is signed as it came, but for numbers.
func (s *sorted) asItCame() bool {
	return s.root.form&moved == 0 && s.root.value == 0 && int(s.root.end) == s.text.N
}

// read reads the value at i and returns the offset after it.
func (s *sorted) read(i int) (int, form) {
	t := &s.text
	switch c := t.S[i]; {
	case c == '"':
		return s.readString(i)
	case c == '{' && t.Enter(i, '{'):
		return s.readObject(i)
	case c == '[' && t.Enter(i, '['):
		return s.readArray(i)
	case c == '-' || isDigit(c):
		end, ok := jsontext.NumberEnd(t.S, i)
		if !ok {
			return t.Skip(i), 0
		}
		if !isNumber(t.S[i:end]) {
			return end, rewritten
		}
		return end, 0
	}
	return t.Skip(i), 0
}

func (s *sorted) readString(i int) (int, form) {
	t := &s.text
	end, high := jsontext.PlainEnd(t.S, i+1)
	if t.S[end] == '"' {
		if high && !utf8.ValidString(t.S[i:end]) {
			return end + 1, moved
		}
		return end + 1, 0
	}
	end = t.SkipString(i)
	if t.Err == nil && !isString(t.S[i:end]) {
		return end, moved
	}
	return end, 0
}

// readObject reads the object at i, which was entered.
func (s *sorted) readObject(i int) (int, form) {
	t, base := &s.text, len(s.open)
	var f form
	ordered, last := true, uint64(0)
	for end := i; ; {
		at := end + 1
		for t.S[at] == '\n' || t.S[at] == ' ' {
			at++
		}
		if t.S[end] != ',' && end != i || t.S[at] != '"' {
			if at = t.Member(end, end == i); at < 0 {
				if ^at != end+1 && (end != i || ^at != i+2) {
					f |= moved
				}
				return ^at, s.closeObject(base, f, ordered)
			}
		}
		if at != end+1 {
			f |= moved
		}
		p, prefix := s.readName(at)
		var v form
		end, v = s.read(int(p.value))
		p.end = uint32(end)
		if p.form |= v; p.form&apart != 0 {
			f |= moved
		}
		f |= v & own
		if ordered {
			if n := len(s.open); n > base && (prefix <= last || (p.form|s.open[n-1].form)&special != 0) {
				ordered = s.compare(&s.open[n-1], &p) < 0
			}
			last = prefix
		}
		s.open = append(s.open, p)
	}
}

// readName reads the name at i and passes over the colon. It also returns what prefix does.
func (s *sorted) readName(i int) (part, uint64) {
	t := &s.text
	p := part{name: uint32(i)}
	prefix := jsontext.Word8(t.S, i+1)
	end, high := i+1, false
	if m := jsontext.Special(prefix); m != 0 && prefix&(m-1)&jsontext.Tops == 0 {
		end += bits.TrailingZeros64(m) / 8
		prefix &= m&-m>>7 - 1
	} else {
		end, high = jsontext.PlainEnd(t.S, end)
	}
	switch {
	case t.S[end] != '"' || high:
		p.form = apart | special
		end = t.SkipString(i) - 1
	case isDigit(t.S[i+1]):
		p.form = special
	}
	p.quote = uint32(end)
	value := end + 2
	if t.S[value] == ' ' {
		value++
		p.form |= apart
	}
	if t.S[end+1] != ':' || t.S[value] <= ' ' {
		p.form |= apart
		value = t.Colon(end + 1)
	}
	p.value = uint32(value)
	return p, bits.ReverseBytes64(prefix)
}

// closeObject makes a branch of an object that is not signed as it came. Its members are the
// open parts from base on.
func (s *sorted) closeObject(base int, f form, ordered bool) form {
	members := s.open[base:]
	s.open = s.open[:base]
	if f == 0 && ordered {
		return 0
	}
	s.grow(len(members))
	first := len(s.parts)
	if ordered {
		s.parts = append(s.parts, members...)
		return f | s.addBranch(first)
	}
	keys, shift := s.sortKeys(members)
	for i, k := range keys {
		p := &members[k&(1<<shift-1)]
		if i+1 == len(keys) || k>>shift != keys[i+1]>>shift || s.compare(p, &members[keys[i+1]&(1<<shift-1)]) != 0 {
			s.parts = append(s.parts, *p)
		}
	}
	return f | moved | s.addBranch(first)
}

// grow makes room for parts. A member of a usual body takes some 25 bytes.
func (s *sorted) grow(n int) {
	if s.parts == nil {
		s.parts = make([]part, 0, n+s.text.N/24)
		s.branches = make([]branch, 0, s.text.N/256+1)
	}
}

// readArray reads the array at i, which was entered.
func (s *sorted) readArray(i int) (int, form) {
	t, base := &s.text, len(s.open)
	var f form
	at, ok := t.Item(i, 0)
	if at != i+1 && (ok || at != i+2) {
		f = moved
	}
	for n := 1; ok; n++ {
		end, v := s.read(at)
		f |= v & own
		if v>>marks > 0 {
			s.open = append(s.open, part{value: uint32(at), end: uint32(end), form: v})
		}
		if at, ok = t.Item(end, n); at != end+1 {
			f |= moved
		}
	}
	elements := s.open[base:]
	s.open = s.open[:base]
	if f == 0 {
		return at, 0
	}
	s.grow(len(elements))
	first := len(s.parts)
	s.parts = append(s.parts, elements...)
	return at, f | s.addBranch(first)
}

// addBranch adds a branch of the parts from first on.
func (s *sorted) addBranch(first int) form {
	s.branches = append(s.branches, branch{uint32(first), uint32(len(s.parts))})
	return form(len(s.branches)) << marks
}

// partsOf returns the parts of a value that has a branch.
func (s *sorted) partsOf(f form) []part {
	n := s.branches[f>>marks-1]
	return s.parts[n.first:n.last]
}
