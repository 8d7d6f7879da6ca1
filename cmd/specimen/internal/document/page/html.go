package page

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isHTML reports whether a text is a page of HTML, and not Markdown with some tags in it.
func isHTML(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 4<<10)]))
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml") || strings.Contains(head, "<body") {
		return true
	}
	const shown = 64 << 10
	return startsElement.MatchString(head) && !ofMarkdown.MatchString(text[:min(len(text), shown)])
}

// ofMarkdown is a line that HTML has not: a heading or a fence of Markdown.
var ofMarkdown = regexp.MustCompile("(?m)^(#{1,6} \\S|```)")

var startsElement = regexp.MustCompile(`^<(!--|head|meta|title|link|div|main|article|section|header|table|dl|pre|h[1-6]|p|ul|ol)[\s>-]`)

// htmlReader reads the text of a page of HTML.
type htmlReader struct {
	*builder
	in      int        // the offset of the token
	rest    string     // the text behind it
	skipped []string   // the elements that are open, and whose content is not read
	open    []element  // the elements that are open and have a role
	pre     int        // how many elements are open that keep white space
	tables  []tableRow // the tables that are open
	space   bool       // whether white space stands before the next word
}

// element is an open element, and what to do at its end.
type element struct {
	name string
	end  func()
}

// tableRow is where an open table is.
type tableRow struct {
	table, row, column int
	covered            map[int]int // by column, how many rows a cell above covers
}

// next goes to the next column that no cell of a row above covers.
func (t *tableRow) next() {
	for t.column++; t.covered[t.column] > 0; t.column++ {
		t.covered[t.column]--
	}
}

