package suggest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// keyMaps finds objects whose keys look like those of a map. Objects with keys of one
// pattern are one suggestion.
func keyMaps(v *view) []candidate {
	found := make(map[string]*Suggestion)
	var order []string
	for s := range v.model.AllStructs() {
		what, weak := v.mapBy(s)
		if what == "" || v.decided(s.Path) || !v.objectsAt(s.Path) {
			continue
		}
		id := fmt.Sprint(what, weak)
		if found[id] == nil {
			found[id] = &Suggestion{Kind: "map", Weak: weak, Path: s.Path, Message: "the keys of these objects are " + what}
			order = append(order, id)
		}
		x := found[id]
		x.Change.Fields = append(x.Change.Fields, v.decision(s.Path, infer.FieldDecision{Type: "map", Why: "the keys are " + what}))
		x.For = append(x.For, s.At)
	}
	slices.Sort(order)
	var all []candidate
	for _, id := range order {
		all = append(all, one(*found[id]))
	}
	return all
}

// objectsAt reports whether the values at a path are objects. Arrays that are always empty
// may be beside them.
func (v *view) objectsAt(path string) bool {
	shown := v.shownAt(path)
	return shown.only(jsontext.KindObject) ||
		shown.only(jsontext.KindObject, jsontext.KindArray) && v.shownAt(path+"/*").count == 0
}

// mapBy returns what the keys of a struct are if they are those of a map, or "". The form of
// the keys tells, and that the values are of one shape; a name alone is not against the keys.
func (v *view) mapBy(s *infer.Struct) (what string, weak bool) {
	if len(s.Fields) == 0 || !strings.Contains(s.Path, "/") || !v.sameValues(s) {
		return "", false
	}
	var keys []string
	for _, f := range s.Fields {
		keys = append(keys, f.Key)
	}
	for _, p := range keyPatterns() {
		switch {
		case !p.match(keys):
		case len(keys) > 1:
			texts := slices.ContainsFunc(s.Fields, func(f *infer.Field) bool {
				kinds := v.shownAt(f.Path).kinds
				return !englishWord.is(f.Key) && (kinds.Has(jsontext.KindString) || kinds.Has(jsontext.KindObject))
			})
			return p.what, p.what == languageTags && !texts
		case p.lone || p.what == languageTags && v.besideLanguages(s):
			return p.what, false
		default:
			return "", false
		}
	}
	if what, weak := v.mapByName(s); what != "" {
		return what, weak
	}
	if v.numbered(s, keys) {
		return "names with a number, of values of one shape", false
	}
	return v.mapByShape(s)
}

// besideLanguages reports whether a struct with one member stands beside one with several
// languages, of which that is one, such as en-US: a title in two beside a text in one.
func (v *view) besideLanguages(s *infer.Struct) bool {
	at, ok := v.spotAt(s.Path)
	if key := s.Fields[0].Key; !ok || len(key) == len("en") {
		return false
	}
	return slices.ContainsFunc(at.owner.Fields, func(f *infer.Field) bool {
		t, ok := infer.InsideOpt(f.Type).(*infer.Struct)
		return ok && len(t.Fields) > 1 && fieldOf(t, s.Fields[0].Key) != nil && v.sameValues(t) &&
			!slices.ContainsFunc(t.Fields, func(f *infer.Field) bool { return !isLanguage(f.Key) })
	})
}

// mapByName returns what the keys of a struct are by the name of its member, where all
// values are strings or null, or lists of strings, or several objects with the same members. Attributes that are
// strings are a map where there are several keys and none is in all objects, unless they are
// what others were. The very same keys in all objects of that name, wherever they stand, speak
// for a struct.
func (v *view) mapByName(s *infer.Struct) (what string, weak bool) {
	key := infer.SegmentName(s.Path[strings.LastIndexByte(s.Path, '/')+1:])
	named := freeKeys.is(joined(key)) || freeKeys.ends(key)
	texts, others := 0, 0
	for _, f := range s.Fields {
		switch shown := v.shownAt(f.Path); {
		case shown.only(jsontext.KindString), shown.only(jsontext.KindArray) && v.shownAt(f.Path+"/*").only(jsontext.KindString):
			texts++
		case shown.kinds != 0:
			others++
		}
	}
	named = named || attributes.ends(key) && !formerly.in(key) && len(s.Fields) >= namedShapesFrom &&
		!slices.ContainsFunc(s.Fields, func(f *infer.Field) bool { return !f.Absent })
	if named && texts > 0 && others == 0 || (named || attributes.ends(key)) && v.oneShape(s) {
		return "chosen by users", v.fixedKeys(key)
	}
	return "", false
}

