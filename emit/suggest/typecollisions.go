package suggest

import (
	"fmt"

	"github.com/specimen-go/specimen/infer"
)

// typeNameCollisions finds objects whose types would have the Go name of another
// type, or of something else in the package, which is an error, and suggests other
// names for them.
func typeNameCollisions(v *view) []candidate {
	homes := v.homes()
	first := make(map[string]home)
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
		why := "beside " + other.Path + ", which has the name " + name
		c.Message = fmt.Sprintf("the objects here and at %s have the Go name %s", other.Path, name)
		if other.Path == h.Path {
			if !v.elsewhere(homes, h) {
				continue // the others get names
			}
			why = "another part of the package has the name " + name
			c.Message = fmt.Sprintf("the objects here have the Go name %s, as another part of the package", name)
		} else {
			c.Against = []infer.Origin{other.At}
		}
		if len(why) > longestWhy {
			why = "another part of the package has the name " + name
		}
		for _, end := range append([]string{"Item", "Entry"}, endings(h.Path)[2:]...) {
			c.options = append(c.options, Change{Types: []infer.TypeDecision{{Name: longer(name, end), At: places(h.Path), Why: why}}})
		}
		all = append(all, c)
	}
	return all
}

// elsewhere reports whether the Go name of an object's type has more problems than
// those with the types of other objects.
func (v *view) elsewhere(homes []home, h home) bool {
	name, same := v.names.Struct(h.Struct), 0
	for _, g := range homes {
		if v.names.Struct(g.Struct) == name {
			same++
		}
	}
	return v.clashes[name] >= same
}
