package names

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// checkFields reports fields of a struct that have the same Go name. The fields of
// the envelope count: a field of the event would hide one of them.
func (n *Names) checkFields(st *Struct) {
	first := make(map[string]Field)
	for _, f := range n.Shared(st) {
		first[f.Go] = f
	}
	for _, f := range st.Fields {
		if slices.Contains(st.Reserved(), f.Go) {
			n.report("."+f.Go, infer.Problem{
				Cause: Taken{Name: f.Go, By: "the member", inStruct: true, hint: "give the member another name"},
				Where: infer.Where{Ref: f.Ref}, Path: f.Path,
			})
		}
		if g, ok := first[f.Go]; ok {
			n.report("."+f.Go, infer.Problem{
				Cause: Collision{f.Go, g.Path, f.Path, fmt.Sprintf("add a name under fields: %s: {name: …, why: …}", f.Path)},
				Where: whereField(f), Also: []infer.Where{whereField(g)}, Path: f.Path,
			})
		}
		first[f.Go] = f
	}
}

// whereField returns the decision that names a field, or where its member was seen
// first.
func whereField(f Field) infer.Where {
	if f.Name != "" {
		return infer.Where{Ref: f.Ref}
	}
	return infer.AtOrigin(f.At)
}
