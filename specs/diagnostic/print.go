package diagnostic

import (
	"fmt"
	"go/token"
	"io"
	"strings"
)

// Printer writes diagnostics with an excerpt of the source: the line, a caret
// below the column, and the hint.
type Printer struct {
	// Source returns a line of a file, the first being 1. If Source is nil or
	// reports false, there is no excerpt.
	Source func(file string, line int) (string, bool)
	// Color adds the escape sequences of a terminal.
	Color bool
}

// maxAlso is how many other positions Print shows.
const maxAlso = 3

// Print writes one diagnostic. The error is that of w.
func (p Printer) Print(w io.Writer, d Diagnostic) error {
	return p.Show(w, d.Pos, d.String(), d.Hint, d.Also...)
}

// Show writes a line of text about a position, with an excerpt of the source there: what
// Print does, for what is not a finding. The error is that of w.
func (p Printer) Show(w io.Writer, pos token.Position, text, hint string, also ...token.Position) error {
	var b strings.Builder
	b.WriteString(p.style(bold, text) + "\n")
	shown := p.listing(&b, pos, hint)
	if hint != "" && !shown {
		b.WriteString("      " + p.style(cyan, "hint: "+Printable(hint)) + "\n")
	}
	for i, at := range also {
		if i == maxAlso && len(also) > maxAlso+1 {
			fmt.Fprintf(&b, "      and %d more places\n", len(also)-maxAlso)
			break
		}
		fmt.Fprintf(&b, "      see %s\n", Printable(at.String()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// listing writes the source line and the caret with the hint. It reports false,
// and writes nothing, if there is no such line.
func (p Printer) listing(b *strings.Builder, pos token.Position, hint string) bool {
	if p.Source == nil || !pos.IsValid() {
		return false
	}
	line, ok := p.Source(pos.Filename, pos.Line)
	if !ok {
		return false
	}
	text, column := excerpt(line, pos.Column-1)
	b.WriteString(strings.TrimRight(fmt.Sprintf("%5d | %s", pos.Line, text), " ") + "\n")
	caret := p.style(red, "^")
	if hint != "" {
		caret += " " + p.style(cyan, "hint: "+Printable(hint))
	}
	fmt.Fprintf(b, "      | %s%s\n", strings.Repeat(" ", column), caret)
	return true
}

const (
	bold = "1"
	red  = "1;31"
	cyan = "36"
)

func (p Printer) style(code, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
