package jsontext

import (
	"fmt"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// A SyntaxError describes text that is not JSON.
type SyntaxError struct {
	Path    string // JSON Pointer of the innermost value that was being read
	Offset  int    // in bytes from the start of the text
	Problem string // what is wrong; it holds no byte of the text
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("malformed JSON at offset %d, %s: %s", e.Offset, jsonpointer.Show(e.Path), e.Problem)
}

// A LimitError describes text that exceeds a limit.
type LimitError struct {
	Path   string // JSON Pointer of the value that exceeds it
	Offset int    // of that value
	Limit  string // "bytes", "depth" or "items"
	Max    int
}

func (e *LimitError) Error() string {
	at := fmt.Sprintf("at offset %d, %s", e.Offset, jsonpointer.Show(e.Path))
	switch e.Limit {
	case "bytes":
		return fmt.Sprintf("body exceeds the limit of %d bytes", e.Max)
	case "depth":
		return fmt.Sprintf("nesting exceeds the limit of %d levels %s", e.Max, at)
	}
	return fmt.Sprintf("lists and maps exceed the limit of %d elements %s", e.Max, at)
}
