package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// Position is a position in JSON.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"` // in bytes, from 1
}

// PositionOf returns a position for JSON.
func PositionOf(p token.Position) Position { return Position{p.Filename, p.Line, p.Column} }

// WriteJSON writes a value as VisibleJSON, indented by indent where that is not "".
func WriteJSON(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, VisibleJSON(b.String()))
	return err
}

// VisibleJSON returns JSON in which characters that a terminal would obey instead of show are
// escaped.
func VisibleJSON(text string) string {
	var out strings.Builder
	for _, c := range text {
		switch {
		case c == '\n' || diagnostic.Visible(c):
			out.WriteRune(c)
		case c > 0xffff:
			high, low := utf16.EncodeRune(c)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, c)
		}
	}
	return out.String()
}
