package signature

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// sorted is a body of which the members of every object are sorted, to be written as
// JavaScript does (ECMA-262, JSON.stringify): no white space, members whose names are
// array indexes first and by number, the others by UTF-16 code units, of several members
// of a name the last, strings with the fewest escapes, numbers as a double has them.
//
// Each object is read twice, once to find its members and once to write them, and each
// of its members takes twelve bytes, whatever the values are. Functions call
// themselves as deep as the body is nested, which the limit of depth bounds.
type sorted struct {
	text    jsontext.Text
	objects []object // by where they begin
	members []member // of all objects
	// rewritten says that JavaScript writes some number with another text.
	rewritten bool
}

// object is an object of the body.
type object struct {
	at, end     int // offsets in the text
	first, last int // its members in sorted.members
}

// member is a member of an object, by the offsets of its name and of its value. end is that
// of the quote behind a name whose bytes are its code units and that is no index, or 0.
type member struct{ name, end, value uint32 }

// sort reads a body, whose length is for the receiver to limit. It returns nil if that is
// not JSON, exceeds a limit, or is longer than the offsets of members can say.
func sort(body []byte) *sorted {
	if int64(len(body)) > math.MaxUint32 {
		return nil
	}
	// A member of a usual body takes some 25 bytes, and an object has some ten.
	s := &sorted{text: jsontext.NewText(body), objects: make([]object, 0, len(body)/256+1), members: make([]member, 0, len(body)/24+1)}
	open := make([]member, 0, 64)
	end := s.read(s.text.Space(0), &open)
	if s.text.End(end) != nil {
		return nil
	}
	return s
}

// read reads the value at i and returns the offset after it. open has the members of the
// objects that are open.
func (s *sorted) read(i int, open *[]member) int {
	t := &s.text
	switch c := t.S[i]; {
	case c == '{' && t.Enter(i, '{'):
		k, base := len(s.objects), len(*open)
		s.objects = append(s.objects, object{at: i})
		for i = t.Member(i, true); i >= 0; i = t.Member(i, false) {
			m := member{name: uint32(i)}
			if end := plain(t.S[i:]); end > 0 {
				if i += end; !isDigit(t.S[m.name+1]) {
					m.end = uint32(i)
				}
				i++
			} else {
				i = t.SkipString(i)
			}
			i = t.Colon(i)
			m.value = uint32(i)
			*open = append(*open, m)
			i = s.read(i, open)
		}
		s.close(k, ^i, (*open)[base:])
		*open = (*open)[:base]
		return ^i
	case c == '[' && t.Enter(i, '['):
		i, ok := t.Item(i, 0)
		for n := 1; ok; n++ {
			i, ok = t.Item(s.read(i, open), n)
		}
		return i
	case c == '-' || '0' <= c && c <= '9':
		end := t.Skip(i)
		if !s.rewritten && t.Err == nil {
			var b [32]byte
			s.rewritten = string(number(b[:0], t.S[i:end])) != t.S[i:end]
		}
		return end
	}
	return t.Skip(i)
}

// close sorts the members of object k, which ends at end.
func (s *sorted) close(k, end int, members []member) {
	slices.SortStableFunc(members, s.compare)
	first := len(s.members)
	for i, m := range members {
		if i+1 == len(members) || s.compare(m, members[i+1]) != 0 {
			s.members = append(s.members, m)
		}
	}
	o := &s.objects[k]
	o.end, o.first, o.last = end, first, len(s.members)
}

// compare compares the names of two members.
func (s *sorted) compare(a, b member) int {
	if a.end > 0 && b.end > 0 {
		return strings.Compare(s.text.S[a.name+1:a.end], s.text.S[b.name+1:b.end])
	}
	return compareNames(s.text.S[a.name:], s.text.S[b.name:])
}

// writeTo writes the body. numbers chooses the numbers of JavaScript; without it, they
// are written as they came.
func (s *sorted) writeTo(w io.Writer, numbers bool) {
	out := output{w: w, numbers: numbers, b: make([]byte, 0, min(s.text.N, 2*fullOutput))}
	s.write(&out, s.text.Space(0))
	out.flush()
}

// write writes the value at i and returns the offset after it.
func (s *sorted) write(out *output, i int) int {
	t := &s.text
	out.flushFull()
	switch c := t.S[i]; {
	case c == '{':
		k, _ := slices.BinarySearchFunc(s.objects, i, func(o object, at int) int { return o.at - at })
		o := s.objects[k]
		out.b = append(out.b, '{')
		for n, m := range s.members[o.first:o.last] {
			if n > 0 {
				out.b = append(out.b, ',')
			}
			if m.end > 0 {
				out.b = append(out.b, t.S[m.name:m.end+1]...)
			} else {
				out.string(t.S[m.name:])
			}
			out.b = append(out.b, ':')
			s.write(out, int(m.value))
		}
		out.b = append(out.b, '}')
		return o.end
	case c == '[':
		out.b = append(out.b, '[')
		i, ok := t.Item(i, 0)
		for n := 1; ok; n++ {
			if n > 1 {
				out.b = append(out.b, ',')
			}
			i, ok = t.Item(s.write(out, i), n)
		}
		out.b = append(out.b, ']')
		return i
	case c == '"':
		if end := plain(t.S[i:]); end > 0 {
			out.b = append(out.b, t.S[i:i+end+1]...)
			return i + end + 1
		}
		out.string(t.S[i:])
		return t.SkipString(i)
	}
	end := t.Skip(i)
	if c := t.S[i]; out.numbers && c != 't' && c != 'f' && c != 'n' {
		out.b = number(out.b, t.S[i:end])
	} else {
		out.b = append(out.b, t.S[i:end]...)
	}
	return end
}

// number appends a number as JavaScript writes it: as the shortest text of the nearest
// double, and null for one that is too large.
func number(b []byte, text string) []byte {
	const exact = 15 // digits that any double has
	if len(text) <= exact && jsontext.IsPlainInteger(text) {
		return append(b, text...)
	}
	f, _ := strconv.ParseFloat(text, 64) // an infinity if it is out of range
	if f == 0 {
		f = 0 // not -0
	}
	return jsontext.AppendFloat(b, f)
}
