package page

import (
	"regexp"
	"strconv"
	"strings"
)

// frontMatter reads what pages of site generators begin with, between lines of dashes: only
// the title is what the page says.
func (r *textReader) frontMatter() {
	if r.lineAt(0) != "---" {
		return
	}
	const longest = 64 << 10
	rest := r.text[:min(len(r.text), longest)]
	end := strings.Index(rest, "\n---\n")
	if end < 0 {
		return
	}
	for line := range strings.Lines(rest[:end]) {
		if m := frontTitle.FindStringSubmatch(line); m != nil {
			r.title = m[1]
		}
	}
	r.in = end + len("\n---\n")
}

var frontTitle = regexp.MustCompile(`^title:[ \t]*["']?([^"'\n]+?)["']?[ \t]*\n?$`)

// noise is a line that tells the generator of a site something, and its readers nothing.
var noise = regexp.MustCompile(`^\s*(\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|:::.*|!!! ?\w+.*|import .* from ['"][^'"]*['"];?|\|)\s*$`)

// comment reads a comment of HTML that begins a line.
func (r *textReader) comment(line string) bool {
	if !strings.HasPrefix(strings.TrimSpace(line), "<!--") {
		return false
	}
	end := strings.Index(r.text[r.in:], "-->")
	if end < 0 {
		return false
	}
	r.in += end + len("-->")
	return true
}

// component reads a line that is a tag. Its title is a line of the page.
func (r *textReader) component(line string) {
	if m := titled.FindStringSubmatchIndex(line); m != nil {
		end := r.begin(mark{kind: caption})
		r.add(line[m[2]:m[3]], r.in+m[2])
		end()
		r.add("\n", r.in+m[3])
	}
}

var titled = regexp.MustCompile(`\s(?:title|label|name|summary|header|value)=\{?["'` + "`" + `]([^"'` + "`" + `{}<>]{1,120})["'` + "`" + `]`)

// numbered reads lines of code that were pasted with their numbers, from 1 on.
func (r *textReader) numbered(line string) bool {
	if !firstNumber.MatchString(line) {
		return false
	}
	const fewest = 3 // lines, so that a list is not taken for code
	in := r.in
	for n := 1; n <= fewest; n++ {
		line := r.lineAt(in)
		if !isNumbered(line, n) {
			return false
		}
		in += len(line) + 1
	}
	type lineAt struct {
		text string
		in   int
	}
	var lines []lineAt
	space := len(line)
	for n := 1; r.in < len(r.text) && isNumbered(r.lineAt(r.in), n); n++ {
		line := r.lineAt(r.in)
		rest := strings.TrimPrefix(strings.TrimLeft(line, " \t"), strconv.Itoa(n))
		if strings.TrimSpace(rest) != "" {
			space = min(space, indentOf(rest))
		}
		lines = append(lines, lineAt{rest, r.in + len(line) - len(rest)})
		r.in += len(line) + 1
	}
	end := r.begin(mark{kind: code})
	for _, x := range lines {
		from := min(space, len(x.text))
		r.add(x.text[from:]+"\n", x.in+from)
	}
	end()
	return true
}

var firstNumber = regexp.MustCompile(`^[ \t]*1[ \t]*[{\[]`)

// isNumbered reports whether a line begins with a number, and nothing that is part of it.
func isNumbered(line string, n int) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), strconv.Itoa(n))
	return ok && (rest == "" || strings.IndexByte(" \t{}[]\"", rest[0]) >= 0)
}
