package redact

import (
	"crypto/sha256"
	"encoding/base64"
	"hash"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// document is a JSON text and its strings, numbers and names of members, which is
// all that can be replaced.
type document struct {
	text   string
	leaves []*leaf // in the order of the text
}

// leaf is a string, a number or the name of a member.
type leaf struct {
	kind     kind
	place    *place
	from, to int              // where it stands in the document's text
	text     string           // of the string, or the literal of the number
	inner    *document        // what the string holds, nil where that is not an array or object
	encoding *base64.Encoding // of what the string holds, nil where that is plain
	parts    []part           // what is to be replaced, in order
	kept     bool             // by the options
	label    bool             // it says what the value beside it is
}

type kind uint8

const (
	aString kind = iota
	aNumber
	aName
)

// place is where a value stands.
type place struct {
	up    *place // nil for the outermost value
	key   *leaf  // the name of the member, nil in an array
	index int    // in the array
	said  string // what the member beside it says that it is called
}

// part is a part of a leaf's text.
type part struct {
	from, to int
	what     What
	each     bool // each word of it says who it is
}

// whole returns what the leaf is replaced for, if that is all of it.
func (l *leaf) whole() (What, bool) {
	if len(l.parts) == 1 && l.parts[0].from == 0 && l.parts[0].to == len(l.text) {
		return l.parts[0].what, true
	}
	return "", false
}

// called returns the name of the member that holds the value, and of the one that
// holds the object with that. The elements of an array have the name of the array.
func (p *place) called() (name, parent string) {
	for ; p != nil && p.key == nil && p.said == ""; p = p.up {
	}
	if p == nil {
		return "", ""
	}
	if p.said != "" {
		return p.said, ""
	}
	name = p.key.text
	for p = p.up; p != nil && p.key == nil; p = p.up {
	}
	if p != nil {
		parent = p.key.text
	}
	return name, parent
}

// pointer returns the JSON Pointer of a value.
func (p *place) pointer() string {
	if p.up == nil {
		return ""
	}
	return p.up.pointer() + "/" + p.last()
}

// last returns the last token of the pointer of a value.
func (p *place) last() string {
	if p.key != nil {
		return jsontext.EscapeToken(p.key.text)
	}
	return strconv.Itoa(p.index)
}

// maxInner is how many strings inside one another are looked into. Inference
// looks into one.
const maxInner = 3

// read takes a JSON text apart. It fails where the text is not strict JSON.
func read(text string, depth int) (*document, error) {
	d := &document{text: text}
	r := jsontext.NewScanner(text)
	d.value(&r, &place{}, depth)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return d, nil
}

// value reads the value at the cursor.
func (d *document) value(r *jsontext.Scanner, at *place, depth int) {
	l := &leaf{place: at, from: r.Offset()}
	switch r.Kind() {
	case jsontext.KindString:
		l.text, _ = r.String()
		l.to = r.Offset()
		if depth < maxInner && holdsDocument(l.text) {
			l.inner, _ = read(l.text, depth+1)
		} else if plain, encoding := decoded(l.text); depth < maxInner && encoding != nil {
			l.inner, _ = read(plain, depth+1)
			l.encoding = encoding
		}
		d.leaves = append(d.leaves, l)
	case jsontext.KindNumber:
		l.kind, l.text = aNumber, r.Raw()
		l.to = l.from + len(l.text)
		d.leaves = append(d.leaves, l)
	case jsontext.KindArray:
		var a jsontext.Array
		r.Array(&a)
		first := len(d.leaves)
		for i := 0; r.Item(&a); i++ {
			d.value(r, &place{up: at, index: i}, depth)
		}
		pairElements(at, d.leaves[first:])
	case jsontext.KindObject:
		d.object(r, at, depth)
	default:
		r.Skip()
	}
}

func (d *document) object(r *jsontext.Scanner, at *place, depth int) {
	var o jsontext.Object
	r.Object(&o)
	end := r.Offset()
	var label, kind *leaf
	var value *place
	for r.Next(&o) {
		key := &leaf{kind: aName, text: o.Name}
		key.place = &place{up: at, key: key}
		key.from = end + strings.IndexByte(d.text[end:], '"')
		key.to = key.from + literal(d.text[key.from:])
		d.leaves = append(d.leaves, key)
		first := len(d.leaves)
		d.value(r, key.place, depth)
		end = r.Offset()
		x, isOne := only(d.leaves[first:], key.place)
		if x == nil || len(o.Name) > maxName {
			continue
		}
		switch name := nameKey(o.Name); {
		case isOne && x.kind == aString && labelWords[name] && label == nil:
			label = x
		case isOne && x.kind == aString && kindWords[name] && kind == nil:
			kind = x
		case value == nil && (valueWords[name] || valueWords[strings.TrimSuffix(name, "s")]):
			value = key.place
		}
	}
	switch {
	case value == nil:
	case label != nil:
		pairLeaves(label, value, at)
	case kind != nil && isPersonalKind(kind.text):
		pairLeaves(kind, value, at)
	}
}

// literal returns the length of the string that a text begins with.
func literal(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}

// holdsDocument reports whether a text may be a JSON array or object.
func holdsDocument(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return text != "" && (text[0] == '{' || text[0] == '[')
}

// seed returns a digest of everything that is kept.
func (d *document) seed() [sha256.Size]byte {
	h := sha256.New()
	d.digest(h)
	return [sha256.Size]byte(h.Sum(nil))
}

func (d *document) digest(h hash.Hash) {
	done := 0
	for _, l := range d.leaves {
		if len(l.parts) == 0 && l.inner == nil {
			continue
		}
		h.Write([]byte(d.text[done:l.from]))
		h.Write([]byte{0}) // which no JSON text has
		if l.inner != nil {
			l.inner.digest(h)
		}
		done = l.to
	}
	h.Write([]byte(d.text[done:]))
}

// rewrite returns the text with what is marked replaced.
func (d *document) rewrite(r *replacer) string {
	var b strings.Builder
	done := 0
	for _, l := range d.leaves {
		text := l.text
		if l.inner != nil {
			if text = l.inner.rewrite(r); l.encoding != nil {
				text = l.encoding.EncodeToString([]byte(text))
			}
		} else if len(l.parts) > 0 {
			text = r.leaf(l)
		}
		if text == l.text {
			continue // the literal stays as it is, escapes included
		}
		b.WriteString(d.text[done:l.from])
		if l.kind == aNumber {
			b.WriteString(text)
		} else {
			b.Write(jsontext.AppendString(nil, text))
		}
		done = l.to
	}
	b.WriteString(d.text[done:])
	return b.String()
}
