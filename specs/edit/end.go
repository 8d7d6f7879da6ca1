package edit

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// end returns the offset after a node. indent is the column, counted from 0, of the
// block that the node is a value of; the lines of a block scalar have a higher one.
func (s *source) end(n *yaml.Node, indent int) (int, error) {
	at := s.offset(n)
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0:
		return 0, fmt.Errorf("%w: anchor, alias or tag in line %d", ErrShape, n.Line)
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return s.endOfBlock(at, indent), nil
	case n.Kind == yaml.ScalarNode && n.Style&yaml.DoubleQuotedStyle != 0:
		return s.endOfQuoted(at, '"')
	case n.Kind == yaml.ScalarNode && n.Style&yaml.SingleQuotedStyle != 0:
		return s.endOfQuoted(at, '\'')
	case n.Kind == yaml.ScalarNode:
		return s.endOfPlain(at, n.Value)
	case n.Style&yaml.FlowStyle != 0:
		return s.endOfFlow(n, at)
	case len(n.Content) == 0:
		return 0, ErrShape
	}
	return s.end(n.Content[len(n.Content)-1], n.Column-1)
}

// endOfBlock returns the end of a literal or folded block: its last line that is not
// blank or, if its header has a +, the last blank line after it. A line of more spaces
// than the block's indentation is not blank.
func (s *source) endOfBlock(at, indent int) int {
	end := s.nextLine(at)
	header, _, _ := strings.Cut(string(s.text[at:end]), "#")
	keep, deep := strings.Contains(header, "+"), 0
	if i := strings.IndexAny(header, "123456789"); i >= 0 {
		deep = max(indent, 0) + int(header[i]-'0')
	}
	for start := end; start < len(s.text); start = s.nextLine(start) {
		line := strings.TrimRight(string(s.text[start:s.nextLine(start)]), "\r\n")
		text := strings.TrimLeft(line, " ")
		switch {
		case strings.TrimSpace(text) != "":
			if len(line)-len(text) <= indent {
				return max(at, end-1)
			}
			if deep == 0 {
				deep = len(line) - len(text)
			}
		case !keep && (deep == 0 || len(line) <= deep):
			continue
		}
		end = s.nextLine(start)
	}
	return max(at, end-1)
}

func (s *source) endOfQuoted(at int, quote byte) (int, error) {
	for i := at + 1; i < len(s.text); i++ {
		switch {
		case quote == '"' && s.text[i] == '\\':
			i++
		case s.text[i] != quote:
		case quote == '\'' && i+1 < len(s.text) && s.text[i+1] == quote:
			i++
		default:
			return i + 1, nil
		}
	}
	return 0, ErrShape
}

// endOfPlain returns the end of a plain scalar, by following its value through the text:
// its lines are joined by spaces, and its blank lines are line ends.
func (s *source) endOfPlain(at int, value string) (int, error) {
	for len(value) > 0 {
		if c, size := utf8.DecodeRuneInString(value); c != ' ' && c != '\n' {
			if !bytes.HasPrefix(s.text[at:], []byte(value[:size])) {
				return 0, ErrShape
			}
			at, value = at+size, value[size:]
			continue
		}
		before := at
		for at < len(s.text) && strings.IndexByte(" \t\r\n", s.text[at]) >= 0 {
			at++
		}
		rest := strings.TrimLeft(value, " \n")
		if at == before {
			return 0, ErrShape
		}
		value = rest
	}
	return at, nil
}

// endOfFlow returns the end of a mapping or list in braces or brackets.
func (s *source) endOfFlow(n *yaml.Node, at int) (int, error) {
	end := at + 1
	if len(n.Content) > 0 {
		var err error
		if end, err = s.end(n.Content[len(n.Content)-1], -1); err != nil {
			return 0, err
		}
	}
	for i := end; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '}' || c == ']':
			return i + 1, nil
		case c == '#':
			i = s.nextLine(i) - 1
		case strings.IndexByte(" \t\r\n,:", c) < 0:
			return 0, ErrShape
		}
	}
	return 0, ErrShape
}
