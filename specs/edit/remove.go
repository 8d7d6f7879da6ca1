package edit

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// removal returns what removes a key from a mapping to which others may be added.
func (s *source) removal(at *yaml.Node, name string, added int) (splice, error) {
	i, inBraces := pair(at, name), at.Style&yaml.FlowStyle != 0
	if i < 0 || len(at.Content) == 2 && (added == 0 || inBraces) {
		return splice{}, fmt.Errorf("%w: no key %s beside others", ErrShape, name)
	}
	if inBraces {
		if i == 0 {
			return splice{s.offset(at.Content[0]), s.offset(at.Content[2]), ""}, nil
		}
		from, err := s.end(at.Content[i-1], -1)
		if err != nil {
			return splice{}, err
		}
		to, err := s.end(at.Content[i+1], -1)
		return splice{from, to, ""}, err
	}
	begin := s.lines[at.Content[i].Line-1]
	end, err := s.end(at.Content[i+1], at.Column-1)
	if err != nil {
		return splice{}, err
	}
	next := s.nextLine(end)
	key, rest := s.offset(at.Content[i]), string(s.text[end:next])
	switch behind := strings.TrimLeft(rest, " \t"); {
	case strings.TrimSpace(string(s.text[begin:key])) != "":
		return splice{}, fmt.Errorf("%w: no key %s in its own lines", ErrShape, name)
	case strings.HasPrefix(behind, "#"): // the comment stays
		return splice{key, next - len(behind), ""}, nil
	case strings.TrimSpace(behind) != "":
		return splice{}, fmt.Errorf("%w: no key %s in its own lines", ErrShape, name)
	}
	return splice{begin, next, ""}, nil
}

// dropping returns what removes an item from a list in lines, or one in brackets that is
// not the first.
func (s *source) dropping(at *yaml.Node, i int) (splice, error) {
	if i < 0 || i >= len(at.Content) {
		return splice{}, fmt.Errorf("%w: no item %d", ErrShape, i)
	}
	item := at.Content[i]
	if at.Style&yaml.FlowStyle != 0 {
		end, err := s.end(item, -1)
		if i == 0 && len(at.Content) > 1 {
			return splice{s.offset(item), s.offset(at.Content[1]), ""}, err
		}
		if err != nil || i == 0 {
			return splice{}, ErrShape
		}
		from, err := s.end(at.Content[i-1], -1)
		return splice{from, end, ""}, err
	}
	end, err := s.end(item, at.Column-1)
	return splice{s.lines[item.Line-1], s.nextLine(end), ""}, err
}
