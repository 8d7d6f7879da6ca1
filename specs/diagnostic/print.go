package diagnostic

import (
	"fmt"
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
	var b strings.Builder
	b.WriteString(p.style(bold, d.String()) + "\n")
	shown := p.listing(&b, d)
	if d.Hint != "" && !shown {
		b.WriteString("      " + p.style(cyan, "hint: "+Printable(d.Hint)) + "\n")
	}
	for i, also := range d.Also {
		if i == maxAlso && len(d.Also) > maxAlso+1 {
			fmt.Fprintf(&b, "      and %d more places\n", len(d.Also)-maxAlso)
			break
		}
		fmt.Fprintf(&b, "      see %s\n", Printable(also.String()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// listing writes the source line and the caret with the hint. It reports false,
// and writes nothing, if there is no such line.
func (p Printer) listing(b *strings.Builder, d Diagnostic) bool {
	if p.Source == nil || !d.Pos.IsValid() {
		return false
	}
	line, ok := p.Source(d.Pos.Filename, d.Pos.Line)
	if !ok {
		return false
	}
	text, column := excerpt(line, d.Pos.Column-1)
	b.WriteString(strings.TrimRight(fmt.Sprintf("%5d | %s", d.Pos.Line, text), " ") + "\n")
	caret := p.style(red, "^")
	if d.Hint != "" {
		caret += " " + p.style(cyan, "hint: "+Printable(d.Hint))
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
