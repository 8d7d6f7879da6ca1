package payload

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// A SyntaxError describes a body that is not JSON.
type SyntaxError struct {
	Path    string // JSON Pointer of the innermost value that was being read
	Offset  int    // in bytes from the start of the body
	Problem string // what is wrong; it holds no byte of the body
}

func (e *SyntaxError) Error() string { return (*jsontext.SyntaxError)(e).Error() }

// A LimitError describes a body that exceeds a limit.
type LimitError struct {
	Path   string // JSON Pointer of the value that exceeds it
	Offset int    // of that value
	Limit  string // "bytes", "depth" or "items"
	Max    int
}

func (e *LimitError) Error() string { return (*jsontext.LimitError)(e).Error() }

// A MismatchError is returned by a strict decoder, and by any decoder for a body whose
// root is of the wrong kind. It lists every mismatch.
type MismatchError struct {
	Mismatches []Mismatch
}

func (e *MismatchError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d values do not fit their types", len(e.Mismatches))
	if len(e.Mismatches) == 1 {
		b.Reset()
		b.WriteString("a value does not fit its type")
	}
	for i, m := range e.Mismatches {
		b.WriteString("; ")
		if i == 3 && len(e.Mismatches) > 4 {
			fmt.Fprintf(&b, "and %d more", len(e.Mismatches)-i)
			break
		}
		b.WriteString(m.String())
	}
	return b.String()
}

// A Mismatch is a value that did not have the kind that its type wanted. It never
// holds the value. Where Want and Got are equal, the value was too large: a number for
// its type, a list or an object for MemoryFactor.
type Mismatch struct {
	Path   string `json:"path"`   // JSON Pointer (RFC 6901) of the value; "" is the body
	Offset int    `json:"offset"` // of the value, or of the object that lacks the member, in bytes
	Want   Kind   `json:"want"`   // KindAbsent where any value fits
	Got    Kind   `json:"got"`
}

// String returns the mismatch as one line of text.
func (m Mismatch) String() string {
	path := jsonpointer.Show(m.Path)
	switch {
	case m.Want == KindAbsent:
		return fmt.Sprintf("%s: want a value, got %s (offset %d)", path, m.Got, m.Offset)
	case m.Want == m.Got:
		return fmt.Sprintf("%s: the %s is too large (offset %d)", path, m.Got, m.Offset)
	case m.Got == KindAbsent:
		return fmt.Sprintf("%s: missing, want %s (offset %d)", path, m.Want, m.Offset)
	}
	return fmt.Sprintf("%s: want %s, got %s (offset %d)", path, m.Want, m.Got, m.Offset)
}

// own returns an error of package jsontext as one of this package.
func own(err error) error {
	switch err := err.(type) {
	case *jsontext.SyntaxError:
		return (*SyntaxError)(err)
	case *jsontext.LimitError:
		return (*LimitError)(err)
	}
	return err
}

// misfit returns the error for the value of a text that is not of the kind that its
// type wants.
func misfit(text []byte, want, got Kind) error {
	t := jsontext.NewText(text)
	return &MismatchError{Mismatches: []Mismatch{{Offset: t.Space(0), Want: want, Got: got}}}
}
