package suggest

import (
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// partials finds objects that have what some members of an object beside them were before,
// such as previous_attributes beside object: their keys are names of its members, and others
// in each delivery. They are maps, whose values can be any.
func partials(v *view) []candidate {
	found := make(map[string][]*home) // by the name of their member
	for _, h := range v.homes() {
		if h.declared || h.owner == nil || v.decided(h.Path) || !formerly.in(memberOf(h.Path)) || !v.shownAt(h.Path).only(jsontext.KindObject) {
			continue
		}
		if slices.ContainsFunc(h.owner.Fields, func(f *infer.Field) bool { return v.isPart(h, f) }) {
			found[memberOf(h.Path)] = append(found[memberOf(h.Path)], h)
		}
	}
	var all []candidate
	for _, h := range v.homes() {
		same := found[memberOf(h.Path)]
		if len(same) == 0 || same[0] != h || !slices.ContainsFunc(same, func(o *home) bool { return varies(o.Struct) || !equalKeys(o.Struct, h.Struct) }) {
			continue
		}
		x := Suggestion{
			Kind: "map", Path: h.Path,
			Message: fmt.Sprintf("the keys of the objects at %s are those of some members of an object beside them", count(len(same), "path")),
		}
		for _, o := range same {
			x.For = append(x.For, o.At)
			x.Change.Fields = append(x.Change.Fields,
				v.decision(o.Path, infer.FieldDecision{Type: "map", Why: "former values of some members of an object, others in each delivery"}),
				v.decision(o.Path+"/*", infer.FieldDecision{Type: "value", Why: "of any of these members"}))
		}
		all = append(all, one(x))
	}
	return all
}

// isPart reports whether an object has less than half of the members of the object in a
// member beside it, and only such.
func (v *view) isPart(h *home, f *infer.Field) bool {
	s, ok := infer.InsideOpt(f.Type).(*infer.Struct)
	if !ok || s == h.Struct || len(s.Fields) < alikeFrom || 2*len(h.keys) > len(s.Fields) {
		return false
	}
	for key := range h.keys {
		if fieldOf(s, key) == nil {
			return false
		}
	}
	return true
}
