package infer

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// EvidenceText returns a line for each path: the kinds of its values with their counts,
// then the facts, then the first origin.
func EvidenceText(e Evidence) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(e.Events)) {
		printNode(&b, e.Events[name], EventPath(name), Fact{})
	}
	for _, name := range slices.Sorted(maps.Keys(e.Types)) {
		printNode(&b, e.Types[name], name, Fact{})
	}
	for _, path := range slices.Sorted(maps.Keys(e.Former)) {
		printNode(&b, e.Former[path], path+" (formerly)", Fact{})
	}
	return b.String()
}

func printNode(b *strings.Builder, n *Node, path string, absent Fact) {
	b.WriteString(path)
	for k, f := range n.Kinds {
		if f.Seen() {
			fmt.Fprintf(b, " %s:%d", jsontext.Kind(k), f.Count)
		}
	}
	if absent.Seen() {
		fmt.Fprintf(b, " absent:%d", absent.Count)
	}
	for k, f := range n.Facts {
		if f.Seen() {
			fmt.Fprintf(b, " %s:%d", FactKind(k), f.Count)
		}
	}
	if n.Claims != nil {
		for k, f := range n.Claims {
			if f.Seen() {
				fmt.Fprintf(b, " documented-%s:%d", Claim(k), f.Count)
			}
		}
	}
	if at := n.First(); at != (Origin{}) {
		fmt.Fprintf(b, " @%s:%d", at.Example, at.Offset)
	}
	b.WriteString("\n")
	if n.Elem != nil {
		printNode(b, n.Elem, path+"/*", Fact{})
	}
	for _, name := range slices.Sorted(maps.Keys(n.Members)) {
		printNode(b, &n.Members[name].Node, path+"/"+Segment(name), n.Members[name].Absent)
	}
	if n.Inner != nil {
		printNode(b, n.Inner, path+" (inside)", Fact{})
	}
}
