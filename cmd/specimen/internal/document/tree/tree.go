// Package tree reads JSON and YAML documents as values that know where they stand.
//
//	text -> Tree -> Node
//
// A YAML document is read as the JSON document that says the same, so that what reads a
// Node reads JSON. A Tree takes a small multiple of the memory of its text.
package tree

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// The limits of a document. The longest descriptions of APIs have a tenth of each.
const (
	maxBytes  = 1 << 30
	maxValues = 8 << 20
)

// Tree is a document.
type Tree struct {
	text   jsontext.Text // JSON
	values []value       // in the order in which they begin
	source []place       // of the values of a YAML document; nil for JSON
	odd    []int32       // values of a YAML document that may be numbers, in order
	index  map[int32]map[string]int32
}

// value is where a value stands in the JSON text.
type value struct {
	name       int32 // where the name of the member begins, or -1
	start, end int32
	next       int32 // the value after it that is not in it
}

// place is where a value stands in a YAML document, with the name of the member.
type place struct{ name, start int32 }

// An Error is what keeps a document from being read.
type Error struct {
	Offset  int
	Problem string // without a byte of the document
	Hint    string
}

func (e *Error) Error() string { return e.Problem }

// Parse returns a document in JSON or in YAML. Its error is an *Error.
func Parse(text string) (*Tree, error) {
	if len(text) > maxBytes {
		return nil, tooLong(maxBytes)
	}
	json := text
	if rest, ok := strings.CutPrefix(text, mark); ok {
		json = strings.Repeat(" ", len(mark)) + rest
	}
	if c := strings.TrimLeft(json, " \t\r\n"); strings.HasPrefix(c, "{") || strings.HasPrefix(c, "[") {
		return parseJSON(json)
	}
	return parseYAML(text)
}

// mark is the byte order mark.
const mark = "\ufeff"

func tooLong(limit int) *Error {
	return &Error{Problem: "the document is too long", Hint: fmt.Sprintf("the limit is %d MiB", limit>>20)}
}

// parseJSON returns a document in JSON.
func parseJSON(text string) (*Tree, error) {
	t := &Tree{text: jsontext.NewText(text), index: make(map[int32]map[string]int32)}
	i := t.read(t.text.Space(0), -1)
	if err := t.text.End(i); err != nil {
		return nil, jsonError(err)
	}
	return t, nil
}

func jsonError(err error) *Error {
	switch e := err.(type) {
	case *jsontext.SyntaxError:
		return &Error{Offset: e.Offset, Problem: "malformed JSON: " + e.Problem}
	case *jsontext.LimitError:
		switch e.Limit {
		case "depth":
			return &Error{Offset: e.Offset, Problem: fmt.Sprintf("nesting exceeds the limit of %d levels", e.Max)}
		case "items":
			return &Error{Offset: e.Offset, Problem: fmt.Sprintf("the document has more than %d values", e.Max)}
		}
	}
	return &Error{Problem: err.Error()}
}

// read reads the value at i and returns the offset after it.
func (t *Tree) read(i, name int) int {
	if len(t.values) == maxValues {
		return t.text.Exceed(i, "items", maxValues)
	}
	self := len(t.values)
	t.values = append(t.values, value{name: int32(name), start: int32(i)})
	end := i
	switch {
	case t.text.Enter(i, '{'):
		end = t.members(i)
	case t.text.Enter(i, '['):
		for n := 0; ; n++ {
			var more bool
			if end, more = t.text.Item(end, n); !more {
				break
			}
			end = t.read(end, -1)
		}
	default:
		end = t.text.Skip(i)
	}
	t.values[self].end, t.values[self].next = int32(end), int32(len(t.values))
	return end
}

// members reads the members of the object at i and returns the offset after it.
func (t *Tree) members(i int) int {
	for first := true; ; first = false {
		name := t.text.Member(i, first)
		if name < 0 {
			return ^name
		}
		i = t.read(t.text.Colon(t.text.SkipString(name)), name)
		if t.text.Err != nil {
			return i
		}
	}
}

// Root returns the outermost value.
func (t *Tree) Root() Node { return Node{t, 0} }
