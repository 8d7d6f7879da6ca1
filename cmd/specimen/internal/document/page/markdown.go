package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// textReader reads Markdown, and text that was pasted from a browser, which looks much
// like it.
type textReader struct {
	*builder
	text string
	in   int // the offset of the line
	row  int // the row of the table that is open, or 0
	bars int // of each line of a table that was pasted, or 0
}

// flattenText returns the text of a page of Markdown or of plain text.
func flattenText(text string) *stream {
	r := &textReader{builder: new(builder), text: text}
	for r.in < len(text) {
		line := r.lineAt(r.in)
		switch {
		case fence.MatchString(line):
			r.fenced(line)
			r.row = 0
			continue
		case isRow(line), r.isPasted(line):
			r.cells(line)
			r.in += len(line) + 1
			continue
		case block.MatchString(line):
			r.row = 0
			if r.htmlBlock() {
				continue
			}
		case component.MatchString(line):
			r.in += len(line) + 1
			continue
		case headingLine.MatchString(line):
			m := headingLine.FindStringSubmatchIndex(line)
			end := r.begin(mark{kind: heading, level: m[3] - m[2]})
			r.add(line[m[4]:m[5]], r.in+m[4])
			end()
		case r.isUnderlined(line):
			level := 1
			if strings.HasPrefix(r.lineAt(r.in+len(line)+1), "-") {
				level = 2
			}
			end := r.begin(mark{kind: heading, level: level})
			r.add(line, r.in)
			end()
			r.in += len(r.lineAt(r.in+len(line)+1)) + 1
		default:
			r.add(line, r.in)
		}
		r.row = 0
		r.in += len(line) + 1
		r.add("\n", r.in-1)
	}
	return r.done()
}

var (
	fence       = regexp.MustCompile("^[ \t>]*(```+|~~~+)[^`]*$")
	headingLine = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	block       = regexp.MustCompile(`(?i)^\s*<(table|pre|dl)[\s>]`)
	component   = regexp.MustCompile(`^\s*</?[A-Za-z][A-Za-z0-9.]*(\s[^<>]*)?/?>\s*$`)
	underline   = regexp.MustCompile(`^(={3,}|-{3,})[ \t]*$`)
	separator   = regexp.MustCompile(`^[\s|:-]*-{2,}[\s|:-]*$`)
)

func (r *textReader) lineAt(at int) string {
	if at >= len(r.text) {
		return ""
	}
	line, _, _ := strings.Cut(r.text[at:], "\n")
	return line
}

// isUnderlined reports whether a line is a heading because of the line after it.
func (r *textReader) isUnderlined(line string) bool {
	next := r.lineAt(r.in + len(line) + 1)
	const longest = 200
	return underline.MatchString(next) && strings.TrimSpace(line) != "" && len(line) < longest && !strings.ContainsAny(line, "{}[]|\"") && !strings.HasPrefix(strings.TrimSpace(line), "-")
}

// fenced reads a block of code.
func (r *textReader) fenced(line string) {
	m := fence.FindStringSubmatchIndex(line)
	sign, indent := line[m[2]:m[3]], line[:m[2]]
	r.in += len(line) + 1
	end := r.begin(mark{kind: code})
	for r.in < len(r.text) {
		line := r.lineAt(r.in)
		at := r.in
		r.in += len(line) + 1
		rest := strings.TrimPrefix(line, indent)
		if rest == line {
			rest = strings.TrimLeft(line, " \t>")
			if !strings.HasPrefix(rest, sign) {
				rest = line
			}
		}
		if strings.HasPrefix(strings.TrimLeft(rest, " \t"), sign) && strings.Trim(rest, " \t`~") == "" {
			break
		}
		r.add(rest, at+len(line)-len(rest))
		r.add("\n", at+len(line))
	}
	end()
}

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

// marked adds the text of a cell without its tags, of which br and p begin lines.
func (r *textReader) marked(text string, in int) {
	hasMarkup := cellTag.MatchString(text)
	for at := 0; at < len(text); {
		if !hasMarkup {
			next := strings.Index(text[at:], `\|`)
			if next < 0 {
				r.add(text[at:], in+at)
				return
			}
			r.add(text[at:at+next], in+at)
			at += next + 1
			continue
		}
		switch m := cellTag.FindStringSubmatch(text[at:]); {
		case m != nil && strings.HasPrefix(text[at:], m[0]):
			name := strings.ToLower(m[1])
			r.tags = append(r.tags, tag{r.b.Len(), name})
			if name == "br" || name == "p" || name == "li" || name == "div" {
				r.line(in + at)
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
			r.add(text[at:at+1+n], in+at)
			at += 1 + n
		}
	}
}

// cellTag is a tag that a cell of Markdown may have.
var cellTag = regexp.MustCompile(`(?i)</?(p|br|a|b|i|em|strong|code|span|ul|ol|li|div|pre|u|sub|sup)(?:\s[^<>]*)?/?>`)

// htmlBlock reads a table, a definition list or preformatted text in HTML.
func (r *textReader) htmlBlock() bool {
	m := block.FindStringSubmatch(r.lineAt(r.in))
	closing := "</" + strings.ToLower(m[1]) + ">"
	end := indexFold(r.text[r.in:], closing)
	if end < 0 {
		return false
	}
	end += len(closing)
	r.line(r.in)
	flattenHTML(r.text[r.in:r.in+end], r.builder, r.in)
	r.in += end
	return true
}

// indexFold returns the index of a closing tag, in any case.
func indexFold(text, closing string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], "</")
		if i < 0 || at+i+len(closing) > len(text) {
			return -1
		}
		if strings.EqualFold(text[at+i:at+i+len(closing)], closing) {
			return at + i
		}
		at += i + 2
	}
}
