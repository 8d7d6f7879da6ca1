package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// separator is the line of dashes below the titles of a table.
var separator = regexp.MustCompile(`^[\s|:-]*-{2,}[\s|:-]*$`)

// isRow reports whether a line is a row of a table in Markdown.
func isRow(line string) bool {
	t := strings.TrimSpace(line)
	return len(t) > 1 && t[0] == '|' && t[len(t)-1] == '|'
}

// isPasted reports whether a line is a row of a table whose lines do not begin with a bar,
// as browsers copy one: a line of bars and dashes follows the first row, and all rows have
// as many bars.
func (r *textReader) isPasted(line string) bool {
	n := strings.Count(line, "|")
	next := r.lineAt(r.in + len(line) + 1)
	switch {
	case n < 1 || strings.ContainsAny(line, "{}"):
		return false
	case separator.MatchString(next) && strings.Count(next, "|") == n && strings.TrimSpace(line) != "":
		r.row, r.bars = 0, n
		return true
	}
	return r.row > 0 && r.bars == n
}

// cells reads a row of a table.
func (r *textReader) cells(line string) {
	if r.row == 0 {
		r.tables++
	}
	if separator.MatchString(line) {
		return
	}
	r.row++
	first := 0
	if strings.HasPrefix(strings.TrimLeft(line, " \t"), "|") {
		first = strings.IndexByte(line, '|') + 1
	}
	for column, at := 1, first; at < len(line); column++ {
		end := cellEnd(line, at)
		done := r.begin(mark{kind: tableCell, cell: cell{r.tables, r.row, column, 1}})
		text := line[at:end]
		trimmed := strings.TrimLeft(text, " \t")
		r.marked(strings.TrimRight(trimmed, " \t"), r.in+at+len(text)-len(trimmed))
		r.add("\n", r.in+end)
		done()
		at = end + 1
	}
}

// cellEnd returns the end of a cell: the next bar that is not escaped, and not in code.
func cellEnd(line string, at int) int {
	inCode := false
	for i := at; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '`':
			inCode = !inCode && strings.Contains(line[i+1:], "`")
		case '|':
			if !inCode {
				return i
			}
		}
	}
	return len(line)
}

// marked adds the text of a cell without its tags, of which br and p begin lines. Between
// backticks only those two are tags.
func (r *textReader) marked(text string, in int) {
	if !cellTag.MatchString(text) {
		r.words(text, in)
		return
	}
	inCode := false
	for at := 0; at < len(text); {
		m, name := tagAt(text[at:]), ""
		if m != nil {
			name = strings.ToLower(m[1])
		}
		switch {
		case m != nil && (!inCode || name == "br" || name == "p"):
			r.tags = append(r.tags, tag{r.b.Len(), name})
			if name == "br" || name == "p" || name == "li" || name == "div" {
				r.builder.line(in + at)
			}
			at += len(m[0])
		case text[at] == '&':
			n := entityOr(text[at:])
			r.add(html.UnescapeString(text[at:at+n]), in+at)
			at += n
		default:
			n := strings.IndexAny(text[at+1:], "<&")
			if n < 0 {
				n = len(text) - at - 1
			}
			part := text[at : at+1+n]
			inCode = inCode != (strings.Count(part, "`")%2 == 1)
			r.words(part, in+at)
			at += 1 + n
		}
	}
}

// tagAt returns the parts of the tag that a text begins with, or nil.
func tagAt(text string) []string {
	const longest = 1 << 10
	if text[0] != '<' {
		return nil
	}
	m := cellTag.FindStringSubmatch(text[:min(len(text), longest)])
	if m == nil || !strings.HasPrefix(text, m[0]) {
		return nil
	}
	return m
}

// cellTag is a tag that a cell of Markdown may have.
var cellTag = regexp.MustCompile(`(?i)</?(p|br|a|b|i|em|strong|code|span|ul|ol|li|div|pre|u|sub|sup)(?:\s[^<>]*)?/?>`)
