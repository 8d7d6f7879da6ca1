package evidence

import (
	"maps"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Merge returns the evidence of all that a and b are the evidence of. It changes
// neither of them.
func Merge(a, b Evidence) Evidence {
	l := Level(max(a.Folded, b.Folded))
	a, b = a.Fold(l), b.Fold(l)
	return Evidence{
		Events: mergeRoots(a.Events, b.Events), Types: mergeRoots(a.Types, b.Types), Former: mergeRoots(a.Former, b.Former),
		Folded: int(l),
	}.bound()
}

// mergeRoots merges the nodes of equal roots.
func mergeRoots(a, b map[string]*Node) map[string]*Node {
	if len(a) == 0 {
		a, b = b, a
	}
	if len(b) == 0 {
		return a
	}
	roots := maps.Clone(a)
	for name, n := range b {
		roots[name] = mergeNodes(roots[name], n)
	}
	return roots
}

// mergeNodes merges two nodes. A nil node has no evidence.
func mergeNodes(a, b *Node) *Node {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	n := MergeScalars(a, b)
	n.Elem = mergeNodes(a.Elem, b.Elem)
	n.Inner = mergeNodes(a.Inner, b.Inner)
	if len(a.Members)+len(b.Members) > 0 {
		n.Members = make(map[string]*Member, max(len(a.Members), len(b.Members)))
	}
	for name, m := range a.Members {
		n.Members[name] = mergeMembers(m, b.Members[name], b.Kinds[jsontext.KindObject])
	}
	for name, m := range b.Members {
		if a.Members[name] == nil {
			n.Members[name] = mergeMembers(m, nil, a.Kinds[jsontext.KindObject])
		}
	}
	n.Rest = mergeNodes(a.Rest, b.Rest)
	return n
}

// mergeMembers merges two members of one name. If other is nil, the member is
// absent from all objects of the other node.
func mergeMembers(m, other *Member, objects Fact) *Member {
	if other == nil {
		return &Member{Node: m.Node, Absent: m.Absent.Merge(objects), Key: m.Key}
	}
	return &Member{Node: *mergeNodes(&m.Node, &other.Node), Absent: m.Absent.Merge(other.Absent), Key: m.Key && other.Key}
}

// MergeScalars merges two nodes without their members and elements.
func MergeScalars(a, b *Node) *Node {
	n := &Node{
		Strings: a.Strings.merge(b.Strings),
		Numbers: a.Numbers.merge(b.Numbers),
		Most:    max(a.Most, b.Most),
		Foreign: a.Foreign && b.Foreign,
		Claims:  mergeClaims(a.Claims, b.Claims),
	}
	for k := range n.Kinds {
		n.Kinds[k] = a.Kinds[k].Merge(b.Kinds[k])
	}
	for k := range n.Facts {
		n.Facts[k] = a.Facts[k].Merge(b.Facts[k])
	}
	return n
}
