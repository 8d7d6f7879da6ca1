package specs

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxColumns is how much of a source line is shown. Payloads may be one line of
// a megabyte.
const maxColumns = 100

// Printer writes problems for people: position and message, the source line,
// a caret and the hint.
//
//	specs/acme/orders.yaml:4:5: /topics/orders~1create/evnt: unknown key "evnt"
//	    4 |     evnt: Order
//	      |     ^ hint: did you mean "event"?
type Printer struct {
	// Source returns a line of a file, counted from 1. It may be nil.
	Source func(file string, line int) (string, bool)
	// Color asks for the escapes of a terminal.
	Color bool
}

// maxAlso is how many other places are shown of a problem.
const maxAlso = 3

// Print writes one problem.
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

// listing writes the source line, the caret and the hint beside it, and reports
// whether there was a line to show.
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

// excerpt returns what fits of a line around the byte at offset, safe to print,
// and the column at which that byte is shown.
func excerpt(line string, offset int) (text string, column int) {
	offset = max(0, min(offset, len(line)))
	from, to := max(0, offset-2*maxColumns), min(len(line), offset+2*maxColumns)
	for from > 0 && !utf8.RuneStart(line[from]) {
		from--
	}
	left, width := []string{}, []int{}
	caret := -1
	for i := from; i < to; {
		if i >= offset && caret < 0 {
			caret = len(left)
		}
		_, size := utf8.DecodeRuneInString(line[i:])
		shown := Printable(line[i : i+size])
		if line[i] == '\t' {
			shown = " "
		}
		left, width = append(left, shown), append(width, columns(shown))
		i += size
	}
	if caret < 0 {
		caret = len(left)
	}
	return window(left, width, caret, from > 0, to < len(line))
}

// window joins the cells around the caret that fit, with marks where some were
// cut. More of what stands before the caret is kept, as it says where one is.
func window(cells []string, width []int, caret int, before, after bool) (text string, column int) {
	first, total := caret, 0
	for first > 0 && total+width[first-1] <= maxColumns*3/5 {
		first--
		total += width[first]
	}
	column = total
	last := caret
	for last < len(cells) && total+width[last] <= maxColumns {
		total += width[last]
		last++
	}
	if last == len(cells) && !after {
		for first > 0 && total+width[first-1] <= maxColumns {
			first--
			total += width[first]
			column += width[first]
		}
	}
	text = strings.Join(cells[first:last], "")
	if first > 0 || before {
		text, column = "…"+text, column+1
	}
	if last < len(cells) || after {
		text += "…"
	}
	return text, column
}

// columns returns how wide a terminal shows s, near enough to put a caret under
// Chinese text.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= 0x0300 && r <= 0x036f: // combining marks
		case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3,
			r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60,
			r >= 0xffe0 && r <= 0xffe6, r >= 0x1f300 && r <= 0x1faff, r >= 0x20000 && r <= 0x3fffd:
			n += 2
		default:
			n++
		}
	}
	return n
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
