package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// textReader reads Markdown, reStructuredText and AsciiDoc, and text that was pasted from a
// browser, which looks much like them.
type textReader struct {
	*builder
	text     string
	in       int    // the offset of the line
	row      int    // the row of the table that is open, or 0
	bars     int    // of each line of a table that was pasted, or 0
	asciiDoc bool   // whether the text is AsciiDoc
	levels   string // the signs that underline headings of reStructuredText, by their level
}

// flattenText returns the text of a page that is not HTML.
func flattenText(text string) *stream {
	r := &textReader{builder: new(builder), text: text, asciiDoc: asciiDocLine.MatchString(text)}
	r.wraps = true
	r.frontMatter()
	for r.in < len(text) {
		line := r.lineAt(r.in)
		if !fence.MatchString(line) && (isRow(line) && !r.asciiDoc || r.isPasted(line)) {
			r.cells(line)
			r.in += len(line) + 1
			continue
		}
		if !gridLine.MatchString(line) {
			r.row = 0
		}
		if !r.part(line) {
			r.line(line)
			r.in += len(line) + 1
			r.add("\n", r.in-1)
		}
	}
	return r.done()
}

// part reads a part of the page that is not a line of text, and reports whether there was
// one.
func (r *textReader) part(line string) bool {
	switch {
	case fence.MatchString(line):
		r.fenced(line)
	case block.MatchString(line) && r.htmlBlock(), r.directive(line), r.delimited(line), r.numbered(line), r.comment(line):
	case component.MatchString(line):
		r.component(line)
		r.in += len(line) + 1
	case noise.MatchString(line), gridLine.MatchString(line):
		r.in += len(line) + 1
	default:
		return false
	}
	return true
}

// line reads a line: a heading, or text.
func (r *textReader) line(line string) {
	m := headingLine.FindStringSubmatchIndex(line)
	if m == nil {
		m = asciiDocHeading.FindStringSubmatchIndex(line)
	}
	switch {
	case m != nil:
		end := r.begin(mark{kind: heading, level: m[3] - m[2]})
		r.words(line[m[4]:m[5]], r.in+m[4])
		end()
	case r.isUnderlined(line):
		sign := r.lineAt(r.in + len(line) + 1)
		end := r.begin(mark{kind: heading, level: r.levelOf(sign[0])})
		r.words(line, r.in)
		end()
		r.in += len(sign) + 1
	default:
		r.words(line, r.in)
	}
}

var (
	fence       = regexp.MustCompile("^[ \t>]*(```+|~~~+)[^`]*$")
	headingLine = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	block       = regexp.MustCompile(`(?i)^\s*<(table|pre|dl|h[1-6]|summary)[\s>]`)
	component   = regexp.MustCompile(`^\s*</?[A-Za-z][A-Za-z0-9.]*(\s[^<>]*)?/?>\s*$`)
	underline   = regexp.MustCompile(`^(={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|\+{3,}|#{3,}|'{3,})[ \t]*$`)
)

func (r *textReader) lineAt(at int) string {
	if at >= len(r.text) {
		return ""
	}
	line, _, _ := strings.Cut(r.text[at:], "\n")
	return line
}

// isUnderlined reports whether a line is a heading because of the line after it. Signs that
// only reStructuredText has there are as many as the characters of the line.
func (r *textReader) isUnderlined(line string) bool {
	next := r.lineAt(r.in + len(line) + 1)
	const longest = 200
	if !underline.MatchString(next) || strings.TrimSpace(line) == "" || len(line) >= longest || strings.ContainsAny(line, "{}[]|\"") || strings.HasPrefix(strings.TrimSpace(line), "-") || underline.MatchString(line) {
		return false
	}
	return next[0] == '=' || next[0] == '-' && !r.asciiDoc || len(strings.TrimSpace(next)) >= utf8.RuneCountInString(line)
}

// levelOf returns the level of headings that are underlined with a sign.
func (r *textReader) levelOf(sign byte) int {
	if strings.IndexByte(r.levels, sign) < 0 {
		r.levels += string(sign)
	}
	if sign == '-' && r.levels[0] == '-' {
		return 2 // of Markdown
	}
	return strings.IndexByte(r.levels, sign) + 1
}

// fenced reads a block of code.
func (r *textReader) fenced(line string) {
	m := fence.FindStringSubmatchIndex(line)
	sign, indent := line[m[2]:m[3]], line[:m[2]]
	r.component(line)
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

// htmlBlock reads a table, a definition list or preformatted text in HTML.
func (r *textReader) htmlBlock() bool {
	m := block.FindStringSubmatch(r.lineAt(r.in))
	closing := "</" + strings.ToLower(m[1]) + ">"
	end := indexFold(r.text[r.in:], closing)
	if end < 0 {
		return false
	}
	end += len(closing)
	r.builder.line(r.in)
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
