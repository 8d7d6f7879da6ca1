package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// space skips white space and comments.
func (r *reader) space() {
	for r.err == nil && r.i < len(r.text) {
		switch c := r.text[r.i]; {
		case c == '\n':
			r.i, r.before = r.i+1, before{}
		case c == ' ' || c == '\t' || c == '\r':
			r.i++
		case c == '/' || c == '#':
			if !r.comment() {
				return
			}
		case c < utf8.RuneSelf:
			return
		default:
			s, n := utf8.DecodeRuneInString(r.text[r.i:])
			if !unicode.IsSpace(s) && s != '\ufeff' && s != '\u200b' {
				return
			}
			r.edit(r.i, r.i+n, " ", SpaceReplaced)
			r.i += n
		}
	}
}

// comment reads a comment.
func (r *reader) comment() bool {
	text, ok := r.commentText()
	if !ok {
		return false
	}
	begin := r.i
	r.i += len(text)
	text = strings.Join(strings.Fields(strings.Trim(text, "/*# \t\r\n")), " ")
	if strings.HasPrefix(text, "...") || strings.HasPrefix(text, "…") {
		r.remove(begin, EllipsisRemoved)
		r.partial = r.partial || len(r.brackets) > 0 && r.brackets[len(r.brackets)-1] == '{'
		return true
	}
	r.remove(begin, CommentRemoved)
	if text == "" {
		return true
	}
	comment := Comment{Offset: begin, Text: text}
	switch b := r.before; {
	case !b.any:
		r.waiting++
	case b.depth > len(r.path):
		comment.Pointer = r.pointer() + "/" + jsonpointer.Escape(b.token)
	default:
		comment.Pointer = r.pointer()
	}
	r.comments = append(r.comments, comment)
	return true
}

// before is what was read before a comment in its line: a value in the object or array
// that is read, or its bracket.
type before struct {
	any   bool
	depth int // of the path to it
	token string
}

// commentText returns the comment at i as it is written.
func (r *reader) commentText() (string, bool) {
	const longest = 4 << 10
	rest := r.text[r.i:min(r.i+longest, len(r.text))]
	switch {
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "#"):
		line, _, _ := strings.Cut(rest, "\n")
		return strings.TrimSuffix(line, "\r"), true
	case strings.HasPrefix(rest, "/*"):
		if end := strings.Index(rest, "*/"); end > 0 {
			return rest[:end+2], true
		}
	}
	return "", false
}

// remove removes a comment, or an ellipsis, that ends at i, with the space before it, and its line
// if there is nothing else in it.
func (r *reader) remove(begin int, kind Kind) {
	before := strings.TrimRight(r.text[r.begin:begin], " \t")
	from, to := r.begin+len(before), r.i
	if strings.HasSuffix(before, "\n") && to < len(r.text) && strings.HasPrefix(strings.TrimLeft(r.text[to:min(to+2, len(r.text))], "\r"), "\n") {
		from-- // the line end before the comment goes, the one after it stays
		if strings.HasSuffix(before, "\r\n") {
			from--
		}
	}
	r.edit(from, to, "", "")
	r.edit(begin, begin, "", kind)
}

// attach gives comments that stand before a value its pointer.
func (r *reader) attach() {
	for ; r.waiting > 0; r.waiting-- {
		r.comments[len(r.comments)-r.waiting].Pointer = r.pointer()
	}
}
