package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// alike reports whether two homes are of one entity, judging by their members: by those
// they share, and by what the names of their own members say.
func (k *kinship) alike(a, b *home) bool {
	c := a.keys.common(b.keys)
	if a.page != b.page || c == 0 || a.body && b.body && c < manyShared || a.subject != "" && b.subject != "" && a.own == "" && whole([]string{a.subject, b.subject}) == "" && c < manyShared {
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
	case samePlace(a, b) && (a.noun != "" || c >= fewMissing && telling(a, b) >= smallFrom):
		return true
	case c >= smallFrom && (isMailbox(a.keys) || hasSides(a, b) || sameWord(a, b)):
		return true
	case c >= smallFrom:
		return sameTail(a, b) && a.noun != "" || contentName(a.keys) != "" || telling(a, b) > 0 && k.only(a, b) ||
			c >= fewMissing && a.noun != "" && a.noun == b.noun && (a.noun == a.tail || b.noun == b.tail)
	}
	for key := range a.keys {
		return reference.is(key) || formerly.is(key) && a.isChanged() && b.isChanged()
	}
	return false
}

// samePlace reports whether objects stand at the same path in the bodies of two events, around
// what these are about, and not in objects of two kinds.
func samePlace(a, b *home) bool {
	root, path, _ := strings.Cut(a.Path, "/")
	other, same, _ := strings.Cut(b.Path, "/")
	if _, ok := infer.EventOf(root); !ok || root == other || path != same || !strings.Contains(path, "/") {
		return false
	}
	for ; a != nil && b != nil; a, b = a.owner, b.owner {
		if a.deepest || b.deepest || a.own != b.own {
			return false
		}
	}
	return true
}

// sameWord reports whether objects in one object are called by one word, each with others
// in front of it: a source commit and a target commit.
func sameWord(a, b *home) bool {
	return a.owner != nil && a.owner == b.owner && a.last == b.last && !particle.is(a.last) && telling(a, b) > 0
}

// hasSides reports whether objects with the same members beside each other are two of a kind,
// such as a source and a destination: their members say what they are, and one is an object too.
func hasSides(a, b *home) bool {
	if !besides(a.Path, b.Path) || len(a.keys) < fewMissing || telling(a, b) < smallFrom {
		return false
	}
	for _, p := range a.parts {
		if p.below != nil && p.form == "" {
			return true
		}
	}
	return false
}

// isMailbox reports whether objects have a name and an address of mail, as those of people in
// any capacity do.
func isMailbox(keys keySet) bool { return keys["name"] && keys["email"] }

// isChanged reports whether a home is a member of an object whose members say what was changed.
func (h *home) isChanged() bool { return h.owner != nil && changeSet.ends(h.owner.tail) }

// within is alike for two homes of which one has all members of the other.
func (k *kinship) within(a, b *home) bool {
	if len(a.keys) > len(b.keys) {
		a, b = b, a
	}
	c, noun := len(a.keys), a.noun != "" && a.noun == b.noun
	missing := len(b.core) - a.keys.common(b.core)
	switch {
	case a.body != b.body && noun && a.tail == b.tail && c > alikeFrom && 2*c >= len(b.keys):
		return true // the body is the whole of what the member shows in part
	case 3*missing > len(b.core) && missing > fewMissing:
		return false
	case c >= alikeFrom && (noun || k.wasBefore(a, b) || telling(a, b) >= smallFrom && !refers(a.keys) && !manyKinds([]string{a.tail, b.tail}) && !listsBeside(a, b)):
		return true
	}
	return c >= alikeFrom && contentName(a.keys) != "" && contentName(a.keys) == contentName(b.keys) || c >= fewMissing && noun && a.tail == b.tail
}

// listsBeside reports whether objects are the elements of two lists in one object, which would
// be one list, or have a word in common, if the elements were of one kind.
func listsBeside(a, b *home) bool {
	list, isList := strings.CutSuffix(a.Path, "/*")
	other, isOther := strings.CutSuffix(b.Path, "/*")
	return isList && isOther && besides(list, other) && a.last != b.last && !being.is(a.last) && !being.is(b.last)
}

// wasBefore reports whether objects are what others of an entity, in the same object, were
// before: an old_value.
func (k *kinship) wasBefore(a, b *home) bool {
	return !a.declared && !a.body && formerly.begins(memberOf(a.Path)) &&
		slices.ContainsFunc(k.of[k.root(b)].homes, func(h *home) bool { return !h.declared && !h.body && besides(a.Path, h.Path) })
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
	case a.page != b.page || a.body && b.body:
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
