package payload

import (
	"math"
	"strings"
	"unsafe"
)

// Limits bound what a Reader accepts. A zero field means its default.
type Limits struct {
	MaxBytes int // length of the body; DefaultMaxBytes
	MaxDepth int // arrays and objects inside one another; DefaultMaxDepth
	MaxItems int // elements of lists and maps that have a type, all in all; DefaultMaxItems
}

// The defaults of Limits. Webhook bodies are some kilobytes long, a dozen levels
// deep, and list some dozens of things; a thousand times that is an accident or
// an attack. How much memory a body takes is bounded besides: see MemoryFactor.
const (
	DefaultMaxBytes = 16 << 20
	DefaultMaxDepth = 512
	DefaultMaxItems = 250_000
)

// MaxNumber is the length, in bytes, of the longest number that any number
// type takes. A longer one is a mismatch and is kept raw.
const MaxNumber = 1000

// MaxMismatches is how many mismatches of one body are listed. Those beyond it
// are kept raw in their objects like all others.
const MaxMismatches = 1000

// padding follows the text of every Reader, so that the loops that look some
// bytes ahead need no check for the end: NUL ends every token of JSON.
const padding = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// A Reader reads one JSON text from its beginning to its end. It is strict
// (RFC 8259) and keeps its first error: after an error every method does
// nothing and gives zero values, and Done returns it. So generated code needs
// to look for errors once, at the end.
//
// The methods that read a value into a variable report whether the variable
// alone is enough to write the value again. Where they report false, the
// caller keeps the raw value too.
type Reader struct {
	s       string // the text and its padding
	n       int    // length of the text
	i       int    // the next byte to read
	depth   int    // arrays and objects that are open
	max     int    // most that may be open
	err     error
	found   []finding
	inexact bool // the last value was not exact, and its object does not know yet
	unset   bool // the last value that was not exact was left unset
	from    int  // where that value begins
	again   bool // see Again
	base    int  // memory that may be used before anything was read: see room
	dropped int  // offset of the last element that there was no memory for, or -1
	most    int  // elements that may come at all
	marked  [4]marked
	turn    int // which of marked is the next to go
	memory
}

// finding is a mismatch before its path is known. Paths are worked out at the
// end, in one pass over the text: hardly any body has mismatches, and a reader
// that kept track of its path would pay for it at every member.
type finding struct {
	offset int
	inner  string // path inside a JSON text in the string at offset
	want   Kind
	got    Kind
}

// NewReader returns a Reader of a copy of text.
func NewReader(text []byte, limits Limits) (r Reader) {
	if limits.over(len(text)) {
		most := limits.bytes()
		r.s, r.err = padding, &LimitError{Offset: most, Limit: "bytes", Max: most}
		return r
	}
	var b strings.Builder
	b.Grow(len(text) + len(padding))
	b.Write(text)
	b.WriteString(padding)
	r.start(b.String(), limits.MaxDepth)
	r.limit(limits)
	return r
}

// OwnReader returns a Reader that reads text where it is, if there is room for
// the padding behind it, within its capacity. The caller gives text and its
// capacity away: strings that are read are parts of it.
func OwnReader(text []byte, limits Limits) (r Reader) {
	if cap(text)-len(text) < len(padding) || limits.over(len(text)) {
		return NewReader(text, limits)
	}
	padded := append(text, padding...)
	// Neither the Reader nor, by contract, its caller writes to these bytes again.
	r.start(unsafe.String(&padded[0], len(padded)), limits.MaxDepth)
	r.limit(limits)
	return r
}

// limit bounds the elements that come and the memory for them.
func (r *Reader) limit(limits Limits) {
	r.items, r.most = limits.items(), limits.items()
	r.base = allowed(r.n)
}

// over reports whether a body of n bytes is too long.
func (l Limits) over(n int) bool { return n > l.bytes() }

func (l Limits) bytes() int {
	if l.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return l.MaxBytes
}

func (l Limits) items() int {
	if l.MaxItems <= 0 {
		return DefaultMaxItems
	}
	return l.MaxItems
}

// NewTextReader returns a Reader of a copy of text, whatever its length.
func NewTextReader(text string) Reader {
	return newReader(text+padding, 0)
}

// newReader returns a Reader of padded, a text with its padding.
func newReader(padded string, depth int) (r Reader) {
	r.start(padded, depth)
	return r
}

// start makes the zero Reader one of padded, without limits but for the depth.
func (r *Reader) start(padded string, depth int) {
	if depth <= 0 {
		depth = DefaultMaxDepth
	}
	r.s, r.n, r.max = padded, len(padded)-len(padding), depth
	r.base, r.dropped, r.items = unlimited, -1, math.MaxInt
	r.space()
}

