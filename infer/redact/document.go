package redact

import (
	"crypto/sha256"
	"encoding/base64"
	"hash"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// document is a JSON text and its leaves: the parts that can be replaced.
type document struct {
	text   string
	leaves []*leaf // in the order of the text
}

// leaf is a string, a number or the name of a member.
type leaf struct {
	kind     kind
	place    *place
	from, to int              // its range in the text
	text     string           // of the string, or the literal of the number
	inner    *document        // the JSON array or object in the string, or nil
	encoding *base64.Encoding // of inner, nil for plain text
	parts    []part           // to be replaced, in order
	kept     bool             // by the options
	label    bool             // describes the value beside it
}

type kind uint8

const (
	aString kind = iota
	aNumber
	aName
)

// place is the position of a value in the document.
type place struct {
	up    *place // nil for the outermost value
	key   *leaf  // the name of the member, nil in an array
	index int    // in the array
	said  string // the name that the member beside it gives
}

// part is a part of a leaf's text that is replaced.
type part struct {
	from, to int
	what     What
	each     bool // each word identifies a person
}

// whole returns what the leaf is replaced as, if all of it is.
func (l *leaf) whole() (What, bool) {
	if len(l.parts) == 1 && l.parts[0].from == 0 && l.parts[0].to == len(l.text) {
		return l.parts[0].what, true
	}
	return "", false
}

// called returns the name of the member that holds the value, and the name of the
// member that holds the object around it. Elements of an array have the name of the
// array.
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

// last returns the last token of a value's pointer.
func (p *place) last() string {
	if p.key != nil {
		return jsonpointer.Escape(p.key.text)
	}
	return strconv.Itoa(p.index)
}

// maxInner limits how many levels of JSON inside strings are redacted. The inference
// reads one.
const maxInner = 3

// read returns the document of a JSON text. It fails if the text is not strict JSON.
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
	var versions []*place
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
		default:
			if yes, _ := isVersion(split(o.Name)); yes {
				versions = append(versions, key.place)
			}
		}
	}
	if label != nil {
		pairVersions(label, versions, at)
	}
	switch {
	case value == nil:
	case label != nil:
		pairLeaves(label, value, at)
	case kind != nil && isPersonalKind(kind.text):
		pairLeaves(kind, value, at)
	}
}

// literal returns the length of the string literal that a text begins with.
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
		h.Write([]byte{0}) // a separator that no JSON text has
		if l.inner != nil {
			l.inner.digest(h)
		}
		done = l.to
	}
	h.Write([]byte(d.text[done:]))
}

// rewrite returns the text with the marked parts replaced.
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
			continue // keep the literal, including its escapes
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
