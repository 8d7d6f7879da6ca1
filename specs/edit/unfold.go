package edit

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// unfolds reports whether a change gives a mapping in braces a value that cannot be
// there. Then the mapping gets a line for each key.
func unfolds(at *yaml.Node, c Change) bool {
	return at.Kind == yaml.MappingNode && at.Style&yaml.FlowStyle != 0 &&
		slices.ContainsFunc(c.Set, func(m Member) bool { return !fitsInFlow(m.Value) })
}

// unfold returns what makes a mapping in braces one in lines, with a change of it. The
// mapping must be the value of a key in a line of its own.
func (s *source) unfold(at *yaml.Node, c Change) (splice, error) {
	refused := fmt.Errorf("%w: the value is in braces or brackets", ErrShape)
	if len(c.Path) == 0 {
		return splice{}, refused
	}
	parent, err := s.at(c.Path[:len(c.Path)-1])
	if err != nil || parent.Kind != yaml.MappingNode || parent.Style&yaml.FlowStyle != 0 {
		return splice{}, refused
	}
	end, err := s.end(at, -1)
	if err != nil {
		return splice{}, err
	}
	members, ok := unfolded(at, c)
	if !ok {
		return splice{}, refused
	}
	from, next := s.offset(at), s.nextLine(end)
	for from > 0 && s.text[from-1] == ' ' {
		from--
	}
	var b strings.Builder
	if behind := strings.TrimSpace(string(s.text[end:next])); behind != "" {
		b.WriteString(" " + behind) // a comment
	}
	b.WriteString(s.eol)
	for _, m := range members {
		s.block(&b, m, strings.Repeat(" ", parent.Column-1)+s.step)
	}
	return splice{from, next, b.String()}, nil
}

// unfolded returns the members of a mapping in braces after a change, in their order.
func unfolded(at *yaml.Node, c Change) (all []Member, ok bool) {
	for i := 0; i+1 < len(at.Content); i += 2 {
		name := at.Content[i].Value
		if slices.Contains(c.Remove, name) || slices.ContainsFunc(c.Set, func(m Member) bool { return m.Key == name }) {
			continue
		}
		value, ok := valueOf(at.Content[i+1])
		if !ok {
			return nil, false
		}
		all = append(all, Member{name, value})
	}
	all = append(all, c.Set...)
	order := orderOf(c.Path)
	slices.SortStableFunc(all, func(a, b Member) int { return slices.Index(order, a.Key) - slices.Index(order, b.Key) })
	return all, true
}

// valueOf returns the value that a node in braces has. It reports false for one that would
// not be written in the same way.
func valueOf(n *yaml.Node) (Value, bool) {
	switch {
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str":
		return Text(n.Value), true
	case n.Kind == yaml.ScalarNode && n.Style == 0 && !isNull(n):
		return Plain(n.Value), true
	case n.Kind == yaml.SequenceNode:
		var items List
		for _, item := range n.Content {
			text, ok := valueOf(item)
			one, isText := text.(Text)
			if !ok || !isText {
				return nil, false
			}
			items = append(items, string(one))
		}
		return items, true
	case n.Kind == yaml.MappingNode:
		var members Inline
		for i := 0; i+1 < len(n.Content); i += 2 {
			value, ok := valueOf(n.Content[i+1])
			if !ok {
				return nil, false
			}
			members = append(members, Member{n.Content[i].Value, value})
		}
		return members, true
	}
	return nil, false
}
