package evidence

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Reporter is told of the problems of texts that have to be strict JSON, as examples have:
// where they are, as a JSON Pointer and an offset. They are rare, so what is costly to know
// about them is computed when they are found.
type Reporter interface {
	// LoneSurrogate is told of an unpaired surrogate in a string, or in the name of a member
	// of the object at the pointer.
	LoneSurrogate(pointer string, offset int, name bool)
	// LongNumber is told of a number that is too long for every type.
	LongNumber(pointer string, offset int)
	// Duplicate is told of a member that its object already has.
	Duplicate(pointer string, first, second int)
	// Elided is told of a value that is not elided, although the example says so.
	Elided(pointer string, offset int)
	// IsBase64 is asked whether a string is base64 beyond doubt.
	IsBase64(text string) bool
}

// Examiner observes texts that have to be strict JSON. It keeps samples of their values.
type Examiner struct{ walker walker }

// NewExaminer returns an Examiner that tells a Reporter what is wrong with texts.
func NewExaminer(r Reporter) *Examiner {
	return &Examiner{walker{strict: true, sampling: true, report: r}}
}

// Tally counts what the texts of one root show. The zero value is that of none.
type Tally struct{ tally tally }

// Add adds a text to a tally. order identifies the text, and elided has the pointers of the
// values that are elided; Add sets those to true that it finds. The error is that of the
// reader, for a text that is not JSON.
func (x *Examiner) Add(t *Tally, order int, text string, elided map[string]bool) error {
	r := jsontext.NewText(text)
	r.Max = MaxDepth
	x.walker.order, x.walker.elided = uint64(order), elided
	x.walker.start(&r)
	return x.walker.root(&t.tally)
}

// Node returns the Node of a tally, or nil if it is empty. origin returns the origin of the
// text that order identifies.
func (t *Tally) Node(origin func(order int) Origin) *Node {
	nodes := maker{origin: func(order uint64) Origin { return origin(int(order)) }}
	return nodes.node(&t.tally, usual{})
}

// pointer returns the JSON Pointer of the value that the first n steps lead to.
func (w *walker) pointer(n int) string {
	var b strings.Builder
	for _, s := range w.steps[:n] {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(jsonpointer.Escape(s.name))
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
	w.report.Elided(pointer, i)
	return 0, false
}

// inexact counts a string or a name that is not Unicode text.
func (w *walker) inexact(i int, t *tally, name bool) {
	t.rare()[FactInexact].add(w.order, w.at(i))
	if !w.strict || w.inside {
		return
	}
	pointer := ""
	if name {
		pointer = w.pointer(len(w.steps) - 1)
	}
	w.report.LoneSurrogate(pointer, i, name)
}

// long counts a number that is too long for every type.
func (w *walker) long(i int, t *tally) {
	t.rare()[FactLong].add(w.order, w.at(i))
	if w.strict && !w.inside {
		w.report.LongNumber(w.pointer(len(w.steps)), i)
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
	w.report.Duplicate(w.pointer(len(w.steps)-1), first, second)
}
