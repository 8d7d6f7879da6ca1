package edit

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// verifyChanges checks that a changed text has the nodes of the old one, with the changes
// and nothing else, and all of its comments.
func (s *source) verifyChanges(now []byte, changes map[*yaml.Node]Change) error {
	root, err := parse(now)
	if err != nil {
		return fmt.Errorf("%w (%w)", ErrShape, err)
	}
	if !changeVerifier(changes).same(s.root, root) {
		return ErrShape
	}
	if !slices.Equal(commentsOf(s.root), commentsOf(root)) {
		return fmt.Errorf("%w: a comment is inside of what would be replaced", ErrShape)
	}
	return nil
}

// changeVerifier is changes by the old nodes that they change.
type changeVerifier map[*yaml.Node]Change

// same reports whether a node is what the changes make of an old one.
func (v changeVerifier) same(old, now *yaml.Node) bool {
	c, changed := v[old]
	unfold := changed && unfolds(old, c)
	if old.Kind != now.Kind || old.Tag != now.Tag || old.Value != now.Value || old.Style != now.Style && !unfold {
		return false
	}
	switch {
	case unfold:
		members, ok := unfolded(old, c)
		return ok && means(now, Inline(members))
	case !changed:
		return len(old.Content) == len(now.Content) && v.begins(old, now)
	case old.Kind == yaml.MappingNode:
		return v.sameKeys(c, old.Content, now.Content)
	}
	stay := &yaml.Node{}
	for i, item := range old.Content {
		if !slices.Contains(c.Drop, i) {
			stay.Content = append(stay.Content, item)
		}
	}
	more := Insertion{Items: c.Items, Blocks: c.Blocks}
	rest, ok := (&verifier{insertion: more}).without(stay, now.Content)
	return ok && len(rest) == len(stay.Content) && v.begins(stay, &yaml.Node{Content: rest})
}

// begins reports whether a node begins with the content of an old one.
func (v changeVerifier) begins(old, now *yaml.Node) bool {
	for i, c := range old.Content {
		if !v.same(c, now.Content[i]) {
			return false
		}
	}
	return true
}

// sameKeys reports whether the keys of a mapping are those of an old one after a change.
// Those that stay keep their order.
func (v changeVerifier) sameKeys(c Change, old, now []*yaml.Node) bool {
	set := make(map[string]Value, len(c.Set))
	for _, m := range c.Set {
		set[m.Key] = m.Value
	}
	var kept []*yaml.Node // without the keys that are set
	for i := 0; i+1 < len(old); i += 2 {
		if _, ok := set[old[i].Value]; !ok && !slices.Contains(c.Remove, old[i].Value) {
			kept = append(kept, old[i], old[i+1])
		}
	}
	for i := 0; i+1 < len(now); i += 2 {
		value, ok := set[now[i].Value]
		switch {
		case ok:
			if now[i].ShortTag() != "!!str" || !means(now[i+1], value) {
				return false
			}
			delete(set, now[i].Value)
		case len(kept) == 0 || !v.same(kept[0], now[i]) || !v.same(kept[1], now[i+1]):
			return false
		default:
			kept = kept[2:]
		}
	}
	return len(kept) == 0 && len(set) == 0
}

// commentsOf returns the lines of the comments of a node and those below it, sorted.
func commentsOf(n *yaml.Node) []string {
	var all []string
	var collect func(*yaml.Node)
	collect = func(n *yaml.Node) {
		for _, text := range []string{n.HeadComment, n.LineComment, n.FootComment} {
			for line := range strings.Lines(text) {
				if line = strings.TrimSpace(line); line != "" {
					all = append(all, line)
				}
			}
		}
		for _, c := range n.Content {
			collect(c)
		}
	}
	collect(n)
	slices.Sort(all)
	return all
}
