package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// kindName is the name that objects give their own type, in one of some members
// that always has the same word.
func (v *view) kindName(s *infer.Struct, in ...role) string {
	for _, f := range s.Fields {
		said := v.shownAt(f.Path)
		if len(said.strings) != 1 || said.more || said.some.empty.Seen() || !isWord(said.strings[0]) {
			continue
		}
		text := said.strings[0]
		pascal := strings.ToUpper(text[:1]) == text[:1] && strings.ToUpper(text) != text
		if isOneOf(f.Key, in...) && (f.Key != "type" || pascal) && !vague.is(strings.ToLower(text)) {
			return names.GoName(text)
		}
	}
	return ""
}

// commonKind is the word that ends all that objects say of their type, where that
// is several things: a user_reference and a team_reference are References.
func (v *view) commonKind(class []home) string {
	var kinds []string
	for _, h := range class {
		f := fieldOf(h.Struct, "type")
		if f == nil {
			return ""
		}
		said := v.shownAt(f.Path)
		if len(said.strings) == 0 || said.more || said.some.empty.Seen() {
			return ""
		}
		kinds = append(kinds, said.strings...)
	}
	last := ident.Last(kinds[0])
	several := false
	for _, k := range kinds {
		several = several || k != kinds[0]
		if !isWord(k) || ident.Last(k) != last || len(ident.Lower(k)) < 2 {
			return ""
		}
	}
	if !several || isOneOf(last, vague, particle) {
		return ""
	}
	return names.GoName(last)
}

// contentName is the name of what objects with some members are wherever they
// stand, or "".
func contentName(keys keySet) string {
	has := func(r role) bool {
		for key := range keys {
			if r.in(key) {
				return true
			}
		}
		return false
	}
	switch {
	case has(currency) && has(sum) && len(keys) <= mostTold:
		return "Money"
	case has(town) && has(country) && has(street):
		return "Address"
	}
	return ""
}

// refers reports whether objects with some members only say which other object is
// meant, and where it is.
func refers(keys keySet) bool {
	linked := false
	for key := range keys {
		linked = linked || link.in(key)
	}
	return linked && keys["id"] && len(keys) <= mostTold
}

// sameKind is the name that all objects of a class give their type, or "".
func (v *view) sameKind(class []home, in ...role) string {
	kind := v.kindName(class[0].Struct, in...)
	if slices.ContainsFunc(class, func(h home) bool { return v.kindName(h.Struct, in...) != kind }) {
		return ""
	}
	return kind
}
