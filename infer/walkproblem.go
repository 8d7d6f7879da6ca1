package infer

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// The problems of examples. They are rare, so what is costly to know about them is
// computed here.

func (w *walker) problem(offset int, path string, c Cause) {
	w.problems = append(w.problems, Problem{Cause: c, Where: Where{Example: w.example.ID, Offset: offset}, Path: path})
}

// pointer returns the JSON Pointer of the value that the first n steps lead to.
func (w *walker) pointer(n int) string {
	var b strings.Builder
	for _, s := range w.steps[:n] {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(jsontext.EscapeToken(s.name))
		}
	}
	return b.String()
}

// elide skips a value that is elided. It reports false for any other value.
func (w *walker) elide(i int) (end int, ok bool) {
	if w.s[i] != '"' && w.s[i] != 'n' {
		return 0, false
	}
	pointer := w.pointer(len(w.steps))
	if _, ok := w.elided[pointer]; !ok {
		return 0, false
	}
	for _, text := range []string{`""`, "null"} {
		if strings.HasPrefix(w.s[i:], text) {
			w.elided[pointer] = true
			return i + len(text), true
		}
	}
	w.elided[pointer] = true
	w.problem(i, pointer, elidedValue())
	return 0, false
}

// inexact counts a string or a name that is not Unicode text.
func (w *walker) inexact(i int, t *tally, c loneSurrogate) {
	t.rare()[FactInexact].add(w.order, w.at(i))
	if !w.strict || w.inside {
		return
	}
	path := ""
	if c.name {
		path = w.pointer(len(w.steps) - 1)
	}
	w.problem(i, path, c)
}

// long counts a number that is too long for every type.
func (w *walker) long(i int, t *tally) {
	t.rare()[FactLong].add(w.order, w.at(i))
	if w.strict && !w.inside {
		w.problem(i, w.pointer(len(w.steps)), longNumber())
	}
}

// duplicate reports a duplicate member, the second one after the byte at key.
func (w *walker) duplicate(object, key int, name string) {
	second := key + strings.IndexByte(w.s[key:], '"')
	first := second
	again := w.r.From(object)
	again.Depth = 0
	var o jsontext.Object
	for from := object; ; again.Skip() {
		if from = again.Offset(); from == object {
			again.Object(&o)
			from++
		}
		if !again.Next(&o) || o.Name == name {
			first = from + strings.IndexByte(w.s[from:], '"')
			break
		}
	}
	w.problems = append(w.problems, Problem{
		Cause: duplicateMember(),
		Where: Where{Example: w.example.ID, Offset: second},
		Also:  []Where{{Example: w.example.ID, Offset: first}},
		Path:  w.pointer(len(w.steps) - 1),
	})
}
