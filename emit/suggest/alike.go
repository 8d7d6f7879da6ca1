package suggest

import "strings"

// alike reports whether two homes are of one entity, judging by their members: by those
// they share, and by what the names of their own members say.
func (k *kinship) alike(a, b *home) bool {
	c := a.keys.common(b.keys)
	if a.page != b.page || c == 0 || a.subject != "" && b.subject != "" && a.own == "" && whole([]string{a.subject, b.subject}) == "" && c < manyShared {
		return false
	}
	least, most := min(len(a.keys), len(b.keys)), max(len(a.keys), len(b.keys))
	switch {
	case a.own != "" && a.own == b.own: // both say so
		return c >= smallFrom && 2*c >= least
	case c == most:
		return k.equal(a, b)
	case c == least:
		return k.within(a, b)
	}
	return k.overlap(a, b)
}

// equal is alike for two homes with the same members.
func (k *kinship) equal(a, b *home) bool {
	switch c := len(a.keys); {
	case c >= alikeFrom:
		return sameTail(a, b) || telling(a, b) > 0
	case c >= smallFrom:
		return sameTail(a, b) && a.noun != "" || contentName(a.keys) != "" || telling(a, b) > 0 && k.only(a, b) ||
			c >= fewMissing && a.noun != "" && a.noun == b.noun && (a.noun == a.tail || b.noun == b.tail)
	}
	for key := range a.keys {
		return reference.is(key)
	}
	return false
}

// within is alike for two homes of which one has all members of the other.
func (k *kinship) within(a, b *home) bool {
	if len(a.keys) > len(b.keys) {
		a, b = b, a
	}
	c, noun := len(a.keys), a.noun != "" && a.noun == b.noun
	missing := len(b.core) - a.keys.common(b.core)
	switch {
	case 3*missing > len(b.core) && missing > fewMissing:
		return false
	case c >= alikeFrom && (noun || telling(a, b) >= smallFrom && !refers(a.keys) && !manyKinds([]string{a.tail, b.tail})):
		return true
	}
	return c >= alikeFrom && contentName(a.keys) != "" && contentName(a.keys) == contentName(b.keys) || c >= fewMissing && noun && a.tail == b.tail
}

// overlap is alike for two homes of which each has members that the other lacks.
func (k *kinship) overlap(a, b *home) bool {
	c := a.keys.common(b.keys)
	union := len(a.keys) + len(b.keys) - c
	if a.noun != "" && a.noun == b.noun && c >= alikeFrom {
		switch tell := telling(a, b); {
		case tell >= smallFrom && 3*c >= 2*union:
			return true
		case tell > smallFrom && mostly(a.core.common(b.core), min(len(a.core), len(b.core))) && 2*c >= min(len(a.keys), len(b.keys)):
			return true
		}
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