// flattenHTML returns the text of a page of HTML from an offset of a page on.
func flattenHTML(text string, b *builder, in int) {
	r := &htmlReader{builder: b, in: in}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(len(text) + 1)
	for {
		token := z.Next()
		raw := string(z.Raw())
		text = text[min(len(raw), len(text)):]
		r.rest = text
		switch token {
		case html.ErrorToken:
			r.closeAll()
			return
		case html.TextToken:
			r.words(raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			r.start(string(name), attributes(z, more), token == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		}
		r.in += len(raw)
	}
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	all := make(map[string]string)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		all[string(key)] = string(value)
	}
	return all
}

// words adds text, in which white space counts only where an element keeps it.
func (r *htmlReader) words(raw string) {
	if len(r.skipped) > 0 {
		if r.skipped[0] == "title" && r.title == "" {
			r.title = strings.Join(strings.Fields(html.UnescapeString(raw)), " ")
		}
		return
	}
	for at := 0; at < len(raw); {
		next := at + entityOr(raw[at:])
		text := raw[at:next]
		if raw[at] == '&' {
			text = html.UnescapeString(text)
		}
		switch {
		case text == "\u00a0" && raw[at] == '&': // a space that pages write so that it is kept
			r.add(" ", r.in+at)
			r.space = false
		case r.pre > 0:
			r.add(text, r.in+at)
		case strings.TrimLeft(text, " \t\r\n") == "":
			r.space = true
		default:
			r.collapsed(text, at)
		}
		at = next
	}
}

// entityOr returns the length of the entity at the beginning of a text, or else of the
// text before the next one.
func entityOr(text string) int {
	if m := entity.FindString(text); m != "" {
		return len(m)
	}
	if i := strings.IndexByte(text[1:], '&'); i >= 0 {
		return i + 1
	}
	return len(text)
}

var entity = regexp.MustCompile(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?`)

// collapsed adds words with one space between them.
func (r *htmlReader) collapsed(text string, at int) {
	for text != "" {
		word := strings.TrimLeft(text, " \t\r\n")
		at += len(text) - len(word)
		r.space = r.space || len(word) < len(text)
		end := strings.IndexAny(word, " \t\r\n")
		if end < 0 {
			end = len(word)
		}
		if end > 0 {
			if r.space && r.b.Len() > 0 && !strings.HasSuffix(r.b.String(), "\n") {
				r.add(" ", r.in+at)
			}
			r.space = false
			r.add(word[:end], r.in+at)
		}
		text, at = word[end:], at+end
	}
}

// skips are the elements whose content is not what a page says.
var skips = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "nav": true, "footer": true,
	"button": true, "title": true, "iframe": true, "select": true,
}

// lines are the elements that begin and end a line.
var lines = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Tr: true, atom.Table: true, atom.Section: true, atom.Article: true,
	atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Header: true,
	atom.Main: true, atom.Aside: true, atom.Details: true, atom.Summary: true, atom.Figure: true, atom.Figcaption: true,
	atom.Pre: true, atom.Br: true, atom.Hr: true, atom.Td: true, atom.Th: true, atom.Form: true, atom.Textarea: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Body: true,
}

// gutter is the class of what stands beside lines of code: their numbers.
var gutter = regexp.MustCompile(`(?i)(^|[\s_-])(line-?(no|num|number)s?|gutter|copy-?button)($|[\s_-])`)

// beginsGutter reports whether what comes next is not code: a number, or a word of a button.
func (r *htmlReader) beginsGutter() bool {
	const near = 512
	next := betweenTags.FindString(r.rest[:min(near, len(r.rest))])
	return strings.Trim(next, " \t\r\n{}[]\"'") == strings.Trim(next, " \t\r\n") && !strings.Contains(next, ":")
}

// betweenTags is the text behind tags and white space.
var betweenTags = regexp.MustCompile(`^(?:\s*<[^<>]*>)*\s*([^<]*)`)

func (r *htmlReader) start(name string, attributes map[string]string, empty bool) {
	if len(r.skipped) > 0 {
		if r.skipped[0] == name && !empty {
			r.skipped = append(r.skipped, name)
		}
		return
	}
	isVoid := empty || name == "br" || name == "hr" || name == "img" || name == "input" || name == "meta" || name == "link" || name == "wbr" || name == "col"
	if !isVoid && (skips[name] || gutter.MatchString(attributes["class"]) && r.beginsGutter()) {
		r.skipped = append(r.skipped, name)
		return
	}
	a := atom.Lookup([]byte(name))
	if lines[a] {
		if a == atom.Br && r.b.Len() > 0 {
			r.add("\n", r.in)
		}
		r.line(r.in)
		r.space = false
	}
	if !isVoid {
		r.role(a, name, attributes)
	}
}

// role begins what an element marks.
func (r *htmlReader) role(a atom.Atom, name string, attributes map[string]string) {
	var end func()
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		end = r.begin(mark{kind: heading, level: int(name[1] - '0')})
	case atom.Pre, atom.Textarea:
		r.pre++
		ends := r.begin(mark{kind: code})
		end = func() { r.pre--; ends() }
	case atom.Dt:
		end = r.begin(mark{kind: term})
	case atom.Summary:
		end = r.begin(mark{kind: caption})
	case atom.Table:
		r.builder.tables++
		r.tables = append(r.tables, tableRow{table: r.builder.tables, covered: make(map[int]int)})
		end = func() { r.tables = r.tables[:len(r.tables)-1] }
	case atom.Tr:
		if n := len(r.tables); n > 0 {
			r.tables[n-1].row++
			r.tables[n-1].column = 0
		}
		return
	case atom.Td, atom.Th:
		n := len(r.tables)
		if n == 0 {
			return
		}
		t := &r.tables[n-1]
		t.next()
		rows, _ := strconv.Atoi(attributes["rowspan"])
		const most = 1000
		rows = min(rows, most)
		if rows > 1 {
			t.covered[t.column] = rows - 1
		}
		end = r.begin(mark{kind: tableCell, cell: cell{t.table, t.row, t.column, max(rows, 1)}})
		if columns, _ := strconv.Atoi(attributes["colspan"]); columns > 1 {
			t.column += min(columns, 100) - 1
		}
	default:
		return
	}
	r.open = append(r.open, element{name, end})
}

func (r *htmlReader) end(name string) {
	if n := len(r.skipped); n > 0 {
		if r.skipped[0] == name {
			r.skipped = r.skipped[:n-1]
		}
		return
	}
	if lines[atom.Lookup([]byte(name))] {
		r.line(r.in)
		r.space = false
	}
	const near = 16 // how many elements can lack an end tag
	for i := len(r.open) - 1; i >= max(len(r.open)-near, 0); i-- {
		if r.open[i].name == name {
			for k := len(r.open) - 1; k >= i; k-- {
				r.open[k].end()
			}
			r.open = r.open[:i]
			return
		}
	}
}

func (r *htmlReader) closeAll() {
	r.line(r.in)
	for k := len(r.open) - 1; k >= 0; k-- {
		r.open[k].end()
	}
}