// Text returns the whole text.
func (r *Reader) Text() string { return r.s[:r.n] }

// Offset returns how many bytes of the text lie before the cursor.
func (r *Reader) Offset() int { return r.i }

// Kind returns the kind of the value at the cursor, by its first byte, and
// KindAbsent where no value begins.
func (r *Reader) Kind() Kind { return kindAt(r.s[r.i]) }

// Done checks that nothing but white space is left and returns the first
// error of the whole reading, or nil: a *SyntaxError or a *LimitError.
func (r *Reader) Done() error {
	if r.err == nil {
		r.space()
		if r.i < r.n {
			r.fail(r.i, "something follows the value")
		}
	}
	return r.err
}

// space moves the cursor to the next byte that is not white space.
func (r *Reader) space() {
	r.i = r.spaceAt(r.i)
}

// fail records a syntax error, unless there is an earlier one, and moves the
// cursor to the padding, where every token ends at once.
func (r *Reader) fail(offset int, problem string) {
	if r.err != nil {
		return
	}
	if offset >= r.n {
		offset, problem = r.n, "the text ends too early"
	}
	r.err = &SyntaxError{Path: pathAt(r.s[:r.n], offset), Offset: offset, Problem: problem}
	r.i = r.n
}

// beyond records that the value at i is beyond a limit, and returns the offset
// of the padding.
func (r *Reader) beyond(i int, limit string, most int) int {
	if r.err == nil {
		r.err = &LimitError{Path: pathAt(r.s[:r.n], i), Offset: i, Limit: limit, Max: most}
		r.i = r.n
	}
	return r.n
}

// misfit records that the value at offset is not what its type wants, and
// whether its variable was left unset.
func (r *Reader) misfit(offset int, want, got Kind, unset bool) {
	r.unset = unset
	if r.err == nil && len(r.found) < MaxMismatches {
		r.found = append(r.found, finding{offset: offset, want: want, got: got})
	}
}

// reject passes over the value at the cursor, which is of no use to a variable
// that wants another kind. Null is no mismatch: it is accepted everywhere.
// It always reports false, for its callers to return.
func (r *Reader) reject(want Kind) bool {
	at, got := r.i, r.Kind()
	r.Skip()
	r.unset = true
	if got != KindNull {
		r.misfit(at, want, got, true)
	}
	return false
}

// Object is a Reader's place in one object.
type Object struct {
	Name  string // of the member that Next found
	Exact bool   // whether Name is what was written: see [Reader.String]
	value int    // where its value begins
	count int    // members found so far
}

// Object enters the object at the cursor. Where another kind of value stands,
// it passes over that, records a mismatch unless it is null, and reports false.
func (r *Reader) Object(o *Object) bool {
	*o = Object{}
	return r.enter(r.i, '{') || r.reject(KindObject)
}

// Next moves to the value of the object's next member and puts the member's
// name into o.Name. It reports false after the last one.
func (r *Reader) Next(o *Object) bool {
	i := r.memberAt(r.i, o.count == 0)
	if i < 0 {
		r.i = ^i
		return false
	}
	o.count++
	r.i = i
	o.Name, o.Exact = r.text()
	r.i = r.colonAt(r.i)
	o.value = r.i
	return r.err == nil
}

// Array is a Reader's place in one array.
type Array struct {
	count int // elements found so far
}

// Array enters the array at the cursor. Where another kind of value stands, it
// passes over that, records a mismatch unless it is null, and reports false.
func (r *Reader) Array(a *Array) bool {
	if !r.enter(r.i, '[') {
		return r.reject(KindArray)
	}
	*a = Array{}
	return true
}

// Item moves to the array's next element and reports false after the last one.
func (r *Reader) Item(a *Array) bool {
	i, more := r.itemAt(r.i, a.count)
	r.i = i
	if more {
		a.count++
	}
	return more
}

// Skip passes over the value at the cursor and checks that it is valid JSON.
func (r *Reader) Skip() { r.i = r.skip(r.i) }

// Raw passes over the value at the cursor and returns its text.
func (r *Reader) Raw() string {
	from := r.i
	r.Skip()
	if r.err != nil {
		return ""
	}
	return r.s[from:r.i]
}

// word passes over a literal name, whose first byte is at the cursor.
func (r *Reader) word(want string) { r.i = r.skipWord(r.i, want) }

// Null passes over a null at the cursor and reports whether there was one.
func (r *Reader) Null() bool {
	if r.s[r.i] != 'n' {
		return false
	}
	r.word("null")
	return r.err == nil
}
