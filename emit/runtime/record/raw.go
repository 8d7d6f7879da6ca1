package record

import (
	"math"
	"strings"
	"unsafe"

	"github.com/specimen-go/specimen/infer/base64text"
	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// text counts what is in a string.
func (w *walk) text(n *node, s string) evidence.Class {
	if s == "" {
		return evidence.StringEmpty
	}
	switch first := s[0]; {
	case plain[first]:
		return evidence.StringOther
	case (first == '{' || first == '[') && !w.inside:
		return w.container(n, s)
	case len(s) > 1 && len(s) < len("true") || len(s) > len("false") && len(s) < len("2006-01-02"):
		return evidence.StringOther // too short for a date, and not a flag
	}
	return evidence.ClassOfString(s)
}

// container counts what is in a string that begins like an array or object.
func (w *walk) container(n *node, s string) evidence.Class {
	if !begins(s) {
		return evidence.StringOther
	}
	r := jsontext.NewScanner(s)
	check := r
	if check.Skip(); check.Done() != nil {
		return w.fail() // the collector counts the values before the error
	}
	inner := w.inner(n)
	if inner == nil {
		return none
	}
	w.inside = true
	w.put(inner, w.scan(inner, &r))
	w.inside = false
	return evidence.StringJSON
}

// begins reports whether a text that begins like an array or object goes on like one. If it
// does not, there are no values before the error.
func begins(s string) bool {
	return len(s) > 1 && (s[1] <= ' ' || s[1] == '"' || s[1] == s[0]+2 || s[0] == '[' && strings.IndexByte("[{-0123456789tfn", s[1]) >= 0)
}

// base64 counts a string that is meant to be base64.
func (w *walk) base64(n *node, s string) evidence.Class {
	if s != "" && !base64text.Valid(s) {
		return w.fail()
	}
	return w.text(n, s)
}

func integer(v int64) evidence.Class {
	if uint64(v) <= 1 {
		return evidence.NumberFlag
	}
	return evidence.NumberInt
}

// float returns the class of a number that came in the form in which it is written again.
func float(v float64) evidence.Class {
	if v == math.Trunc(v) {
		return evidence.ClassOfNumber(string(jsontext.AppendFloat(nil, v)))
	}
	return evidence.NumberReal
}

// rawAt returns the text of the jsontext.Value at p.
func rawAt(p unsafe.Pointer) string { return (*jsontext.Value)(p).Raw() }

// raw counts what is in a value that an event keeps as it came, "" for none.
func (w *walk) raw(n *node, raw string) evidence.Class {
	if raw == "" {
		return absent
	}
	switch c := raw[0]; {
	case c == '"' && isAmount(raw):
		return evidence.StringOther
	case c == '"' && raw[1] != '{' && raw[1] != '[':
		if text := raw[1 : len(raw)-1]; isPlain(text) && (n.typ == nil || n.typ.kind != kindBase64) {
			return w.text(n, text)
		}
	case c == '-' || '0' <= c && c <= '9':
		return w.number(raw)
	case c == 'n':
		return evidence.ClassNull
	case c == 't' || c == 'f':
		return evidence.ClassBool
	}
	r := w.scanner(raw)
	return w.scan(n, &r)
}

// scanner returns a Scanner of a value.
func (w *walk) scanner(raw string) jsontext.Scanner {
	if at, ok := w.offset(raw); ok {
		return jsontext.PaddedText(w.body).From(at) // without a copy
	}
	return jsontext.NewScanner(raw)
}

// isPlain reports whether the text between the quotes of a string is the string: ASCII
// without escapes.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c == '\\' || c >= 0x80 {
			return false
		}
	}
	return true
}

// number returns the class of a number.
func (w *walk) number(raw string) evidence.Class {
	c, ok := amount(raw)
	if ok {
		return c
	}
	if _, ok := jsontext.Float(raw); !ok || len(raw) > jsontext.MaxNumber {
		return w.fail()
	}
	return evidence.ClassOfNumber(raw)
}

// isAmount reports whether the JSON of a string has some digits and points, as amounts have,
// and nothing else. Neither a date nor a flag is such a string.
func isAmount(raw string) bool {
	for i := 1; i < len(raw)-1; i++ {
		if raw[i] < '.' || raw[i] > '9' {
			return false
		}
	}
	return len(raw) > len(`"0"`)
}

