package suggest

import (
	"go/token"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// writable reports whether a spec can hold the change: each name is an exported
// identifier, no text is too long, and no list has an element twice.
func (c Change) writable() bool {
	for _, t := range c.Types {
		if !isName(t.Name) || !writablePaths(t.At) {
			return false
		}
	}
	for _, e := range c.Enums {
		if !isName(e.Name) || !writablePaths(e.At) || !distinct(e.Texts(), longestValue) {
			return false
		}
	}
	var paths, members []string
	for _, f := range c.Fields {
		if f.Name != "" && !isName(f.Name) {
			return false
		}
		paths = append(paths, f.Path)
	}
	for _, m := range c.Envelope {
		members = append(members, m.Name)
	}
	return distinct(paths, longestText) && distinct(members, longestValue)
}

// isName reports whether a spec can give a name to a type, a field or an enum.
func isName(name string) bool {
	return len(name) <= longestName && token.IsIdentifier(name) && token.IsExported(name)
}

func writablePaths(at []infer.PathRef) bool {
	var paths []string
	for _, p := range at {
		paths = append(paths, p.Path)
	}
	return distinct(paths, longestText)
}

// distinct reports whether no text is longer than a number of bytes or occurs twice.
func distinct(texts []string, longest int) bool {
	for i, t := range texts {
		if len(t) > longest || slices.Contains(texts[:i], t) {
			return false
		}
	}
	return true
}
