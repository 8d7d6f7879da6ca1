package edit

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// step is how much deeper lines are indented below a key.
const step = 2

// file writes a file: what is before its mapping, the mapping, and what is behind it.
func (f *formatter) file() error {
	root := f.s.root
	start := f.s.lines[root.Line-1]
	if strings.TrimSpace(string(f.s.text[start:f.s.offset(root)])) != "" {
		return f.broken() // such as "--- {topics: …}"
	}
	if err := f.outside(start, true); err != nil {
		return err
	}
	f.at = f.s.offset(root)
	if err := f.node(root, 0, -1); err != nil {
		return err
	}
	end := f.skip()
	if end < len(f.s.text) && f.s.text[end-1] != '\n' {
		return f.broken()
	}
	f.lines(end, 0, false)
	return f.outside(len(f.s.text), false)
}

// outside writes lines that are not in the mapping of the file: comments, blank lines,
// directives, and the marks "---" and "...".
func (f *formatter) outside(to int, before bool) error {
	blank := false
	for line := range strings.Lines(string(f.s.text[f.at:to])) {
		text := strings.TrimSpace(line)
		mark := before && (strings.HasPrefix(line, "%") || strings.HasPrefix(line, "---")) || !before && strings.HasPrefix(line, "...")
		switch {
		case text == "":
			blank = f.out.Len() > 0
			continue
		case text[0] != '#' && !mark:
			return f.broken()
		}
		if blank {
			f.write("\n")
		}
		f.write(text + "\n")
		blank = false
	}
	if blank && before {
		f.write("\n")
	}
	f.at = to
	return nil
}

// node writes a node at the current place of its line. indent is that of its keys or
// dashes, or of the block that a scalar or a node in braces is in, which has the column was.
func (f *formatter) node(n *yaml.Node, indent, was int) error {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0:
		return f.broken()
	case n.Kind == yaml.ScalarNode:
		return f.scalar(n, indent, was)
	case n.Style&yaml.FlowStyle != 0:
		return f.flow(n, indent+step)
	}
	f.levels = append(f.levels, level{n.Column - 1, indent})
	defer func() { f.levels = f.levels[:len(f.levels)-1] }()
	if n.Kind == yaml.MappingNode {
		return f.mapping(n, indent)
	}
	return f.sequence(n, indent)
}

// mapping writes a mapping with a line for each key. The first key is at the current place.
func (f *formatter) mapping(n *yaml.Node, indent int) error {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if at := f.s.offset(key); i > 0 {
			if err := f.gap(at, indent, "", false); err != nil {
				return err
			}
		}
		if err := f.key(key); err != nil {
			return err
		}
		if err := f.below(n.Content[i+1], indent, n.Column-1, indent+step); err != nil {
			return err
		}
	}
	return nil
}

// key writes a key and the colon behind it.
func (f *formatter) key(n *yaml.Node) error {
	end, err := f.s.end(n, -1)
	if err != nil {
		return err
	}
	if n.Kind != yaml.ScalarNode || f.at != f.s.offset(n) || f.breaks(end) {
		return f.broken() // such as "? key"
	}
	f.token(end)
	return f.sign(':')
}

// below writes the value of a key or an item of a list, after the colon or the dash. indent
// and was are the columns of the block that it is in, and inner is the indentation of a
// block that begins here.
func (f *formatter) below(n *yaml.Node, indent, was, inner int) error {
	if isAbsent(n) {
		return nil
	}
	at := f.s.offset(n)
	if n.Kind == yaml.ScalarNode || n.Style&yaml.FlowStyle != 0 {
		if err := f.gap(at, inner, " ", true); err != nil {
			return err
		}
		return f.node(n, indent, was)
	}
	f.levels = append(f.levels, level{n.Column - 1, inner}) // for comments above it
	err := f.gap(at, inner, " ", true)
	f.levels = f.levels[:len(f.levels)-1]
	if err != nil {
		return err
	}
	return f.node(n, inner, was)
}

// isAbsent reports whether a value is not written at all.
func isAbsent(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 && n.Anchor == ""
}

// sequence writes a list with a dash for each item. The first dash is at the current place.
func (f *formatter) sequence(n *yaml.Node, indent int) error {
	for i, item := range n.Content {
		if i > 0 {
			if err := f.gap(f.skip(), indent, "", false); err != nil {
				return err
			}
		}
		if err := f.sign('-'); err != nil {
			return err
		}
		if err := f.below(item, indent, n.Column-1, indent+step); err != nil {
			return err
		}
	}
	return nil
}
