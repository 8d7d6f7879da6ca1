package suggest

import "strings"

// alike reports whether two homes are of one entity, judging by their members: by those
// they share, and by what the names of their own members say.
func (k *kinship) alike(a, b *home) bool {
	c := a.keys.common(b.keys)
	least, most := min(len(a.keys), len(b.keys)), max(len(a.keys), len(b.keys))
	union := least + most - c
	noun := a.noun != "" && a.noun == b.noun
	if a.page != b.page || c == 0 || a.subject != "" && b.subject != "" && a.own == "" && whole([]string{a.subject, b.subject}) == "" && c < manyShared {
		return false
	}
	tell := telling(a, b)
	switch {
	case a.own != "" && a.own == b.own: // both say so
		return c >= smallFrom && 2*c >= least
	case c == most && c >= alikeFrom:
		return sameTail(a, b) || tell > 0
	case c == most && c >= smallFrom:
		return sameTail(a, b) && a.noun != "" || contentName(a.keys) != "" || tell > 0 && k.only(a, b)
	case c == least && c >= alikeFrom && (3*c >= 2*most || most-c <= fewMissing):
		return noun || tell >= smallFrom && !manyKinds([]string{a.tail, b.tail}) || contentName(a.keys) != "" && contentName(a.keys) == contentName(b.keys)
	case noun && tell >= smallFrom && c >= alikeFrom && 3*c >= 2*union:
		return true
	case noun && tell > smallFrom && c >= alikeFrom && mostly(c, least) && 2*c >= union:
		return true
	}
	return c >= manyShared && mostly(c, union)
}

// only reports whether two small homes have the same members, with enough in the objects
// inside them, and no other home has their telling ones.
func (k *kinship) only(a, b *home) bool {
	if deep(a.Struct, nil) < alikeFrom || deep(b.Struct, nil) < alikeFrom {
		return false
	}
	for key := range a.keys {
		if !recordKey(key) && k.rarity[key] > 1 {
			return false
		}
	}
	return true
}

// maybeAlike reports whether two homes may be of one entity, for a person to say.
func (k *kinship) maybeAlike(a, b *home) bool {
	c := a.keys.common(b.keys)
	least, most := min(len(a.keys), len(b.keys)), max(len(a.keys), len(b.keys))
	switch {
	case a.page != b.page:
		return false
	case c >= alikeFrom && mostly(c, least+most-c):
		return true
	}
	return c == most && c >= smallFrom && (sameTail(a, b) || besides(a.Path, b.Path) && telling(a, b) > 0)
}

// besides reports whether two paths lead to members of one object.
func besides(a, b string) bool { return before(a) == before(b) }

// before returns a path without its last segment.
func before(path string) string { return path[:strings.LastIndexByte(path, '/')+1] }

// sameTail reports whether two objects stand at members of one name that says what
// they are.
func sameTail(a, b *home) bool { return a.tail == b.tail && !vague.is(a.tail) }
