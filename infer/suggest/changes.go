package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer/ident"
)

// changeNames are the pairs of members that hold what a value was and what it is.
var changeNames = [][2]string{
	{"previous", "current"}, {"old", "new"}, {"before", "after"}, {"old_value", "new_value"}, {"oldValue", "newValue"},
}

// changeName is the name of objects that say what a value was and what it is now,
// from the kind of the value, or "" for other objects. The member that has changed
// makes the name only where it is one.
func (v *view) changeName(class []home, tails []string) string {
	var kinds payload.Kinds
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
	ends := func(list string) bool {
		return len(tails) > 0 && !slices.ContainsFunc(tails, func(t string) bool {
			w := ident.Words(t)
			return !isOneOf(strings.ToLower(w[len(w)-1]), list)
		})
	}
	switch {
	case kinds.Has(payload.KindArray) || kinds.Has(payload.KindObject):
		return "Change"
	case ends("id"):
		return "IDChange"
	case ends("at on date time"):
		return "TimeChange"
	case kinds == payload.KindsOf(payload.KindBoolean):
		return "BoolChange"
	case kinds == payload.KindsOf(payload.KindNumber):
		return "NumberChange"
	case kinds == payload.KindsOf(payload.KindString):
		return "TextChange"
	}
	return "Change"
}

func isChange(keys keySet) bool {
	return len(keys) == 2 && slices.ContainsFunc(changeNames, func(pair [2]string) bool { return keys[pair[0]] && keys[pair[1]] })
}
