package suggest

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// changeName returns the name of objects that hold the old and the new value of
// something, or "" for other objects. The name is that of the changed member if there
// is only one, and otherwise that of the kind of value.
func (v *view) changeName(class []*home, tails []string) string {
	var kinds jsontext.Kinds
	for _, h := range class {
		if !isChange(h.keys) && !(h.isChanged() && isFormer(h.keys)) {
			return ""
		}
		for _, f := range h.Fields {
			kinds |= v.shownAt(f.Path).kinds
		}
	}
	if name := alone(tails); name != "" {
		return name + "Change"
	}
	end := func(r role) bool {
		return len(tails) > 0 && !slices.ContainsFunc(tails, func(t string) bool { return !r.ends(t) })
	}
	switch {
	case kinds.Has(jsontext.KindArray) || kinds.Has(jsontext.KindObject):
		return "Change"
	case end(idWord):
		return "IDChange"
	case end(timeEnd):
		return "TimeChange"
	case kinds == jsontext.KindsOf(jsontext.KindBoolean):
		return "BoolChange"
	case kinds == jsontext.KindsOf(jsontext.KindNumber):
		return "NumberChange"
	case kinds == jsontext.KindsOf(jsontext.KindString):
		return "TextChange"
	}
	return "Change"
}

// isFormer reports whether an object has an old value and nothing else.
func isFormer(keys keySet) bool {
	for key := range keys {
		return len(keys) == 1 && formerly.is(key)
	}
	return false
}

// isChange reports whether an object has an old and a new value and nothing else.
func isChange(keys keySet) bool {
	return len(keys) == 2 && slices.ContainsFunc(changeKeys[:], func(pair [2]string) bool { return keys[pair[0]] && keys[pair[1]] })
}
