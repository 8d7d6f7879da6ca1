package suggest

import (
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// jsonTexts finds strings that all hold a JSON object or array. It passes over those in an
// object that is suggested to be a map, whose values have one type.
func jsonTexts(v *view) []candidate {
	var all []candidate
	maps := v.mapPaths()
	for _, s := range v.spots {
		if v.decided(s.path) || !s.holdsJSON() || isInside(s.path, maps) {
			continue
		}
		all = append(all, one(Suggestion{
			Kind: "json", Path: s.path, Message: "every string holds a JSON object or array",
			Change: Change{Fields: []infer.FieldDecision{v.decision(s.path, infer.FieldDecision{Type: "json", Why: "JSON in a string"})}},
			For:    s.evidence(jsontext.KindString),
		}))
	}
	return all
}

// holdsJSON reports whether all values are strings that hold a JSON object or array.
func (s shown) holdsJSON() bool {
	return s.only(jsontext.KindString) && !s.some.notJSON.Seen() && s.count > s.some.empty.Count
}

// mapPaths returns the paths of the objects that are suggested to be maps.
func (v *view) mapPaths() map[string]bool {
	paths := make(map[string]bool)
	for _, c := range keyMaps(v) {
		for _, f := range c.Change.Fields {
			if !c.Weak && !v.declines("map", f.Path) {
				paths[f.Path] = true
			}
		}
	}
	return paths
}

// isInside reports whether a path begins with one of some paths, and goes on.
func isInside(path string, paths map[string]bool) bool {
	for i := strings.LastIndexByte(path, '/'); i >= 0; i = strings.LastIndexByte(path[:i], '/') {
		if paths[path[:i]] {
			return true
		}
	}
	return false
}
