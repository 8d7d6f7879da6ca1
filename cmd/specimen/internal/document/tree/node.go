package tree

import (
	"iter"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Node is a value of a document. The zero Node is a value that is not there: it has no
// members, no elements and no text.
type Node struct {
	tree *Tree
	at   int32
}

// Exists reports whether the value is there.
func (n Node) Exists() bool { return n.tree != nil }

func (n Node) value() value { return n.tree.values[n.at] }

// Kind returns the kind of the value, jsontext.KindAbsent for one that is not there.
func (n Node) Kind() jsontext.Kind {
	if n.tree == nil {
		return jsontext.KindAbsent
	}
	return jsontext.KindOf(n.tree.text.S[n.value().start])
}

// Is reports whether the value has a kind.
func (n Node) Is(kind jsontext.Kind) bool { return n.Kind() == kind }

// Raw returns the value as JSON, as the document writes it if that is JSON.
func (n Node) Raw() string {
	if n.tree == nil {
		return ""
	}
	return n.tree.text.S[n.value().start:n.value().end]
}

// Offset returns where the value begins in the document.
func (n Node) Offset() int {
	switch {
	case n.tree == nil:
		return 0
	case n.tree.source != nil:
		return int(n.tree.source[n.at].start)
	}
	return int(n.value().start)
}

// NameOffset returns where the name of the member begins in the document whose value
// this is, or Offset for a value without a name.
func (n Node) NameOffset() int {
	switch {
	case n.tree == nil || n.value().name < 0:
		return n.Offset()
	case n.tree.source != nil:
		return int(n.tree.source[n.at].name)
	}
	return int(n.value().name)
}

// Text returns the text of a string, "" for any other value.
func (n Node) Text() string {
	if !n.Is(jsontext.KindString) {
		return ""
	}
	text, _, _ := n.tree.text.String(int(n.value().start))
	return text
}

// Bool returns a boolean, false for any other value.
func (n Node) Bool() bool { return n.Raw() == "true" }

// Members yields the members of an object in their order, and nothing for any other
// value.
func (n Node) Members() iter.Seq2[string, Node] {
	return func(yield func(string, Node) bool) {
		if !n.Is(jsontext.KindObject) {
			return
		}
		for child := range n.children() {
			name, _, _ := n.tree.text.String(int(child.value().name))
			if !yield(name, child) {
				return
			}
		}
	}
}

// Items yields the elements of an array in their order, and nothing for any other value.
func (n Node) Items() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if !n.Is(jsontext.KindArray) {
			return
		}
		for child := range n.children() {
			if !yield(child) {
				return
			}
		}
	}
}

// children yields the values of members, or the elements.
func (n Node) children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := n.at + 1; i < n.value().next; i = n.tree.values[i].next {
			if !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Len returns the number of members or elements.
func (n Node) Len() int {
	count := 0
	if n.tree != nil {
		for range n.children() {
			count++
		}
	}
	return count
}

// manyMembers is the number of members from which on their names are indexed.
const manyMembers = 16

// Get returns the member of an object, the last one of several, or the zero Node.
func (n Node) Get(name string) Node {
	if !n.Is(jsontext.KindObject) {
		return Node{}
	}
	if index, ok := n.tree.index[n.at]; ok {
		if at, ok := index[name]; ok {
			return Node{n.tree, at}
		}
		return Node{}
	}
	found, count := Node{}, 0
	for other, child := range n.Members() {
		if count++; other == name {
			found = child
		}
	}
	if count >= manyMembers {
		index := make(map[string]int32, count)
		for other, child := range n.Members() {
			index[other] = child.at
		}
		n.tree.index[n.at] = index
	}
	return found
}

// At returns the value that is reached through the names of members, or the zero Node.
func (n Node) At(names ...string) Node {
	for _, name := range names {
		n = n.Get(name)
	}
	return n
}

// Has reports whether an object has a member whose value is not null.
func (n Node) Has(name string) bool {
	member := n.Get(name)
	return member.Exists() && !member.Is(jsontext.KindNull)
}

// Payload returns the value as a payload of its own: without the white space that indents
// it in the document.
func (n Node) Payload() string { return Dedent(n.Raw()) }

// Dedent returns a JSON value without the white space that indents all of its lines but
// the first: that of its last line.
func Dedent(text string) string {
	if !strings.ContainsRune(text, '\n') {
		return text
	}
	last := text[strings.LastIndexByte(text, '\n')+1:]
	indent := len(last) - len(strings.TrimLeft(last, " \t"))
	var b strings.Builder
	for line := range strings.Lines(text) {
		line, end := strings.CutSuffix(line, "\n")
		if b.Len() > 0 {
			line = strings.TrimLeft(line[:min(indent, len(line))], " \t") + line[min(indent, len(line)):]
		}
		b.WriteString(strings.TrimRight(line, " \t\r"))
		if end {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// IsOdd reports whether the value holds text of a YAML document that was taken for a
// string, and that YAML may mean as a number which JSON cannot write, such as 0x1F or 007.
func (n Node) IsOdd() bool {
	if n.tree == nil {
		return false
	}
	i, _ := slices.BinarySearch(n.tree.odd, n.at)
	return i < len(n.tree.odd) && n.tree.odd[i] < n.value().next
}

// IsYAML reports whether the document is YAML.
func (n Node) IsYAML() bool { return n.tree != nil && n.tree.source != nil }

// ID tells the values of a document apart.
func (n Node) ID() int { return int(n.at) }
