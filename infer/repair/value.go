package repair

import (
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// maxDepth is how deep values can nest, which is as deep as decoders read them.
const maxDepth = jsontext.DefaultMaxDepth

// value reads a value at i.
func (r *reader) value() {
	if r.err != nil {
		return
	}
	if r.i >= len(r.text) {
		r.fail("the value is missing")
		return
	}
	begin := r.i
	switch c := r.text[r.i]; {
	case strings.HasPrefix(r.text[r.i:], "{{") && len(r.brackets) > 0: // of a template
		r.bare()
	case c == '{' && !r.elision(r.i+1, '}'):
		r.object()
	case c == '[' && !r.elision(r.i+1, ']'):
		r.array()
	case (c == '{' || c == '[') && len(r.brackets) == 0:
		r.fail("all of the value is left out")
	case c == '{' || c == '[': // {…} and […]
		r.i += strings.IndexByte(r.text[r.i:], c+2) + 1
		r.leftOut(begin)
	case r.atQuote():
		r.stringValue(begin)
	default:
		r.bare()
	}
	if n := len(r.path); n > 0 {
		r.before = before{depth: n, token: r.path[n-1], any: true}
	}
}

// stringValue reads a string. One that is only an ellipsis, or two round quotes the wrong
// way round, stands for a value that was left out.
func (r *reader) stringValue(begin int) {
	edits := len(r.edits)
	r.string()
	switch body := r.text[begin:r.i]; {
	case r.err != nil:
	case body == "\u201d\u201c" || isEllipsis(strings.Trim(body, "\"'`\u2018\u2019"+roundQuotes)):
		r.edits = r.edits[:edits]
		r.leftOut(begin)
	}
}

func isEllipsis(text string) bool {
	return text == "..." || text == "…" || text == "…." || text == "......" || text == "……"
}

// hasContent reports whether what was read is an object or array that is not empty, which
// is lost if it is removed.
func hasContent(value string) bool {
	return strings.Trim(value, "{}[] \t\r\n") != "" && (value[0] == '{' || value[0] == '[')
}

// elision reports whether an ellipsis and white space are all there is up to a bracket.
func (r *reader) elision(at int, closing byte) bool {
	const longest = 16
	rest := r.text[at:min(at+longest, len(r.text))]
	end := strings.IndexByte(rest, closing)
	return end > 0 && isEllipsis(strings.TrimSpace(rest[:end]))
}

// ellipsis returns the length of an ellipsis at i, or 0.
func (r *reader) ellipsis() int {
	rest := r.text[r.i:]
	n := 0
	for strings.HasPrefix(rest[n:], "…") {
		n += len("…")
	}
	dots := 0
	for n+dots < len(rest) && rest[n+dots] == '.' {
		dots++
	}
	if n > 0 || dots >= 2 {
		return n + dots
	}
	return 0
}

// enter begins an object or an array.
func (r *reader) enter(bracket byte) {
	r.i++
	if len(r.brackets) >= maxDepth {
		r.fail("nested deeper than " + strconv.Itoa(maxDepth) + " levels")
		r.err.TooDeep = true
	}
	r.brackets = append(r.brackets, bracket)
	r.before = before{depth: len(r.path), any: true}
}

// leave ends it, at its closing bracket or where that is missing.
func (r *reader) leave(c *container) {
	if r.err != nil {
		return
	}
	closing := r.brackets[len(r.brackets)-1] + 2
	if r.i < len(r.text) && r.text[r.i] == closing {
		r.i++
	} else {
		at := max(c.begin, r.complete)
		r.edit(at, at, string(closing), BracketAdded)
	}
	r.brackets = r.brackets[:len(r.brackets)-1]
	r.isComplete()
}

// isComplete keeps where the value could end if the text ended.
func (r *reader) isComplete() {
	if r.err != nil {
		return
	}
	r.complete, r.open = r.i, append(r.open[:0], r.brackets...)
	r.editsThere, r.elidedThere = len(r.edits), len(r.elided)
}
