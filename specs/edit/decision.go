package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Insertion is what to put into one mapping or list of a spec.
type Insertion struct {
	// Path are the keys that lead from the root of the file to the mapping or
	// list. Keys at its end that the file does not have yet are made.
	Path    []string
	Members []Member // for a mapping; none of them is there already
	Items   []string // for a list
	Blocks  []Block  // for a list of mappings
}

// Member is one key of a mapping, with its value.
type Member struct {
	Key   string
	Value Value
}

// Value is one of Text, List, Block, Inline, Blocks and Literal.
type Value interface{ isValue() }

// Text is a string, List a list of strings. Block is a mapping with a line for
// each member, Inline one in braces; where the text around it is in braces,
// both are.
//
// Blocks are a list of such mappings, Literal a text that keeps its lines, which
// must not begin with a space. Neither can stand in braces.
type (
	Text    string
	List    []string
	Block   []Member
	Inline  []Member
	Blocks  []Block
	Literal string
)

func (Text) isValue()    {}
func (List) isValue()    {}
func (Block) isValue()   {}
func (Inline) isValue()  {}
func (Blocks) isValue()  {}
func (Literal) isValue() {}

// ErrShape is the error of a file that is written in a way that leaves no place
// for an insertion which could be told to be right.
var ErrShape = errors.New("the file is written in a way that cannot be added to safely")

// sections is the order of the keys of platform.yaml.
var sections = []string{"platform", "title", "about", "topic", "documents", "envelope", "types", "fields", "enums", "topics"}

// Insert returns the text of a spec file with the insertions made. Nothing of
// the text is lost: without what was put in, the result is the text again. The
// error is that of YAML that cannot be read, or ErrShape.
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
	for i := len(path) - 1; i >= 0; i-- { // wrap what is to be made
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

// value is an insertion as the value of a key that is not there yet.
func (x Insertion) value() Value {
	switch {
	case len(x.Items) > 0:
		return List(x.Items)
	case len(x.Blocks) > 0:
		return Blocks(x.Blocks)
	}
	return Block(x.Members)
}

// place returns where an insertion goes, and its text.
func (s *source) place(at *yaml.Node, x Insertion) (offset int, added string, err error) {
	switch {
	case at.Kind == yaml.MappingNode && len(x.Items)+len(x.Blocks) == 0:
	case at.Kind == yaml.SequenceNode && len(x.Members) == 0:
	default:
		return 0, "", fmt.Errorf("%w: what is there is not a mapping or a list as it has to be", ErrShape)
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
	offset = s.nextLine(end)
	if offset == len(s.text) && !s.endsLine() {
		added = s.eol + strings.TrimSuffix(added, s.eol)
	}
	return offset, added, nil
}

func (s *source) placeInFlow(at *yaml.Node, x Insertion) (int, string, error) {
	if len(x.Blocks) > 0 || slices.ContainsFunc(x.Members, func(m Member) bool { return !fitsInFlow(m.Value) }) {
		return 0, "", fmt.Errorf("%w: it stands in braces or brackets", ErrShape)
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

// predecessor returns the value of the key of the root that a new one follows:
// the last of those that come before it in the order of sections, or else the
// last of all.
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

// spaced reports whether the file has empty lines between its sections.
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
