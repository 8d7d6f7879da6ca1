package page

import (
	"regexp"
	"strings"
)

var (
	directiveLine = regexp.MustCompile(`^[ \t]*\.\. (?:([A-Za-z][A-Za-z-]*)::[ \t]*(.*)|_[^:]+:.*|\|[^|]+\|.*)$`)
	said          = regexp.MustCompile(`^(note|tip|hint|important|warning|caution|attention|danger|admonition|rubric|topic|tab)$`)
	option        = regexp.MustCompile(`^[ \t]+:[A-Za-z-]+:`)
	gridLine      = regexp.MustCompile(`^[ \t]*\+[-=+]{3,}\+[ \t]*$`)
)

// directive reads a directive of reStructuredText, or a line that announces the block of
// code after it.
func (r *textReader) directive(line string) bool {
	if text, ok := strings.CutSuffix(strings.TrimRight(line, " \t"), "::"); ok && !strings.HasPrefix(strings.TrimSpace(line), "..") {
		if r.blockAfter(line) < 0 || strings.ContainsAny(line, "{}") {
			return false
		}
		r.words(text+":", r.in)
		r.add("\n", r.in+len(line))
		r.indented(line)
		return true
	}
	m := directiveLine.FindStringSubmatchIndex(line)
	if m == nil {
		return false
	}
	name := ""
	if m[2] >= 0 {
		name = line[m[2]:m[3]]
	}
	switch name {
	case "code-block", "sourcecode", "code", "parsed-literal", "highlight":
		r.indented(line)
	case "list-table":
		r.listTable(line)
	default:
		if m[4] >= 0 && said.MatchString(name) {
			r.words(line[m[4]:m[5]], r.in+m[4])
			r.add("\n", r.in+len(line))
		}
		r.in += len(line) + 1
	}
	return true
}

// indentOf returns how many spaces and tabs a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// blockAfter returns where the block after a line begins that is indented more than it, or
// -1.
func (r *textReader) blockAfter(line string) int {
	const near = 20 // options and empty lines
	at := r.in + len(line) + 1
	for n := 0; at < len(r.text) && n < near; n++ {
		next := r.lineAt(at)
		switch {
		case strings.TrimSpace(next) == "" || option.MatchString(next):
			at += len(next) + 1
		case indentOf(next) > indentOf(line):
			return at
		default:
			return -1
		}
	}
	return -1
}

// indented reads the block of code after a line.
func (r *textReader) indented(line string) {
	at := r.blockAfter(line)
	if at < 0 {
		r.in += len(line) + 1
		return
	}
	end := r.begin(mark{kind: code})
	r.inBlock(at, indentOf(line), func(text string, in int) {
		r.add(text, in)
		r.add("\n", in+len(text))
	})
	end()
}

// inBlock calls a function with each line of a block that is indented more than outside.
func (r *textReader) inBlock(at, outside int, yield func(text string, in int)) {
	r.in = at
	for r.in < len(r.text) {
		line := r.lineAt(r.in)
		if strings.TrimSpace(line) != "" && indentOf(line) <= outside {
			return
		}
		yield(line, r.in)
		r.in += len(line) + 1
	}
}

// listTable reads a table that is written as a list of lists.
func (r *textReader) listTable(line string) {
	at := r.blockAfter(line)
	if at < 0 {
		r.in += len(line) + 1
		return
	}
	r.tables++
	row, column := 0, 0
	end := func() {}
	r.inBlock(at, indentOf(line), func(text string, in int) {
		rest := strings.TrimLeft(text, " \t")
		begins := true
		switch {
		case strings.HasPrefix(rest, "* - "):
			row, column, rest = row+1, 1, rest[4:]
		case strings.HasPrefix(rest, "- ") && row > 0:
			column, rest = column+1, rest[2:]
		default:
			begins = false
		}
		if begins {
			end()
			end = r.begin(mark{kind: tableCell, cell: cell{r.tables, row, column, 1}})
		}
		r.words(rest, in+len(text)-len(rest))
		r.add("\n", in+len(text))
	})
	end()
}
