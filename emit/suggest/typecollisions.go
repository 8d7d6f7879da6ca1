package suggest

import (
	"fmt"

	"github.com/specimen-go/specimen/infer"
)

// typeNameCollisions finds objects whose types have the Go name of another type or of
// another declaration of the package, which is an error, and suggests other names.
func typeNameCollisions(v *view) []candidate {
	homes := v.homes()
	first := make(map[string]*home)
	for _, h := range homes {
		name := v.names.Struct(h.Struct)
		if _, ok := first[name]; !ok || h.declared {
			first[name] = h
		}
	}
	var all []candidate
	for _, h := range homes {
		name := v.names.Struct(h.Struct)
		other := first[name]
		if h.declared || v.clashes[name] == 0 {
			continue
		}
		c := candidate{Suggestion: Suggestion{Kind: "name", Path: h.Path, For: []infer.Origin{h.At}}}
		why := "the type at " + other.Path + " has the name " + name
		c.Message = fmt.Sprintf("the type has the same Go name as that at %s: %s", other.Path, name)
		if other.Path == h.Path {
			if !v.elsewhere(homes, h) {
				continue // the others get names
			}
			why = name + " is another declaration of the package"
			c.Message = fmt.Sprintf("the Go name %s is that of another declaration of the package", name)
		} else {
			c.Against = []infer.Origin{other.At}
		}
		if len(why) > longestWhy {
			why = name + " is another declaration of the package"
		}
		for _, end := range append([]string{"Item", "Entry"}, endings(h.Path)[2:]...) {
			c.options = append(c.options, Change{Types: []infer.TypeDecision{{Name: longer(name, end), At: pathRefs(h.Path), Why: why}}})
		}
		all = append(all, c)
	}
	return all
}

// elsewhere reports whether the Go name of an object's type collides with something
// other than the types of other objects.
func (v *view) elsewhere(homes []*home, h *home) bool {
	name, same := v.names.Struct(h.Struct), 0
	for _, g := range homes {
		if v.names.Struct(g.Struct) == name {
			same++
		}
	}
	return v.clashes[name] >= same
}
