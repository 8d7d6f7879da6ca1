package suggest

import (
	"slices"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// changeName is the name of objects that say what a value was and what it is now,
// from the kind of the value, or "" for other objects. The member that has changed
// makes the name only where it is one.
func (v *view) changeName(class []home, tails []string) string {
	var kinds jsontext.Kinds
	for _, h := range class {
		if !isChange(h.keys) {
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

func isChange(keys keySet) bool {
	return len(keys) == 2 && slices.ContainsFunc(changeKeys[:], func(pair [2]string) bool { return keys[pair[0]] && keys[pair[1]] })
}