// oneShape reports whether the values of a struct are several objects with the same members.
func (v *view) oneShape(s *infer.Struct) bool {
	var first *infer.Struct
	for _, f := range s.Fields {
		o, ok := infer.InsideOpt(f.Type).(*infer.Struct)
		if !ok || first != nil && !equalKeys(first, o) {
			return false
		}
		first = o
	}
	return len(s.Fields) >= namedShapesFrom && len(first.Fields) >= smallFrom
}

// fixedKeys reports whether all objects at members of a name have the same keys, and there
// are enough of them.
func (v *view) fixedKeys(key string) bool {
	var first *infer.Struct
	count := 0
	for s := range v.model.AllStructs() {
		if infer.SegmentName(s.Path[strings.LastIndexByte(s.Path, '/')+1:]) != key {
			continue
		}
		if first == nil {
			first = s
		}
		if !equalKeys(first, s) || varies(s) {
			return false
		}
		count += v.shownAt(s.Path).count
	}
	return count >= fixedFrom && !slices.ContainsFunc(v.spots, func(s spot) bool {
		_, empty := s.typ.(infer.Map)
		return empty && s.key == key && lacks(s) // there, no key is chosen
	})
}

// equalKeys reports whether two structs have the same members.
func equalKeys(a, b *infer.Struct) bool {
	return len(a.Fields) == len(b.Fields) && !slices.ContainsFunc(a.Fields, func(f *infer.Field) bool { return fieldOf(b, f.Key) == nil })
}

// varies reports whether not all objects of a struct have the same members.
func varies(s *infer.Struct) bool {
	return slices.ContainsFunc(s.Fields, func(f *infer.Field) bool { return f.Absent })
}

// mapByShape returns what the keys of a struct are where only the values tell: many objects
// with the same members, or many of few words.
func (v *view) mapByShape(s *infer.Struct) (what string, weak bool) {
	var objects []*infer.Struct
	words := make(map[string]bool)
	for _, f := range s.Fields {
		if o, ok := infer.InsideOpt(f.Type).(*infer.Struct); ok {
			objects = append(objects, o)
		} else if shown := v.shownAt(f.Path); f.Type == infer.Type(infer.String) && !shown.more || f.Absent && shown.only(jsontext.KindString) {
			for _, text := range shown.strings {
				words[text] = true
			}
		} else {
			return "", false
		}
	}
	switch n := len(s.Fields); {
	case len(objects) == n && n >= shapesFrom && len(objects[0].Fields) >= smallFrom && !slices.ContainsFunc(objects, func(o *infer.Struct) bool { return !equalKeys(objects[0], o) }):
		return "those of values of one shape", n < manyShapes || v.shownAt(s.Path).count >= fixedFrom && !varies(s)
	case len(objects) == 0 && n >= manyShapes && len(words) <= fewWords && varies(s):
		return "those of values of few words", false
	}
	return "", false
}

// sameValues reports whether the members of a struct have values of one type.
func (v *view) sameValues(s *infer.Struct) bool {
	var kinds jsontext.Kinds
	var objects []*infer.Struct
	for _, f := range s.Fields {
		kinds |= v.shownAt(f.Path).kinds
		if o := infer.StructIn(f.Type); o != nil {
			objects = append(objects, o)
		}
	}
	return joins(kinds) && (len(objects) < 2 || overlaps(keysOf(objects)))
}

// overlaps reports whether some key is in all sets.
func overlaps(sets []keySet) bool {
	for key := range sets[0] {
		if !slices.ContainsFunc(sets, func(s keySet) bool { return !s[key] }) {
			return true
		}
	}
	return false
}
