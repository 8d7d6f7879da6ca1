package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// ErrShape is the error for a file in a form in which an insertion could change
// something else.
var ErrShape = errors.New("the file has a form that cannot be edited safely")

// sections is the order of the keys of platform.yaml.
var sections = []string{"platform", "title", "about", "notes", "topic", "documents", "envelope", "types", "fields", "enums", "topics", "documented", "ignore", "declined", "changes", "doubts"}

// Insert returns the text of a spec file with insertions. The error is that of the YAML
// library, or ErrShape.
func Insert(text []byte, all []Insertion) ([]byte, error) {
	for _, x := range all {
		if len(x.Members)+len(x.Items)+len(x.Blocks) == 0 {
			continue
		}
		next, err := insert(text, x)
		if err != nil {
			return nil, err
		}
		text = next
	}
	return text, nil
}

func insert(text []byte, x Insertion) ([]byte, error) {
	s, err := newSource(text)
	if err != nil {
		return nil, err
	}
	path := x.Path
	at := s.root
	for len(path) > 0 {
		below := member(at, path[0])
		if below == nil || isNull(below) {
			break
		}
		at, path = below, path[1:]
	}
	if len(path) > 0 && member(at, path[0]) != nil {
		return nil, fmt.Errorf("%w: %s is empty", ErrShape, path[0])
	}
	for i := len(path) - 1; i >= 0; i-- { // add the missing keys
		x = Insertion{Members: []Member{{path[i], x.value()}}}
	}
	offset, added, err := s.place(at, x)
	if err != nil {
		return nil, err
	}
	changed := slices.Concat(s.text[:offset], []byte(added), s.text[offset:])
	if err := s.verify(changed, at, x); err != nil {
		return nil, err
	}
	return slices.Concat(text[:len(text)-len(s.text)], changed), nil
}

// value returns the insertion as the value of a new key.
func (x Insertion) value() Value {
	switch {
	case len(x.Items) > 0:
		return List(x.Items)
	case len(x.Blocks) > 0:
		return Blocks(x.Blocks)
	}
	return Block(x.Members)
}

// place returns the offset and the text of an insertion.
func (s *source) place(at *yaml.Node, x Insertion) (offset int, added string, err error) {
	switch {
	case at.Kind == yaml.MappingNode && len(x.Items)+len(x.Blocks) == 0:
	case at.Kind == yaml.SequenceNode && len(x.Members) == 0:
	default:
		return 0, "", fmt.Errorf("%w: expected a mapping or a list", ErrShape)
	}
	if at.Style&yaml.FlowStyle != 0 {
		return s.placeInFlow(at, x)
	}
	last := at.Content[len(at.Content)-1]
	gap := ""
	if at == s.root {
		last = s.predecessor(x.Members[0].Key)
		if s.spaced() {
			gap = s.eol
		}
	}
	end, err := s.end(last, at.Column-1)
	if err != nil {
		return 0, "", err
	}
	indent := strings.Repeat(" ", at.Column-1)
	var b strings.Builder
	b.WriteString(gap)
	for _, m := range x.Members {
		s.block(&b, m, indent)
	}
	for _, item := range x.Items {
		b.WriteString(indent + "- " + scalar(item) + s.eol)
	}
	for _, item := range x.Blocks {
		s.item(&b, item, indent)
	}
	added = b.String()
	offset = s.behind(end, at.Column-1)
	if offset == len(s.text) && !s.endsLine() {
		added = s.eol + strings.TrimSuffix(added, s.eol)
	}
	return offset, added, nil
}

func (s *source) placeInFlow(at *yaml.Node, x Insertion) (int, string, error) {
	if len(x.Blocks) > 0 || slices.ContainsFunc(x.Members, func(m Member) bool { return !fitsInFlow(m.Value) }) {
		return 0, "", fmt.Errorf("%w: the value is in braces or brackets", ErrShape)
	}
	var parts []string
	for _, m := range x.Members {
		parts = append(parts, scalar(m.Key)+": "+flow(m.Value))
	}
	for _, item := range x.Items {
		parts = append(parts, scalar(item))
	}
	added := strings.Join(parts, ", ")
	if len(at.Content) == 0 {
		return s.offset(at) + 1, added, nil
	}
	end, err := s.end(at.Content[len(at.Content)-1], -1)
	return end, ", " + added, err
}

// predecessor returns the value of the key at the root after which a new key goes: the
// last key before it in the order of sections, or else the last key.
func (s *source) predecessor(key string) *yaml.Node {
	content := s.root.Content
	last, best := content[len(content)-1], -1
	for i := 0; i+1 < len(content); i += 2 {
		if n := slices.Index(sections, content[i].Value); n > best && n < slices.Index(sections, key) {
			last, best = content[i+1], n
		}
	}
	return last
}

// spaced reports whether the file has blank lines between its sections.
func (s *source) spaced() bool {
	for i := 2; i+1 < len(s.root.Content); i += 2 {
		above := s.root.Content[i].Line - 1
		for above > 0 && strings.HasPrefix(s.line(above), "#") {
			above--
		}
		if above > 0 && strings.TrimSpace(s.line(above)) == "" {
			return true
		}
	}
	return false
}
