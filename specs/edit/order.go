package edit

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// The orders in which mappings have their keys.
var (
	topicKeys    = []string{"about", "also", "since", "scopes", "documents", "event", "name", "aliases", "says", "like", "payload", "doubts", "examples"}
	exampleKeys  = []string{"name", "document", "line", "repairs", "elided", "partial", "doubts", "payload"}
	documentKeys = []string{"title", "file", "url", "retrieved", "sha256", "replaced_by"}
)

// orderOf returns the order of the keys of the mapping at a path, or nil where it has
// none.
func orderOf(path []string) []string {
	switch {
	case len(path) == 2 && path[0] == "topics":
		return topicKeys
	case len(path) == 4 && path[0] == "topics" && path[2] == "examples":
		return exampleKeys
	case len(path) == 2 && path[0] == "documents":
		return documentKeys
	}
	return nil
}

// before returns the value of the key of a mapping after which a new key goes: the last
// one of those that come before it in the order, or nil.
func before(at *yaml.Node, key string, c Change) *yaml.Node {
	order := orderOf(c.Path)
	var last *yaml.Node
	for i := 0; i+1 < len(at.Content); i += 2 {
		name := at.Content[i].Value
		if n := slices.Index(order, name); n >= 0 && n < slices.Index(order, key) && !slices.Contains(c.Remove, name) {
			last = at.Content[i+1]
		}
	}
	return last
}
