package suggest

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// lenders returns the members with values by their names, those with the shortest path
// first.
func (v *view) lenders() map[string][]spot {
	v.homes()
	lenders := make(map[string][]spot)
	for _, s := range v.spots {
		if !s.elem && s.kinds != 0 && !lacks(s) && !v.isOther(s) {
			lenders[s.key] = append(lenders[s.key], s)
		}
	}
	for _, from := range lenders {
		slices.SortStableFunc(from, func(a, b spot) int { return cmp.Compare(len(a.path), len(b.path)) })
	}
	return lenders
}

// firstValue returns the first value of a member, that of an element in a list or map.
func (v *view) firstValue(s spot) infer.Origin {
	for infer.Elem(s.typ) != nil {
		elem, ok := v.spotAt(s.path + "/*")
		if !ok || elem.first == (infer.Origin{}) {
			break
		}
		s = elem
	}
	return s.first
}

// lendsTo reports whether a member can lend its type to one that only had null, [] or {}.
func lendsTo(l, s spot) bool {
	switch l.typ.(type) {
	case infer.Slice:
		return s.kinds&^jsontext.KindsOf(jsontext.KindArray) == 0
	case infer.Map:
		return s.kinds&^jsontext.KindsOf(jsontext.KindObject) == 0
	}
	return s.kinds == 0
}

// common returns the type that all members have. Integers become numbers where one of
// them is a number.
func common(all []spot) (infer.Type, bool) {
	t := all[0].typ
	for _, s := range all[1:] {
		if number := infer.Type(infer.Number); s.typ == number && t == infer.Type(infer.Int) {
			t = number
		} else if t == number && s.typ == infer.Type(infer.Int) {
			continue
		} else if typeID(t) != typeID(s.typ) {
			return nil, false
		}
	}
	return t, true
}

// typeID identifies a type, regardless of the presence of elements.
func typeID(t infer.Type) string {
	switch t := t.(type) {
	case infer.Slice:
		return "[]" + infer.InsideOpt(t.Elem).String()
	case infer.Map:
		return "map of " + infer.InsideOpt(t.Elem).String()
	}
	return t.String()
}
