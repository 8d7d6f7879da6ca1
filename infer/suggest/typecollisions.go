package suggest

import (
	"fmt"

	"github.com/specimen-go/specimen/infer"
)

// typeNameCollisions finds objects whose types would have one Go name, which is
// an error, and suggests one for the second of them.
func typeNameCollisions(v *view) []candidate {
	var all []candidate
	taken := make(map[string]*infer.Struct)
	for _, h := range v.homes() {
		name := v.names.Struct(h.Struct)
		first := taken[name]
		if first == nil || h.declared {
			taken[name] = h.Struct
			continue
		}
		c := candidate{Suggestion: Suggestion{
			Kind: "name", Path: h.Path, For: []infer.Origin{h.At}, Against: []infer.Origin{first.At},
			Message: fmt.Sprintf("the objects here and at %s have the Go name %s", first.Path, name),
		}}
		for _, other := range []string{name + "Item", name + "Entry", name + "Other"} {
			c.options = append(c.options, Change{Types: []infer.TypeDecision{{
				Name: other, At: places(h.Path), Why: "beside " + first.Path + ", which has the name " + name,
			}}})
		}
		all = append(all, c)
	}
	return all
}
