package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/ident"
)

// kindName returns the name that objects give their own type: the only word in a
// member with one of the roles.
func (v *view) kindName(s *infer.Struct, in ...role) string {
	for _, f := range s.Fields {
		said := v.shownAt(f.Path)
		if len(said.strings) != 1 || said.more || said.some.empty.Seen() || !isWord(said.strings[0]) {
			continue
		}
		text := said.strings[0]
		pascal := strings.ToUpper(text[:1]) == text[:1] && strings.ToUpper(text) != text
		if f.Key == "kind" && (!pascal || s.Name == "" && !saysNothing(memberOf(s.Path))) {
			continue // what a reference refers to, or one of several kinds
		}
		if isOneOf(f.Key, in...) && (f.Key != "type" || pascal) && !vague.is(strings.ToLower(text)) {
			return names.GoName(text)
		}
	}
	return ""
}

// commonKind returns the word that ends all names that objects give their type, where
// these are several: user_reference and team_reference are References.
func (v *view) commonKind(class []*home) string {
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

// contentName returns the name of objects that are recognised by their members, or
// "".
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
	case has(reference) && len(keys) == 1:
		return "Link"
	case has(currency) && has(sum) && len(keys) <= mostTold:
		return "Money"
	case has(town) && has(country) && has(street):
		return "Address"
	}
	return ""
}

// isPerson reports whether objects have two of the members that only people have.
func isPerson(keys keySet) bool {
	n := 0
	for key := range keys {
		if personal.is(joined(key)) {
			n++
		}
	}
	return n > 1
}

// refers reports whether objects only refer to other objects: by an id and a link.
func refers(keys keySet) bool {
	linked := false
	for key := range keys {
		linked = linked || link.in(key)
	}
	return linked && keys["id"] && len(keys) <= mostTold
}

// sameKind returns the name that all objects of a class give their type, or "".
func (v *view) sameKind(class []*home, in ...role) string {
	kind := v.kindName(class[0].Struct, in...)
	if slices.ContainsFunc(class, func(h *home) bool { return v.kindName(h.Struct, in...) != kind }) {
		return ""
	}
	return kind
}
