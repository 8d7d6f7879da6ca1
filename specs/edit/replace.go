package edit

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// replacement returns what gives a key of a mapping another value.
func (s *source) replacement(at *yaml.Node, m Member) (splice, error) {
	i := pair(at, m.Key)
	key, value := at.Content[i], at.Content[i+1]
	inBraces := at.Style&yaml.FlowStyle != 0
	column := at.Column - 1
	if inBraces {
		column = -1
	}
	end, err := s.end(value, column)
	switch {
	case err != nil:
		return splice{}, err
	case isNull(value) || key.Style != 0 && strings.Contains(key.Value, "\n"):
		return splice{}, fmt.Errorf("%w: %s is empty", ErrShape, m.Key)
	case inBraces && !fitsInFlow(m.Value):
		return splice{}, fmt.Errorf("%w: the value is in braces or brackets", ErrShape)
	case inBraces:
		return splice{s.offset(value), end, flow(m.Value)}, nil
	}
	indent := strings.Repeat(" ", at.Column-1)
	if text, ok := m.Value.(Literal); ok && value.Style&yaml.LiteralStyle != 0 {
		return s.literalLines(value, string(text), indent, end)
	}
	var b strings.Builder
	s.block(&b, m, indent)
	return splice{s.offset(key), end, strings.TrimSuffix(strings.TrimPrefix(b.String(), indent), s.eol)}, nil
}

// literalLines returns what gives a literal block other lines. Its first line, which may
// have a comment, stays.
func (s *source) literalLines(old *yaml.Node, text, indent string, end int) (splice, error) {
	from := s.nextLine(s.offset(old))
	header, _, _ := strings.Cut(string(s.text[s.offset(old):from]), "#")
	switch strings.TrimSpace(header) {
	case "|", "|-", "|+":
	default:
		return splice{}, fmt.Errorf("%w: the block says its indentation", ErrShape)
	}
	var b strings.Builder
	s.block(&b, Member{"x", Literal(text)}, indent)
	_, lines, _ := strings.Cut(b.String(), s.eol)
	return splice{from, s.nextLine(end), lines}, nil
}
