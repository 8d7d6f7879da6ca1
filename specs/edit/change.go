package edit

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Change is what to change in one mapping or list of a spec.
type Change struct {
	// Path is the keys from the root of the file to the mapping or list, and for the
	// items of lists their indexes.
	Path   []string
	Set    []Member // keys of a mapping; those that it has get another value
	Remove []string // keys of a mapping
	Drop   []int    // indexes of items of a list, of which others stay
	Items  []string // more items of a list
	Blocks []Block  // more items of a list of mappings
}

// splice is a part of a text and what replaces it.
type splice struct {
	from, to int
	text     string
}

// Apply returns the text of a spec file after changes, of which no two are of the same
// mapping or list, and none is within what another one replaces. Comments stay. The error
// is that of the YAML library, or ErrShape.
func Apply(text []byte, all []Change) ([]byte, error) {
	if len(all) == 0 {
		return text, nil
	}
	s, err := newSource(text)
	if err != nil {
		return nil, err
	}
	open := !s.endsLine()
	if open {
		if s, err = newSource(s.complete(text)); err != nil {
			return nil, err
		}
	}
	changed := make(map[*yaml.Node]Change, len(all))
	var splices []splice
	for _, c := range all {
		at, err := s.at(c.Path)
		if err != nil {
			return nil, err
		}
		if _, twice := changed[at]; twice {
			return nil, fmt.Errorf("%w: two changes of %s", ErrShape, strings.Join(c.Path, "/"))
		}
		changed[at] = c
		parts, err := s.change(at, c)
		if err != nil {
			return nil, err
		}
		splices = append(splices, parts...)
	}
	now, err := s.splice(splices)
	if err != nil {
		return nil, err
	}
	if err := s.verifyChanges(now, changed); err != nil {
		return nil, err
	}
	if open {
		now = now[:len(now)-len(s.eol)]
	}
	return slices.Concat(text[:len(text)-len(strings.TrimPrefix(string(text), "\ufeff"))], now), nil
}

// at returns the node at a path.
func (s *source) at(path []string) (*yaml.Node, error) {
	at := s.root
	for _, name := range path {
		below := member(at, name)
		if i, err := strconv.Atoi(name); at.Kind == yaml.SequenceNode && err == nil && i >= 0 && i < len(at.Content) {
			below = at.Content[i]
		}
		if below == nil {
			return nil, fmt.Errorf("%w: no key %s", ErrShape, name)
		}
		at = below
	}
	return at, nil
}

// splice returns the text with parts replaced.
func (s *source) splice(parts []splice) ([]byte, error) {
	slices.SortStableFunc(parts, func(a, b splice) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	var now []byte
	last := 0
	for _, p := range parts {
		if p.from < last {
			return nil, fmt.Errorf("%w: two changes of one place", ErrShape)
		}
		now = append(append(now, s.text[last:p.from]...), p.text...)
		last = p.to
	}
	return append(now, s.text[last:]...), nil
}

// change returns what to replace in the text for a change of a node.
func (s *source) change(at *yaml.Node, c Change) ([]splice, error) {
	var parts []splice
	add := func(p splice, err error) error {
		parts = append(parts, p)
		return err
	}
	if len(c.Items)+len(c.Blocks)+len(c.Drop) > 0 {
		if len(c.Set)+len(c.Remove) > 0 {
			return nil, fmt.Errorf("%w: a list has no keys", ErrShape)
		}
		return s.changeList(at, c)
	}
	if at.Kind != yaml.MappingNode || len(at.Content) == 0 {
		return nil, fmt.Errorf("%w: expected a mapping", ErrShape)
	}
	if unfolds(at, c) {
		p, err := s.unfold(at, c)
		return []splice{p}, err
	}
	for _, m := range c.Set {
		if member(at, m.Key) != nil {
			if err := add(s.replacement(at, m)); err != nil {
				return nil, err
			}
			continue
		}
		if err := add(s.newKey(at, m, c)); err != nil {
			return nil, err
		}
	}
	for _, name := range c.Remove {
		if err := add(s.removal(at, name, len(c.Set))); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// changeList returns what to replace in the text for a change of a list.
func (s *source) changeList(at *yaml.Node, c Change) ([]splice, error) {
	var parts []splice
	if at.Kind != yaml.SequenceNode || len(c.Drop) >= len(at.Content) {
		return nil, fmt.Errorf("%w: expected a list with more items", ErrShape)
	}
	for _, i := range c.Drop {
		p, err := s.dropping(at, i)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	if len(c.Items)+len(c.Blocks) == 0 {
		return parts, nil
	}
	offset, text, err := s.place(at, Insertion{Items: c.Items, Blocks: c.Blocks})
	return append(parts, splice{offset, offset, text}), err
}

// pair returns the index of a key among the content of a mapping.
func pair(at *yaml.Node, key string) int {
	for i := 0; i < len(at.Content); i += 2 {
		if at.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// newKey returns what adds a key to a mapping, at its place in the order of keys.
func (s *source) newKey(at *yaml.Node, m Member, c Change) (splice, error) {
	if at.Style&yaml.FlowStyle != 0 || at == s.root {
		offset, text, err := s.place(at, Insertion{Members: []Member{m}})
		return splice{offset, offset, text}, err
	}
	var b strings.Builder
	s.block(&b, m, strings.Repeat(" ", at.Column-1))
	last := before(at, m.Key, c)
	if last == nil && s.canPrecede(at) && orderOf(c.Path) != nil && !slices.Contains(c.Remove, at.Content[0].Value) {
		begin := s.lines[at.Content[0].Line-1]
		return splice{begin, begin, b.String()}, nil
	}
	if last == nil {
		last = at.Content[len(at.Content)-1]
	}
	end, err := s.end(last, at.Column-1)
	if err != nil {
		return splice{}, err
	}
	offset := s.behind(end, at.Column-1)
	return splice{offset, offset, b.String()}, nil
}

// canPrecede reports whether a line can go before the first key of a mapping: nothing else
// is in its line, and no comment above it.
func (s *source) canPrecede(at *yaml.Node) bool {
	first := at.Content[0]
	above := ""
	if first.Line > 1 {
		above = s.line(first.Line - 1)
	}
	return strings.TrimSpace(string(s.text[s.lines[first.Line-1]:s.offset(first)])) == "" && !strings.HasPrefix(strings.TrimSpace(above), "#")
}
