package page

import (
	"regexp"
	"strings"
)

var (
	// asciiDocLine is a line that no other form of text has.
	asciiDocLine    = regexp.MustCompile(`(?m)^(\[source[,\]].*|\|===[ \t]*|\[(cols|options)=.*\][ \t]*)$`)
	asciiDocHeading = regexp.MustCompile("^(={1,6})[ \\t]+([`A-Za-z*_\u00a0-\U0010ffff].*?)[ \\t]*=*[ \\t]*$")
	attributeLine   = regexp.MustCompile(`^(\[[^\]]*\]\]?|:[A-Za-z0-9_-]+:.*|//.*|\+)[ \t]*$`)
	delimiter       = regexp.MustCompile(`^(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|--|\|===)[ \t]*$`)
)

// delimited reads a block of AsciiDoc, or a line about one.
func (r *textReader) delimited(line string) bool {
	if !r.asciiDoc {
		return false
	}
	sign := strings.TrimRight(line, " \t")
	switch {
	case attributeLine.MatchString(line):
		r.in += len(line) + 1
	case !delimiter.MatchString(line):
		return false
	case sign == "|===":
		r.barTable(line)
	case sign[0] == '-' && len(sign) > 2, sign[0] == '.':
		end := r.begin(mark{kind: code})
		r.until(line, func(text string, in int) {
			r.add(text, in)
			r.add("\n", in+len(text))
		})
		end()
	default: // an example or a sidebar, whose content is text
		r.in += len(line) + 1
	}
	return true
}

// until calls a function with each line before the next line that is the same.
func (r *textReader) until(line string, yield func(text string, in int)) {
	sign := strings.TrimRight(line, " \t")
	for r.in += len(line) + 1; r.in < len(r.text); {
		text, in := r.lineAt(r.in), r.in
		r.in += len(text) + 1
		if strings.TrimRight(text, " \t") == sign {
			return
		}
		yield(text, in)
	}
}

// barTable reads a table, each of whose cells begins with a bar. Its first line has a cell
// for each column, or the first row ends at an empty line.
func (r *textReader) barTable(line string) {
	r.tables++
	row, column, columns := 1, 0, 0
	end := func() {}
	r.until(line, func(text string, in int) {
		if strings.TrimSpace(text) == "" && columns == 0 && column > 0 {
			columns = column
		}
		for at, first := 0, true; at <= len(text); first = false {
			stop := cellEnd(text, at)
			if !first {
				end()
				if column++; columns > 0 && column > columns {
					row, column = row+1, 1
				}
				end = r.begin(mark{kind: tableCell, cell: cell{r.tables, row, column, 1}})
			}
			part := strings.TrimLeft(text[at:stop], " \t")
			r.marked(strings.TrimRight(part, " \t"), in+stop-len(part))
			r.add("\n", in+stop)
			at = stop + 1
		}
		if columns == 0 && column > 1 {
			columns = column
		}
	})
	end()
}
