package edit

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// Format returns the text of a spec file in the one form that specs have: two spaces of
// indentation below a key, and for lists as well; one space after a colon, a comma and a
// dash, and none inside braces and brackets; no space at the end of a line, no blank line
// below a key, and no two of them elsewhere.
//
// It changes white space only. Nothing is moved, joined, wrapped or quoted otherwise.
// Comments stay beside or above what they were, and the text of a literal block, such as a
// payload, stays as it is: only the indentation of the block changes. Lines end with CRLF
// if the first one does, or else with LF. A byte order mark is removed.
//
// The error is that of the YAML library, or ErrShape.
func Format(raw []byte) ([]byte, error) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	eol := "\n"
	if i := bytes.IndexAny(raw, "\r\n"); i >= 0 && bytes.HasPrefix(raw[i:], []byte("\r\n")) {
		eol = "\r\n"
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(raw))
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	if i := strings.IndexAny(text, "\u0085\u2028\u2029"); i >= 0 { // at which YAML ends the line
		return nil, fmt.Errorf("%w: line separator in line %d", ErrShape, 1+strings.Count(text[:i], "\n"))
	}
	s, err := newSource([]byte(text))
	if err != nil {
		return nil, err
	}
	f := &formatter{s: s}
	if err := f.file(); err != nil {
		return nil, err
	}
	out := f.out.String()
	root, err := parse([]byte(out))
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrShape, err)
	}
	if !equal(s.root, root) {
		return nil, ErrShape
	}
	return []byte(strings.ReplaceAll(out, "\n", eol)), nil
}

// equal reports whether two nodes have the same content in the same style.
func equal(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Tag != b.Tag || a.Value != b.Value || a.Style != b.Style || len(a.Content) != len(b.Content) {
		return false
	}
	for i, c := range a.Content {
		if !equal(c, b.Content[i]) {
			return false
		}
	}
	return true
}

// formatter writes a text token by token. What is between two tokens is white space and
// comments, which gap writes.
type formatter struct {
	s      *source
	at     int // in the text of s; what is before is written
	out    strings.Builder
	levels []level // the blocks that are open, each below the one before
	last   []level // those that were open at the last token
	flows  int     // braces and brackets that are open
}

// level is a block: the columns of its keys or dashes, from 0, in the text and as written.
type level struct{ was, is int }

// broken is the error for a text that is not as its nodes say.
func (f *formatter) broken() error {
	line := 1 + bytes.Count(f.s.text[:f.at], []byte("\n"))
	return fmt.Errorf("%w: line %d", ErrShape, line)
}

func (f *formatter) write(text string) { f.out.WriteString(text) }

// token writes the text up to an offset as it is.
func (f *formatter) token(end int) {
	f.write(string(f.s.text[f.at:end]))
	f.at = end
	f.last = append(f.last[:0], f.levels...)
}

// skip returns the offset of the next byte that is neither white space nor in a comment.
func (f *formatter) skip() int {
	for i := f.at; i < len(f.s.text); i++ {
		switch c := f.s.text[i]; {
		case c == '#' && (i == 0 || strings.IndexByte(" \t\n", f.s.text[i-1]) >= 0):
			i = f.s.nextLine(i) - 1
		case strings.IndexByte(" \t\n", c) < 0:
			return i
		}
	}
	return len(f.s.text)
}

// sign writes the next byte, which must be the one given, after no white space.
func (f *formatter) sign(c byte) error {
	i := f.skip()
	if i == len(f.s.text) || f.s.text[i] != c || bytes.IndexByte(f.s.text[f.at:i], '\n') >= 0 {
		return f.broken()
	}
	f.at = i
	f.token(i + 1)
	return nil
}

// breaks reports whether there is a line end before an offset.
func (f *formatter) breaks(to int) bool { return bytes.IndexByte(f.s.text[f.at:to], '\n') >= 0 }

// gap writes what is before the token at an offset: glue, or the end of the line and what
// stands in lines of its own. The token is indented then; top says that it is the first
// one below its key.
func (f *formatter) gap(to, indent int, glue string, top bool) error {
	if f.skip() != to {
		return f.broken()
	}
	if !f.breaks(to) {
		f.write(glue)
		f.at = to
		return nil
	}
	f.lines(to, indent, top)
	f.write(strings.Repeat(" ", indent))
	return nil
}

// lines writes the rest of a line, and the blank lines and comments up to an offset.
func (f *formatter) lines(to, indent int, top bool) {
	rest, body, _ := strings.Cut(string(f.s.text[f.at:to]), "\n")
	if comment := strings.TrimSpace(rest); comment != "" {
		spaces := len(rest) - len(strings.TrimLeft(rest, " \t"))
		f.write(strings.Repeat(" ", max(spaces, 1)) + comment)
	}
	f.write("\n")
	f.at = to
	all := strings.Split(body, "\n")
	blank := false
	for _, line := range all[:len(all)-1] { // what follows the last line end is the indentation of the token
		comment := strings.TrimSpace(line)
		if comment == "" {
			blank = !top
			continue
		}
		if blank {
			f.write("\n")
		}
		column := len(line) - len(strings.TrimLeft(line, " \t"))
		f.write(strings.Repeat(" ", f.indentOf(column, indent)) + comment + "\n")
		blank, top = false, false
	}
	if blank && to < len(f.s.text) {
		f.write("\n")
	}
}

// indentOf returns the indentation of a comment at a column: that of the innermost block,
// among those before it and the one that goes on behind it, which is not right of it.
func (f *formatter) indentOf(column, next int) int {
	if f.flows > 0 {
		return next
	}
	indent := 0
	for _, l := range append(append([]level(nil), f.last...), f.levels...) {
		if l.was <= column {
			indent = max(indent, l.is)
		}
	}
	return indent
}