// amount returns the class of a number of the usual form of amounts: some digits, and some
// behind a point. ok is false for others.
func amount(raw string) (c evidence.Class, ok bool) {
	const most = 18 // digits, which fit an int64
	if len(raw) > most {
		return 0, false
	}
	c = evidence.NumberWhole
	for i := len(raw) - 1; i > 0; i-- {
		switch d := raw[i]; {
		case d == '.':
			return c, true
		case d < '0' || d > '9': // an exponent
			return 0, false
		case d != '0':
			c = evidence.NumberReal
		}
	}
	switch {
	case raw == "0" || raw == "1":
		return evidence.NumberFlag, true
	case raw == "-0":
		return evidence.NumberMinus, true
	}
	return evidence.NumberInt, true
}

// scan counts what is in the value that r reads next, of valid JSON.
func (w *walk) scan(n *node, r *jsontext.Scanner) evidence.Class {
	switch r.Kind() {
	case jsontext.KindNull:
		r.Skip()
		return evidence.ClassNull
	case jsontext.KindBoolean:
		r.Skip()
		return evidence.ClassBool
	case jsontext.KindNumber:
		return w.number(r.Raw())
	case jsontext.KindString:
		s, exact := r.StringIn(&w.memory)
		switch {
		case !exact:
			return w.fail()
		case n.typ != nil && !n.foreign && n.typ.plain().kind == kindBase64:
			return w.base64(n, s)
		}
		return w.text(n, s)
	}
	if w.depth == evidence.MaxDepth {
		r.Skip()
		return w.fail()
	}
	w.depth++
	c := evidence.ClassArray
	var t *typ
	if n.typ != nil {
		t = n.typ.plain()
	}
	if r.Kind() == jsontext.KindArray {
		w.scanArray(n, t, r)
	} else {
		c = w.scanObject(n, t, r)
	}
	w.depth--
	return c
}

func (w *walk) scanArray(n *node, t *typ, r *jsontext.Scanner) {
	if t != nil {
		t = t.items()
	}
	var a jsontext.Array
	size := 0
	for r.Array(&a); r.Item(&a); size++ {
		if elem := w.elem(n, t, 1); elem != nil {
			w.put(elem, w.scan(elem, r))
		} else {
			r.Skip()
		}
	}
	w.size(n, size)
}

func (w *walk) scanObject(n *node, t *typ, r *jsontext.Scanner) evidence.Class {
	var s *typ
	if t != nil {
		s = t.object()
	}
	if s != nil && n.members == nil && !w.open(n, s) {
		r.Skip()
		return w.fail()
	}
	w.objects++
	serial, size := w.objects, 0
	var o jsontext.Object
	for r.Object(&o); r.Next(&o); size++ {
		if m := w.scanned(n, t, o.Name, serial); m != nil {
			w.put(m, w.scan(m, r))
		} else {
			r.Skip()
		}
	}
	if s != nil {
		for i := range n.fields {
			if n.fields[i].last != serial {
				w.put(&n.fields[i], absent)
			}
		}
		if w.learns {
			w.changed = n.settle() || w.changed
		}
	}
	w.lacks(n, serial)
	w.size(n, size)
	return evidence.ClassObject
}

// scanned returns the node of a member of an object that is scanned.
func (w *walk) scanned(n *node, t *typ, name string, serial uint64) *node {
	switch {
	case t != nil && t.kind == kindMap:
		return w.member(n, t.elem, name, true, serial)
	case t != nil && t.object() != nil:
		i, ok := t.object().index[name]
		if !ok {
			break
		}
		m := &n.fields[i]
		if m.last == serial {
			w.fail()
			return nil
		}
		m.last = serial
		return m
	}
	return w.member(n, nil, name, false, serial)
}

// plain are the characters that a string begins with which is other text whatever follows.
// Beyond the digits and signs, dates begin with the letters of weekdays.
var plain = [256]bool{
	'A': true, 'B': true, 'C': true, 'D': true, 'E': true, 'G': true, 'H': true, 'I': true, 'J': true, 'K': true, 'L': true,
	'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'U': true, 'V': true, 'X': true, 'Y': true, 'Z': true,
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'g': true, 'h': true, 'i': true, 'j': true, 'k': true, 'l': true,
	'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 'u': true, 'v': true, 'x': true, 'y': true, 'z': true,
	0xe3: true, 0xe4: true, 0xe5: true, 0xe6: true, 0xe7: true, 0xe8: true, 0xe9: true, // of most Chinese characters
}
