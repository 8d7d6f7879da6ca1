package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// agree reports whether objects can have one type, judged by their members: at every
// level, the values of each key have kinds that join, the objects there do not name
// different types, and any two of them share most members of the smaller one. Sharing
// members on the outermost level is not enough: wrappers look the same whatever they
// wrap.
//
// With anyType, different words in a member called type are different types.
func (v *view) agree(structs []*infer.Struct, anyType bool) bool {
	return agreement{v, anyType, make(map[string]bool)}.all(structs)
}

type agreement struct {
	*view
	anyType bool
	seen    map[string]bool // the sets of objects that have been compared
}

func (a agreement) all(structs []*infer.Struct) bool {
	if len(structs) < 2 || a.again(structs) {
		return true
	}
	if !a.oneKind(structs) {
		return false
	}
	kinds := make(map[string]jsontext.Kinds)
	below := make(map[string][]*infer.Struct)
	for _, s := range structs {
		for _, f := range s.Fields {
			kinds[f.Key] |= a.shownAt(f.Path).kinds
			if t := infer.StructIn(f.Type); t != nil && !slices.Contains(below[f.Key], t) {
				below[f.Key] = append(below[f.Key], t)
			}
		}
	}
	for _, k := range kinds {
		if !joins(k) {
			return false
		}
	}
	for _, parts := range below {
		if !mostlyShared(keysOf(parts)) {
			return false
		}
	}
	for _, key := range slices.Sorted(maps.Keys(below)) {
		if !a.all(below[key]) {
			return false
		}
	}
	return true
}

// again reports whether the objects have been compared before. It ends the recursion
// for types that contain themselves.
func (a agreement) again(structs []*infer.Struct) bool {
	var paths []string
	for _, s := range structs {
		paths = append(paths, s.Path)
	}
	slices.Sort(paths)
	id := strings.Join(paths, "\x00")
	before := a.seen[id]
	a.seen[id] = true
	return before
}

// oneKind reports whether the objects do not name different types, in a member with
// the role ownType, or in a member called type that repeats the name of the object's
// event. The bodies of reaction_added and reaction_removed are both reactions.
func (a agreement) oneKind(structs []*infer.Struct) bool {
	kind := ""
	var events []string
	for _, s := range structs {
		own, word := a.kindName(s, ownType), a.typeWord(s)
		if a.anyType {
			own = cmp.Or(own, word)
		}
		if own != "" && kind != "" && own != kind {
			return false
		}
		kind = cmp.Or(kind, own)
		if root, _, _ := strings.Cut(s.Path, "/"); word != "" && root == infer.EventPath(word) {
			events = append(events, word)
		}
	}
	return len(events) < 2 || whole(events) != ""
}

// typeWord returns, as a Go name, the only word that the objects have in their member
// type, or "".
func (v *view) typeWord(s *infer.Struct) string {
	f := fieldOf(s, "type")
	if f == nil {
		return ""
	}
	said := v.shownAt(f.Path)
	if len(said.strings) != 1 || said.more || !isWord(said.strings[0]) {
		return ""
	}
	return names.GoName(said.strings[0])
}

// mostlyShared reports whether any two of the sets share most keys of the smaller
// one.
func mostlyShared(sets []keySet) bool {
	for i, a := range sets {
		for _, b := range sets[:i] {
			if n := min(len(a), len(b)); !mostly(a.common(b), n) {
				return false
			}
		}
	}
	return true
}

// alike reports whether members of several events can be one member: their values
// have one kind, or are numbers and strings, and objects mostly have the same members
// at every level. Different values of type count as different types.
func (v *view) alike(fields []*infer.Field) bool {
	var kinds jsontext.Kinds
	var objects []*infer.Struct
	for _, f := range fields {
		kinds |= v.shownAt(f.Path).kinds
		if s := infer.StructIn(f.Type); s != nil {
			objects = append(objects, s)
		}
	}
	return joins(kinds) && covers(keysOf(objects)) && v.agree(objects, true)
}

// covers reports whether each set has most keys of all sets.
func covers(sets []keySet) bool {
	union := make(keySet)
	for _, s := range sets {
		for key := range s {
			union[key] = true
		}
	}
	for _, s := range sets {
		if !mostly(len(s), len(union)) {
			return false
		}
	}
	return true
}
