package payload

import (
	"fmt"
	"strings"
)

// A Mismatch says that a value did not have the kind its type wanted. The
// value itself is never part of it. Where Want and Got are equal, the value was
// too large: a number for its type, a list or an object for MemoryFactor.
type Mismatch struct {
	Path   string // where it stands, as a JSON Pointer (RFC 6901); "" is the body
	Offset int    // where it begins, or the object that has no such member; in bytes
	Want   Kind   // KindAbsent where any value is welcome
	Got    Kind
}

// String gives the mismatch as one line of text.
func (m Mismatch) String() string {
	switch {
	case m.Want == KindAbsent:
		return fmt.Sprintf("%s: want a value, got %s (offset %d)", showPath(m.Path), m.Got, m.Offset)
	case m.Want == m.Got:
		return fmt.Sprintf("%s: the %s is too large (offset %d)", showPath(m.Path), m.Got, m.Offset)
	}
	return fmt.Sprintf("%s: want %s, got %s (offset %d)", showPath(m.Path), m.Want, m.Got, m.Offset)
}

// A SyntaxError says where a text stops being JSON.
type SyntaxError struct {
	Path    string // the innermost value that was being read, as a JSON Pointer
	Offset  int    // in bytes from the start of the text
	Problem string // what is wrong, without any byte of the text
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("malformed JSON at offset %d, %s: %s", e.Offset, showPath(e.Path), e.Problem)
}

// A LimitError says which limit a body goes beyond, and where.
type LimitError struct {
	Path   string
	Offset int
	Limit  string // "bytes", "depth" or "items"
	Max    int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("beyond the limit of %d on %s at offset %d, %s", e.Max, e.Limit, e.Offset, showPath(e.Path))
}

// A MismatchError is what a strict decoder returns, and any decoder for a body
// whose root is of the wrong kind. It lists every mismatch.
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

// showPath makes a JSON Pointer fit for a line of text: quoted where it holds
// anything but plain ASCII, and cut where it is long, because member names
// come from the sender.
func showPath(path string) string {
	const most = 120
	if path == "" {
		return "the body"
	}
	cut := ""
	if len(path) > most {
		path, cut = path[:most], "…"
	}
	for i := range len(path) {
		if c := path[i]; c <= ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return fmt.Sprintf("%+q", path) + cut
		}
	}
	return path + cut
}
