package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// sameKeys reports whether two objects have the same members, and enough of them.
// Members that any object may have do not count, unless both objects stand at members
// of one name.
func sameKeys(a, b home) bool {
	if len(a.keys) < alikeFrom || len(a.keys) != len(b.keys) || a.keys.common(b.keys) != len(a.keys) {
		return false
	}
	return sameTail(a, b) || telling(a.keys)
}

// sameDeep is sameKeys for small objects at members of one name that have enough
// members together with the objects inside them.
func sameDeep(a, b home) bool {
	return sameSmall(a, b) && sameTail(a, b) && min(deep(a.Struct, nil), deep(b.Struct, nil)) >= alikeFrom
}

// deep returns the number of members of an object and of the objects inside it.
func deep(s *infer.Struct, above []*infer.Struct) int {
	if slices.Contains(above, s) {
		return 0
	}
	n := len(s.Fields)
	for _, f := range s.Fields {
		if t := infer.StructIn(f.Type); t != nil {
			n += deep(t, append(slices.Clip(above), s))
		}
	}
	return n
}

// sameSmall reports whether two small objects have the same members and stand at
// members of one name, or beside each other in one object.
func sameSmall(a, b home) bool {
	return (sameTail(a, b) || besides(a.Path, b.Path) && telling(a.keys)) &&
		len(a.keys) >= smallFrom && len(a.keys) == len(b.keys) && a.keys.common(b.keys) == len(a.keys)
}

// besides reports whether two paths lead to members of one object.
func besides(a, b string) bool {
	return a[:strings.LastIndexByte(a, '/')+1] == b[:strings.LastIndexByte(b, '/')+1]
}

// telling reports whether some of the keys are not ones that any object may have.
func telling(keys keySet) bool {
	for key := range keys {
		if !recordKey(key) {
			return true
		}
	}
	return false
}

// within reports whether the members of one object are most members of the other.
func within(a, b home) bool {
	n := a.keys.common(b.keys)
	return n >= alikeFrom && n == min(len(a.keys), len(b.keys)) && mostly(n, max(len(a.keys), len(b.keys)))
}

// large reports whether two objects share very many members, and most of all they
// have.
func large(a, b home) bool {
	n := a.keys.common(b.keys)
	return n >= manyShared && mostly(n, len(a.keys)+len(b.keys)-n)
}

// links reports whether two objects have the same members and stand beside each other
// in a set of such objects, as links often do.
func links(all []home, a, b home) bool {
	alike := func(a, b home) bool {
		return besides(a.Path, b.Path) && len(a.keys) > 0 && len(a.keys) == len(b.keys) && a.keys.common(b.keys) == len(a.keys)
	}
	n := 0
	for _, h := range all {
		if alike(a, h) {
			n++
		}
	}
	return n >= linksFrom && alike(a, b)
}

// sameTail reports whether two objects stand at members of one name that says what
// they are.
func sameTail(a, b home) bool { return a.tail == b.tail && !vague.is(a.tail) }
