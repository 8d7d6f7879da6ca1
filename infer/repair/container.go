package repair

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// container is how far an object or an array was read.
type container struct {
	begin  int  // the offset behind its bracket
	n      int  // members or elements
	comma  int  // the offset of a comma behind the last one, or -1
	before int  // that of the comma before the last one
	gap    bool // whether an ellipsis stood behind it
}

// next reads what stands between members or elements, and reports whether one follows.
// Where none does, the object or array is left.
func (r *reader) next(c *container) bool {
	for r.err == nil {
		r.space()
		switch {
		case r.comma():
			r.takeComma(c)
		case r.i >= len(r.text):
			r.fail("the text ends before the value does")
		case r.text[r.i] == '}' || r.text[r.i] == ']':
			r.close(c)
			return false
		case r.ellipsis() > 0:
			r.skipEllipsis(c)
		default:
			r.separate(c)
			c.n, c.comma, c.before, c.gap = c.n+1, -1, c.comma, false
			return true
		}
	}
	return false
}

// separate corrects what stands before a member or an element that is not the first.
func (r *reader) separate(c *container) {
	switch {
	case c.n == 0:
	case c.comma < 0:
		r.edit(r.complete, r.complete, ",", CommaAdded)
	case r.text[c.comma] != ',':
		_, n := utf8.DecodeRuneInString(r.text[c.comma:])
		r.edit(c.comma, c.comma+n, ",", CommaWritten)
	}
}

// comma reports whether a comma is at i, or what stands for one.
func (r *reader) comma() bool {
	return r.i < len(r.text) && (r.text[r.i] == ',' || r.text[r.i] == ';' || strings.HasPrefix(r.text[r.i:], "，"))
}

// takeComma reads a comma, which is one too many before the first member and behind
// another comma.
func (r *reader) takeComma(c *container) {
	_, n := utf8.DecodeRuneInString(r.text[r.i:])
	switch {
	case c.gap && (c.n == 0 || c.comma >= 0):
		r.edit(r.i, r.i+n, "", "")
	case c.n == 0 || c.comma >= 0:
		r.edit(r.i, r.i+n, "", CommaRemoved)
	default:
		c.comma = r.i
	}
	r.i += n
}

// close leaves an object or array at a closing bracket, which may be that of one around
// it.
func (r *reader) close(c *container) {
	if !r.closes() {
		r.fail("a bracket that closes nothing")
		return
	}
	if c.comma >= 0 {
		kind := CommaRemoved
		if c.gap {
			kind = ""
		}
		_, n := utf8.DecodeRuneInString(r.text[c.comma:])
		r.edits = append(r.edits, edit{c.comma, c.comma + n, "", kind})
	}
	r.leave(c)
}

// closes reports whether the bracket at i closes the innermost object or array, or one of
// those around it.
func (r *reader) closes() bool {
	const missing = 4 // how many brackets can be missing
	for _, c := range r.brackets[max(len(r.brackets)-missing, 0):] {
		if c+2 == r.text[r.i] {
			return true
		}
	}
	return false
}

// skipEllipsis removes an ellipsis, with what it says of what it stands for.
func (r *reader) skipEllipsis(c *container) {
	begin := r.i
	r.i += r.ellipsis()
	for r.i < len(r.text) && !strings.ContainsRune(",}]\n", rune(r.text[r.i])) {
		r.i++
	}
	r.i = begin + len(strings.TrimRight(r.text[begin:r.i], " \t\r"))
	r.remove(begin, EllipsisRemoved)
	c.gap = true
	r.partial = r.partial || r.brackets[len(r.brackets)-1] == '{'
}

// object reads an object.
func (r *reader) object() {
	r.enter('{')
	c := container{comma: -1, begin: r.i}
	for r.next(&c) {
		r.member(&c)
		r.isComplete()
	}
}

// member reads a name and a value.
func (r *reader) member(c *container) {
	from := r.i
	name := r.name()
	r.space()
	if r.err != nil {
		return
	}
	if !r.colon() {
		r.fail("expected a colon after the name")
		return
	}
	r.space()
	r.path = append(r.path, name)
	edits, elided, begin := len(r.edits), len(r.elided), r.i
	r.attach()
	r.value()
	r.path = r.path[:len(r.path)-1]
	if r.err == nil && isEllipsis(name) && (len(r.elided) > elided || !hasContent(r.text[begin:r.i])) { // "...": "..."
		r.edits, r.elided = r.edits[:edits], r.elided[:elided]
		r.edit(from, r.i, "", EllipsisRemoved)
		r.partial, c.gap = true, true
		c.n, c.comma = c.n-1, c.before
	}
}

// colon reads the sign between a name and a value.
func (r *reader) colon() bool {
	rest := r.text[r.i:]
	for _, sign := range []string{":", "=>", "=", "：", "->"} {
		if !strings.HasPrefix(rest, sign) {
			continue
		}
		if sign != ":" {
			r.edit(r.i, r.i+len(sign), ":", ColonWritten)
		}
		r.i += len(sign)
		return true
	}
	return false
}

// array reads an array.
func (r *reader) array() {
	r.enter('[')
	c := container{comma: -1, begin: r.i}
	for r.next(&c) {
		r.path = append(r.path, strconv.Itoa(c.n-1))
		r.attach()
		r.value()
		r.path = r.path[:len(r.path)-1]
		r.isComplete()
	}
}
