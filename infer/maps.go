package infer

import (
	"regexp"
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// machineKeys are the forms of keys that nobody chose as names, for the rule "map":
// numbers, UUIDs, dates and numbered ids.
var machineKeys = []*regexp.Regexp{
	regexp.MustCompile(`^[0-9]+$`),
	regexp.MustCompile(`^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`),
	regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
	// At least three digits, because address_1 and address_2 are names.
	regexp.MustCompile(`^[A-Za-z]+_[0-9]{3,}$`),
}

// machineKeysFrom is how many keys of such a form make a map: one can be a name by chance.
const machineKeysFrom = 2

// findMaps finds the objects that are maps by the rule "map", and reports whether there
// are new ones.
func (p *pool) findMaps() bool {
	found := false
	for path, n := range p.nodes {
		o := p.objects[path]
		if o == nil || p.decides(path) || p.maps[path] {
			continue
		}
		if n.Claims.Seen(ClaimMap) {
			p.maps[path] = true
			found = true
			continue
		}
		if n.NotNull()&^p.emptyLists(path, n) != kindObject {
			continue
		}
		_, _, below := parent(path)
		keys := below && len(o.names) >= machineKeysFrom && p.machineNamed(o.names) || len(o.names) > MaxMembers && !p.covered[path]
		if keys && p.join(path, o.names) {
			p.maps[path] = true
			found = true
		}
	}
	return found
}

func (p *pool) machineNamed(names []string) bool {
	return slices.ContainsFunc(machineKeys, func(key *regexp.Regexp) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !key.MatchString(name) })
	})
}

// join reports whether the values of members have one type, Number included.
func (p *pool) join(home string, names []string) bool {
	var all jsontext.Kinds
	for _, name := range names {
		all |= p.nodes[home+"/"+Segment(name)].NotNull()
	}
	return all&(all-1) == 0 || all == jsontext.KindsOf(jsontext.KindNumber, jsontext.KindString)
}

// isMap reports whether the objects at a path are maps.
func (p *pool) isMap(path string) bool {
	return p.fields[path].Type == "map" || p.maps[path]
}

// emptyLists returns the kind of arrays where those beside the objects at a path are always
// empty, as PHP writes a map without entries: they decide nothing, by the rule "mixed".
func (p *pool) emptyLists(path string, n *Node) jsontext.Kinds {
	if !n.Has(jsontext.KindObject) || !n.Has(jsontext.KindArray) || p.lists[path] {
		return 0
	}
	return kindArray
}

// findJSON finds the strings that hold JSON by the rule "documented", and reports whether
// there are new ones.
func (p *pool) findJSON() bool {
	found := false
	for path, n := range p.nodes {
		if n.Claims.Seen(ClaimJSON) && p.fields[path].Type == "" && !p.json[path] && !n.Facts[FactNotJSON].Seen() && n.NotNull()&^ClaimJSON.Takes() == 0 {
			p.json[path] = true
			found = true
		}
	}
	return found
}

// isJSON reports whether the strings at a path hold JSON.
func (p *pool) isJSON(path string) bool {
	return p.fields[path].Type == "json" || p.json[path]
}

// jsonKinds returns the kinds of the JSON at a path, in strings or plain.
func (p *pool) jsonKinds(path string) jsontext.Kinds {
	kinds := p.inner[path]
	if n := p.nodes[path]; n != nil {
		kinds |= n.NotNull() & (kindArray | kindObject)
	}
	return kinds
}

// decides reports whether a decision gives the values at a path their type.
func (p *pool) decides(path string) bool {
	return p.fields[path].Type != "" || p.aliases[path] != ""
}
