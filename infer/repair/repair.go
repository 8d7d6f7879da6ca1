// Package repair reads JSON as documents show it, where it is seldom strict JSON: with
// comments and ellipses, with quotes that a word processor made round, with a comma too
// many or one too few, as an object of JavaScript, or cut off in the middle.
//
//	Read  text, offset -> Value: strict JSON, and every change that it took
//
// A change is one of a closed list of kinds. Text that needs another one is an error, and
// strict JSON comes out as it is, byte for byte.
package repair

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// Value is a JSON value as it was meant.
type Value struct {
	Text     string   // strict JSON, without white space around it
	End      int      // the offset behind the value
	Changes  []Change // in the order of the text
	Elided   []string // JSON Pointers of values that the text leaves out, which are null in Text
	Partial  bool     // whether the text leaves out members
	Cut      bool     // whether the text ends before the value does
	Comments []Comment
}

// Change is a difference between a text and the value read from it.
type Change struct {
	Offset int
	Kind   Kind
}

// Comment is a comment beside a member, or in an array beside an element.
type Comment struct {
	Offset  int
	Pointer string // of the value before it in the same line, or else of the one after it
	Text    string
}

// Error is the error for a text that is not JSON and cannot be repaired.
type Error struct {
	Offset  int
	Message string
	TooDeep bool // nested deeper than decoders read
}

func (e *Error) Error() string { return e.Message }

// Text is a text to read values from.
type Text struct {
	text   string
	closer closer
}

// closer is where the next quote is that ends a string, as seen from an offset, or up to
// where there is none.
type closer struct {
	from, at int
	found    bool
}

// New returns a Text. It has to be valid UTF-8.
func New(text string) *Text { return &Text{text: text} }

// Read reads the object or array that begins at an offset and ends before another. An
// error is an [*Error].
//
// What Read does is linear in the length of what it reads, or up to its error.
func (t *Text) Read(begin, end int) (Value, error) {
	if begin >= end || t.text[begin] != '{' && t.text[begin] != '[' {
		return Value{}, &Error{Offset: begin, Message: "expected { or ["}
	}
	r := &reader{of: t, text: t.text[:end], i: begin, begin: begin, indent: Indent(t.text, begin), strict: t.isStrict(begin, end)}
	r.value()
	if r.err != nil && !r.cutOff() {
		return Value{}, r.err
	}
	v := Value{Text: r.edited(), End: r.i, Partial: r.partial, Cut: r.cut, Comments: r.comments}
	for _, e := range r.edits {
		if e.kind != "" {
			v.Changes = append(v.Changes, Change{e.from, e.kind})
		}
	}
	if err := isJSON(v.Text); err != nil {
		return Value{}, &Error{Offset: v.End, Message: "not JSON, and nothing in it says what was meant"}
	}
	v.Elided = nulls(v.Text, r.elided)
	return v, nil
}

// isStrict reports whether a JSON value begins at an offset and ends before another. It is
// only a first look: whether what is read is JSON is said at the end, by jsontext.
func (t *Text) isStrict(begin, end int) bool {
	var value json.RawMessage
	return json.NewDecoder(strings.NewReader(t.text[begin:end])).Decode(&value) == nil
}

// Indent returns the white space between the start of a line and an offset in it, or "" if
// something else is there. It looks at 256 bytes.
func Indent(text string, at int) string {
	const longest = 256
	before := text[max(at-longest, 0):at]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if strings.Trim(before, " \t") != "" {
		return ""
	}
	return before
}

func isJSON(text string) error {
	strict := jsontext.NewText(text)
	return strict.End(strict.Skip(0))
}

// reader reads one value. After an error, i is where it was found.
type reader struct {
	of     *Text
	text   string
	i      int
	begin  int
	indent string // of the line where the value begins
	err    *Error

	path     []string // the tokens of the pointer to the value that is read
	edits    []edit
	elided   []string
	partial  bool
	strict   bool // whether the text is JSON, in which nothing has to be guessed
	comments []Comment
	waiting  int    // how many of the comments belong to the next value
	before   before // what was read before, for comments

	// What is complete, for a text that ends before the value does.
	complete    int    // the offset behind the last complete member or element, or bracket
	open        []byte // the brackets that were open there
	editsThere  int    // how many edits there were
	elidedThere int    // how many values were elided
	brackets    []byte // the brackets that are open
	cut         bool
}

// edit replaces a part of the text. Edits do not overlap.
type edit struct {
	from, to int
	text     string
	kind     Kind // "" for a part of another edit
}

// maxEdits is how many changes a value can need. With more of them, it was not meant as
// JSON.
const maxEdits = 10_000

func (r *reader) edit(from, to int, text string, kind Kind) {
	if len(r.edits) >= maxEdits {
		r.fail("too many changes would be needed")
	}
	r.edits = append(r.edits, edit{from, to, text, kind})
}

func (r *reader) fail(message string) {
	if r.err == nil {
		r.err = &Error{Offset: r.i, Message: message}
	}
}

// edited returns the text of the value with its edits.
func (r *reader) edited() string {
	insertsFirst := func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(min(a.to-a.from, 1), min(b.to-b.from, 1)))
	}
	slices.SortStableFunc(r.edits, insertsFirst)
	var b strings.Builder
	at := r.begin
	for _, e := range r.edits {
		if e.from < at {
			continue // within what another edit removed
		}
		b.WriteString(r.text[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(r.text[min(at, r.i):r.i])
	return b.String()
}

// cutOff closes the brackets of a value whose text ended too early: the text ends there,
// or goes on in a new line with something else. It reports false if nothing was complete.
func (r *reader) cutOff() bool {
	if r.complete <= r.begin+1 || !r.startsLine() {
		return false
	}
	r.edits, r.elided = r.edits[:r.editsThere], r.elided[:r.elidedThere]
	closing := ""
	for _, c := range slices.Backward(r.open) {
		closing += "\n" + string(c+2) // { and }, [ and ] are two apart
	}
	r.i = r.complete
	r.edit(r.complete, r.complete, closing, CutOff)
	r.cut, r.partial, r.err = true, true, nil
	return true
}

// startsLine reports whether an error is at the end of the text, or the first thing in its
// line.
func (r *reader) startsLine() bool {
	line := strings.TrimRight(r.text[:r.err.Offset], " \t")
	return r.err.Offset >= len(r.text) || strings.HasSuffix(line, "\n")
}

func (r *reader) pointer() string {
	var b strings.Builder
	for _, token := range r.path {
		b.WriteString("/" + jsonpointer.Escape(token))
	}
	return b.String()
}
