package wire

import (
	"math"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// Limits bound what a Reader accepts. A zero field means its default.
type Limits struct {
	MaxBytes int // length of the body; payload.DefaultMaxBytes
	MaxDepth int // arrays and objects inside one another; payload.DefaultMaxDepth
	MaxItems int // elements of lists and maps that have a type, in total; payload.DefaultMaxItems
}

// A Reader reads one body from its beginning to its end. See the package comment for
// how decoders use it.
type Reader struct {
	jsontext.Text
	found    []payload.Mismatch // see Found
	inexact  bool               // the last value was inexact; its object has not handled that yet
	unset    bool               // the variable of the last inexact value was left unset
	from     int                // where that value begins
	at       int                // where the last element began
	again    bool               // see Again
	repeated bool               // a known member, or an entry of a map, came twice in its object
	base     int                // memory that may be used before anything was read: see room
	dropped  int                // offset of the last element that there was no memory for, or -1
	most     int                // elements that may come at all
	memory
}

// Start sets r, a zero Reader, to a Reader of a copy of body. A function that returns a Reader
// would copy that, twice.
func (r *Reader) Start(body []byte, limits Limits) {
	if limits.over(len(body)) {
		r.refuse(limits)
		return
	}
	r.start(jsontext.NewText(body))
	r.limit(limits)
}

// StartOwned is Start without a copy of body, if there is room for the padding behind it,
// within its capacity. The caller gives body and its capacity away: strings that are read are
// parts of it.
func (r *Reader) StartOwned(body []byte, limits Limits) {
	if limits.over(len(body)) {
		r.refuse(limits)
		return
	}
	r.start(jsontext.OwnText(body))
	r.limit(limits)
}

// refuse sets r to a Reader that fails because the body is too long.
func (r *Reader) refuse(limits Limits) {
	most := limits.bytes()
	r.start(jsontext.NewText(""))
	r.Err = &jsontext.LimitError{Offset: most, Limit: "bytes", Max: most}
}

// start sets r, a zero Reader, to a Reader of text, limited in depth only.
func (r *Reader) start(text jsontext.Text) {
	r.Text = text
	r.base, r.dropped, r.items = unlimited, -1, math.MaxInt
}

// limit bounds the depth of the text, the elements that come, and the memory for them.
func (r *Reader) limit(limits Limits) {
	if limits.MaxDepth > 0 {
		r.Max = limits.MaxDepth
	}
	r.items, r.most = limits.items(), limits.items()
	r.base = allowed(r.N)
}

// over reports whether a body of n bytes is too long.
func (l Limits) over(n int) bool { return n > l.bytes() }

func (l Limits) bytes() int {
	if l.MaxBytes <= 0 {
		return payload.DefaultMaxBytes
	}
	return l.MaxBytes
}

func (l Limits) items() int {
	if l.MaxItems <= 0 {
		return payload.DefaultMaxItems
	}
	return l.MaxItems
}

// Body returns the whole text.
func (r *Reader) Body() string { return r.S[:r.N] }

// Begin returns the offset of the root of the body. Every type has calls of it, so that it is
// not inlined.
//
//go:noinline
func (r *Reader) Begin() int { return r.Space(0) }

// misfit records that the value at i is not what its type wants, and whether its
// variable was left unset.
func (r *Reader) misfit(i int, want, got payload.Kind, unset bool) {
	r.unset = unset
	if r.Err == nil {
		r.find(payload.Mismatch{Offset: i, Want: want, Got: got})
	}
}

// find records a mismatch, unless there are as many as a list may have.
func (r *Reader) find(m payload.Mismatch) {
	if len(r.found) < payload.MaxMismatches {
		r.found = append(r.found, m)
	}
}

// inexactly returns the result of a decode method that has read the value between the
// offsets from and i into a variable that cannot reproduce it.
func (r *Reader) inexactly(from, i int) int {
	r.inexact, r.from = true, from
	return ^i
}

// Null reports whether null stands at i.
func (r *Reader) Null(i int) bool { return r.S[i:i+4] == "null" }

// Need returns i. A null at i is a mismatch: a member of a type that has room for null is
// required to have a value of the kind want, KindAbsent for any.
func (r *Reader) Need(i int, want payload.Kind) int {
	if r.S[i] == 'n' {
		r.find(payload.Mismatch{Offset: i, Want: want, Got: payload.KindNull})
	}
	return i
}

// Kind returns the kind of the value at i, by its first byte, and KindAbsent where no
// value begins.
func (r *Reader) Kind(i int) payload.Kind { return payload.Kind(jsontext.KindOf(r.S[i])) }

// Reject passes over a value of another kind than want: a mismatch, unless it is null.
// Where the value is of the kind after all, it is beyond the limit of depth, which is an
// error.
func (r *Reader) Reject(i int, want payload.Kind) int {
	got, end := r.Kind(i), r.Skip(i)
	r.unset = true
	if got != payload.KindNull {
		r.misfit(i, want, got, true)
	}
	return r.inexactly(i, end)
}
