package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// verify checks that a changed text has the nodes of the old one and the insertion at a
// node, and nothing else.
func (s *source) verify(changed []byte, at *yaml.Node, x Insertion) error {
	root, err := parse(s.complete(changed))
	if err != nil {
		return fmt.Errorf("%w (%w)", ErrShape, err)
	}
	v := verifier{at: at, insertion: x}
	if !v.same(s.root, root) || !v.found {
		return ErrShape
	}
	return nil
}

type verifier struct {
	at        *yaml.Node
	insertion Insertion
	found     bool
}

// same reports whether a node is equal to an old one, except for the insertion.
func (v *verifier) same(old, now *yaml.Node) bool {
	if old.Kind != now.Kind || old.Tag != now.Tag || old.Value != now.Value || old.Style != now.Style {
		return false
	}
	content := now.Content
	if old == v.at {
		var ok bool
		if content, ok = v.without(old, content); !ok {
			return false
		}
		v.found = true
	}
	if len(content) != len(old.Content) {
		return false
	}
	for i, c := range old.Content {
		if !v.same(c, content[i]) {
			return false
		}
	}
	return true
}

// without returns the content of a node without the insertion, which is contiguous.
func (v *verifier) without(old *yaml.Node, content []*yaml.Node) ([]*yaml.Node, bool) {
	n := 2*len(v.insertion.Members) + len(v.insertion.Items) + len(v.insertion.Blocks)
	from := len(old.Content)
	if len(v.insertion.Members) > 0 {
		from = 0
		for from < len(content) && content[from].Value != v.insertion.Members[0].Key {
			from += 2
		}
	}
	if from+n > len(content) {
		return nil, false
	}
	for i, m := range v.insertion.Members {
		if k := content[from+2*i]; k.Value != m.Key || k.ShortTag() != "!!str" || !means(content[from+2*i+1], m.Value) {
			return nil, false
		}
	}
	for i, item := range v.insertion.Items {
		if !means(content[from+i], Text(item)) {
			return nil, false
		}
	}
	for i, item := range v.insertion.Blocks {
		if !means(content[from+i], item) {
			return nil, false
		}
	}
	return append(append([]*yaml.Node{}, content[:from]...), content[from+n:]...), true
}

// means reports whether a node has a value.
func means(n *yaml.Node, v Value) bool {
	switch v := v.(type) {
	case Text:
		return n.Kind == yaml.ScalarNode && n.Value == string(v) && n.ShortTag() == "!!str"
	case Plain:
		return n.Kind == yaml.ScalarNode && n.Value == string(v) && n.Style == 0
	case Bool:
		return n.Kind == yaml.ScalarNode && n.Value == strconv.FormatBool(bool(v)) && n.ShortTag() == "!!bool"
	case List:
		if n.Kind != yaml.SequenceNode || len(n.Content) != len(v) {
			return false
		}
		for i, item := range v {
			if !means(n.Content[i], Text(item)) {
				return false
			}
		}
		return true
	case Integers:
		return n.Kind == yaml.SequenceNode && slices.EqualFunc(n.Content, v, func(item *yaml.Node, text string) bool {
			return item.Kind == yaml.ScalarNode && item.Value == text && item.ShortTag() == "!!int"
		})
	case Blocks:
		if n.Kind != yaml.SequenceNode || len(n.Content) != len(v) {
			return false
		}
		for i, item := range v {
			if !means(n.Content[i], item) {
				return false
			}
		}
		return true
	case Literal:
		return n.Kind == yaml.ScalarNode && n.Style == yaml.LiteralStyle && strings.TrimSuffix(n.Value, "\n") == string(v)
	case Block:
		return means(n, Inline(v))
	case Inline:
		if n.Kind != yaml.MappingNode || len(n.Content) != 2*len(v) {
			return false
		}
		for i, m := range v {
			if n.Content[2*i].Value != m.Key || !means(n.Content[2*i+1], m.Value) {
				return false
			}
		}
		return true
	}
	return false
}
