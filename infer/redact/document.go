package redact

import (
	"crypto/sha256"
	"hash"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
)

// document is a JSON text and its strings and numbers, which is all that can be
// replaced.
type document struct {
	text   string
	leaves []*leaf // in the order of the text
	named  []Replaced
}

// leaf is a string or a number.
type leaf struct {
	path     string // a JSON Pointer into the document
	names    []string
	from, to int    // where it stands in the document's text
	text     string // of the string, or the literal of the number
	isString bool
	inner    *document // what the string holds, nil where that is no array or object
	parts    []part    // what is to be replaced, in order
	kept     bool      // by the options
}

// part is a part of a leaf's text.
type part struct {
	from, to int
	what     What
}

// whole returns what the leaf is replaced for, if that is all of it.
func (l *leaf) whole() (What, bool) {
	if len(l.parts) == 1 && l.parts[0].from == 0 && l.parts[0].to == len(l.text) {
		return l.parts[0].what, true
	}
	return "", false
}

// maxInner is how many strings inside one another are looked into. Inference
// looks into one.
const maxInner = 3

// read takes a JSON text apart. It fails where the text is not strict JSON.
func read(text string, depth int) (*document, error) {
	d := &document{text: text}
	r := payload.NewTextReader(text)
	d.value(&r, "", nil, depth)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return d, nil
}

// value reads the value at the cursor. Names are those of the members that lead
// to it; the elements of an array have the name of the array.
func (d *document) value(r *payload.Reader, path string, names []string, depth int) {
	l := &leaf{path: path, names: names, from: r.Offset()}
	switch r.Kind() {
	case payload.KindString:
		l.isString = true
		r.String(&l.text)
		l.to = r.Offset()
		if depth < maxInner && l.text != "" && strings.ContainsAny(l.text[:1], "{[") {
			l.inner, _ = read(l.text, depth+1)
		}
		d.leaves = append(d.leaves, l)
	case payload.KindNumber:
		l.text = r.Raw()
		l.to = l.from + len(l.text)
		d.leaves = append(d.leaves, l)
	case payload.KindArray:
		var a payload.Array
		r.Array(&a)
		for i := 0; r.Item(&a); i++ {
			d.value(r, path+"/"+strconv.Itoa(i), names, depth)
		}
	case payload.KindObject:
		var o payload.Object
		r.Object(&o)
		for r.Next(&o) {
			if what := looksLike(o.Name); what == Mail || what == Phone {
				d.named = append(d.named, Replaced{path, what})
			}
			below := append(names[:len(names):len(names)], o.Name)
			d.value(r, path+"/"+token(o.Name), below, depth)
		}
	default:
		r.Skip()
	}
}

// token writes the name of a member as a reference token of RFC 6901.
func token(name string) string {
	if !strings.ContainsAny(name, "~/") {
		return name
	}
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
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

// rewrite returns the text with what is marked replaced, and adds that to the
// list. Before is put before the paths.
func (d *document) rewrite(r *replacer, before string, list *[]Replaced) string {
	var b strings.Builder
	done := 0
	for _, l := range d.leaves {
		text := l.text
		if l.inner != nil {
			text = l.inner.rewrite(r, before+l.path, list)
		} else if len(l.parts) > 0 {
			text = r.leaf(l)
			*list = append(*list, Replaced{before + l.path, l.parts[0].what})
		}
		if text == l.text {
			continue // the literal stays as it is, escapes included
		}
		b.WriteString(d.text[done:l.from])
		if l.isString {
			b.Write(payload.AppendString(nil, text))
		} else {
			b.WriteString(text)
		}
		done = l.to
	}
	b.WriteString(d.text[done:])
	return b.String()
}
