package specs

import (
	"fmt"
	"go/token"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"gopkg.in/yaml.v3"
)

// maxDepth is how deep a spec can be nested. Specs need fewer than ten levels.
const maxDepth = 100

// lint reports what YAML allows and a spec does not: everything that makes the text
// mean something else than it says.
func lint(f *file, n *yaml.Node, add func(diagnostic.Diagnostic)) {
	linter{f, add}.walk(n, "", 1)
}

type linter struct {
	file *file
	add  func(diagnostic.Diagnostic)
}

func (l linter) walk(n *yaml.Node, ref Ref, depth int) {
	if depth > maxDepth {
		l.problem(finding.DeepNesting, n, ref, fmt.Sprintf("nested more than %d levels deep", maxDepth), "")
		return
	}
	switch {
	case n.Kind == yaml.AliasNode:
		l.problem(finding.YAMLReference, n, ref, "alias *"+diagnostic.Printable(n.Value), "repeat the text: specs have no anchors and aliases")
		return
	case n.Anchor != "":
		l.problem(finding.YAMLReference, n, ref, "anchor &"+diagnostic.Printable(n.Anchor), "remove it: specs have no anchors and aliases")
	}
	if n.Style&yaml.TaggedStyle != 0 && n.ShortTag() != "!!str" {
		l.problem(finding.YAMLTag, n, ref, "tag "+diagnostic.Quote(n.ShortTag()), "remove it, and quote the value if it is a string")
	}
	if n.Kind == yaml.MappingNode {
		l.keys(n, ref)
	}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			l.comment(c, ref.element(i))
			l.walk(c, ref.element(i), depth+1)
		case i%2 == 0:
			l.walk(c, ref, depth+1)
		default:
			l.comment(c, ref.member(n.Content[i-1].Value))
			l.walk(c, ref.member(n.Content[i-1].Value), depth+1)
		}
	}
}

// comment warns of a comment that was probably meant as part of the string before it:
// one after a string without quotes, and without a space after the #. The value of
// "about: Order #5 was sent" is "Order".
func (l linter) comment(n *yaml.Node, ref Ref) {
	c := n.LineComment
	if n.Kind != yaml.ScalarNode || n.Style != 0 || len(c) < 2 || strings.ContainsAny(c[1:2], "# \t\r\n") {
		return
	}
	pos := l.at(n)
	if i := strings.Index(l.file.text[pos.Offset:], c); i >= 0 {
		pos = l.file.atOffset(pos.Offset + i)
	}
	l.add(diagnostic.New(finding.HiddenComment, pos, string(ref),
		"the string ends here, and a comment starts", "quote the string, or write a space after the #"))
}

// keys reports keys that are not strings, and duplicate keys. It compares them as text:
// 1 and "1" are two keys in YAML, but not for a reader.
func (l linter) keys(n *yaml.Node, ref Ref) {
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case key.Kind == yaml.AliasNode:
			continue // reported by walk
		case key.Kind != yaml.ScalarNode:
			l.problem(finding.KeyType, key, ref, "expected a string as key, got "+kindOf(key), "")
			continue
		case key.ShortTag() == "!!merge":
			l.problem(finding.YAMLReference, key, ref, "merge key <<", "write the members out, or quote the key if it is a name")
			continue
		case key.ShortTag() != "!!str":
			l.problem(finding.KeyType, key, ref, fmt.Sprintf("the key %s is %s in YAML", diagnostic.Quote(key.Value), kindOf(key)), "quote it")
		}
		if first, ok := seen[key.Value]; ok {
			l.problem(finding.DuplicateKey, key, ref.member(key.Value), "duplicate key "+diagnostic.Quote(key.Value), "remove one of the two", l.at(first))
			continue
		}
		seen[key.Value] = key
	}
}

func (l linter) problem(rule finding.Rule, n *yaml.Node, ref Ref, message, hint string, also ...token.Position) {
	l.add(diagnostic.New(rule, l.at(n), string(ref), message, hint, also...))
}

func (l linter) at(n *yaml.Node) token.Position { return l.file.atRune(n.Line, n.Column) }

// refused reports whether lint has reported a node, so that it needs no other report.
func refused(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 && n.ShortTag() != "!!str"
}
