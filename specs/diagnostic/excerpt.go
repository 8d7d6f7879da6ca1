package diagnostic

import (
	"strings"
	"unicode/utf8"
)

// maxColumns is how much of a source line is shown. A payload may be one line of
// a megabyte.
const maxColumns = 100

// Excerpt returns the part of a line around a column, which is counted from 1 in bytes,
// without the spaces around it: printable, and at most about a hundred columns wide.
func Excerpt(line string, column int) string {
	left := strings.TrimLeft(line, " \t")
	text, _ := excerpt(left, column-1-(len(line)-len(left)))
	return strings.TrimSpace(text)
}

// excerpt returns the part of a line around the byte at offset, printable and at
// most about maxColumns wide, and the column at which that byte is shown.
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

// window joins the cells around the caret that fit, with … where some are left
// out. Three fifths stand before the caret: the text there says which value it is.
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

// columns returns the number of columns in which a terminal shows s, counting two
// for wide characters such as Chinese ones.
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
