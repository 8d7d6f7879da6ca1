package edit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/specimen-go/specimen/specs/internal/prolog"
)

// source is the text of a file without a byte order mark, and its nodes.
type source struct {
	text  []byte
	lines []int // the offset of each line
	eol   string
	step  string     // the indentation of what is below a key
	root  *yaml.Node // a mapping
	near  position   // of the node whose offset was asked for last
}

// position is where a node begins; lines and columns are counted from 1.
type position struct{ line, column, offset int }

func newSource(raw []byte) (*source, error) {
	s := &source{text: bytes.TrimPrefix(raw, []byte("\ufeff")), lines: []int{0}, eol: "\n"}
	for i, c := range s.text {
		if c == '\n' || c == '\r' && (i+1 == len(s.text) || s.text[i+1] != '\n') {
			if len(s.lines) == 1 {
				s.eol = s.eolAt(i)
			}
			s.lines = append(s.lines, i+1)
		}
	}
	root, err := parse(s.complete(s.text))
	s.root, s.step = root, stepOf(root)
	return s, err
}

// defaultStep is the step of new files.
const defaultStep = "  "

// stepOf returns the indentation of the first block mapping below a key of the root.
func stepOf(root *yaml.Node) string {
	if root == nil {
		return defaultStep
	}
	for i := 1; i < len(root.Content); i += 2 {
		if n := root.Content[i]; n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && n.Column > root.Column {
			return strings.Repeat(" ", n.Column-root.Column)
		}
	}
	return defaultStep
}

// eolAt returns the line end that ends at a byte.
func (s *source) eolAt(i int) string {
	if i > 0 && s.text[i] == '\n' && s.text[i-1] == '\r' {
		return "\r\n"
	}
	return string(s.text[i])
}

// parse returns the mapping in a file.
func parse(text []byte) (root *yaml.Node, err error) {
	defer func() {
		if e := recover(); e != nil { // the library panics on some texts
			err = fmt.Errorf("internal error of the YAML library: %v", e)
		}
	}()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(prolog.Readable(string(text))), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode || len(doc.Content[0].Content) == 0 {
		return nil, fmt.Errorf("%w: it has no mapping", ErrShape)
	}
	return doc.Content[0], nil
}

// line returns the text of a line, the first being 1.
func (s *source) line(n int) string {
	if n > len(s.lines) {
		return ""
	}
	end := len(s.text)
	if n < len(s.lines) {
		end = s.lines[n]
	}
	return string(s.text[s.lines[n-1]:end])
}

// offset returns the offset of a node. Its column counts characters, so that the line is
// read up to there, from the last node in it on: it may be long, with many nodes.
func (s *source) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(s.lines) {
		return len(s.text)
	}
	if s.near.line != n.Line || s.near.column > n.Column {
		s.near = position{n.Line, 1, s.lines[n.Line-1]}
	}
	for s.near.column < n.Column {
		_, size := utf8.DecodeRune(s.text[s.near.offset:])
		s.near.offset += size
		s.near.column++
	}
	return s.near.offset
}

// nextLine returns the offset of the line after the one with a byte.
func (s *source) nextLine(offset int) int {
	if i, _ := slices.BinarySearch(s.lines, offset+1); i < len(s.lines) {
		return s.lines[i]
	}
	return len(s.text)
}

// behind returns the offset of the line after the one with a byte, and after the comments
// below it that are indented more than a column, counted from 0: they belong to what ends
// there.
func (s *source) behind(end, column int) int {
	offset := s.nextLine(end)
	for next := offset; next < len(s.text); {
		line := s.text[next:s.nextLine(next)]
		text := bytes.TrimLeft(line, " \t")
		next += len(line)
		switch {
		case len(bytes.TrimSpace(text)) == 0:
		case text[0] != '#' || len(line)-len(text) <= column:
			return offset
		default:
			offset = next
		}
	}
	return offset
}

// endsLine reports whether the text ends with a line end.
func (s *source) endsLine() bool { return len(s.complete(s.text)) == len(s.text) }

// complete returns a text with a line end at its end. Without one, a literal block
// there would have none either.
func (s *source) complete(text []byte) []byte {
	if len(text) == 0 || text[len(text)-1] == '\n' || text[len(text)-1] == '\r' {
		return text
	}
	return slices.Concat(text, []byte(s.eol))
}

// member returns the value of a key, or nil.
func member(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }
