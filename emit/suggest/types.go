package suggest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// home is the objects at one path, or all objects of a type that the spec declares.
type home struct {
	*infer.Struct
	keys     keySet
	tail     string // the name of its member, or of one element of a list, in lower case
	declared bool
}

// homes returns the homes of all objects except whole payloads, by path.
func (v *view) homes() []home {
	var all []home
	for s := range v.model.AllStructs() {
		declared := s.Name != ""
		if !declared && !strings.Contains(s.Path, "/") {
			continue
		}
		all = append(all, home{s, keysOf([]*infer.Struct{s})[0], strings.ToLower(v.tailWith(s.Path, names.Singular)), declared})
	}
	return all
}

// types finds objects at several paths that have one type: those with the same
// members, and those at members of one name of which one has a few more. Those that
// only share most members are weak.
func types(v *view) []candidate {
	all := v.homes()
	strong := v.classes(all, func(a, b home) bool {
		return sameKeys(a, b) || sameDeep(a, b) || sameTail(a, b) && within(a, b) || large(a, b) || links(all, a, b)
	})
	weak := v.classes(all, func(a, b home) bool {
		n := a.keys.common(b.keys)
		return n >= alikeFrom && mostly(n, len(a.keys)+len(b.keys)-n) || sameSmall(a, b)
	})
	weak = slices.DeleteFunc(weak, func(class []home) bool {
		return slices.ContainsFunc(strong, func(c []home) bool { return sameHomes(c, class) })
	})
	return append(v.shareAll(strong, false), v.shareAll(weak, true)...)
}

// shareAll suggests a type for each of the outermost classes that can have one.
func (v *view) shareAll(classes [][]home, weak bool) []candidate {
	classes = slices.DeleteFunc(classes, func(class []home) bool { return v.refused[v.share(class, weak).key()] })
	var out []candidate
	for _, class := range outermost(classes) {
		out = append(out, v.share(class, weak))
	}
	return out
}

// share suggests one type for the homes of a class.
func (v *view) share(class []home, weak bool) candidate {
	s := Suggestion{Kind: "type", Weak: weak}
	var at []string
	var sets []keySet
	name := ""
	for _, h := range class {
		sets = append(sets, h.keys)
		s.For = append(s.For, h.At)
		if h.declared {
			name = h.Name
		} else {
			at = append(at, h.Path)
		}
	}
	s.Path = at[0]
	shared, most := 0, 0
	for key := range sets[0] {
		if !slices.ContainsFunc(sets, func(k keySet) bool { return !k[key] }) {
			shared++
		}
	}
	for _, k := range sets {
		most = max(most, len(k))
	}
	why := "the same " + count(shared, "member")
	s.Message = fmt.Sprintf("the objects at %d paths have the same %s", len(class), count(shared, "member"))
	if shared < most {
		why = fmt.Sprintf("%d of %d members are the same", shared, most)
		s.Message = fmt.Sprintf("the objects at %d paths share %d of %d members", len(class), shared, most)
		s.Against = v.differences(class, shared)
	}
	c := candidate{Suggestion: s}
	names := []string{name}
	if name == "" {
		names = v.typeNames(class)
	} else {
		why = "" // the type has one
	}
	for _, name := range names {
		c.options = append(c.options, Change{Types: []infer.TypeDecision{{Name: name, At: pathRefs(at...), Why: why}}})
	}
	return c
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// differences returns the positions of members that not all homes have.
func (v *view) differences(class []home, shared int) []infer.Origin {
	var all []infer.Origin
	for _, h := range class {
		for _, f := range h.Fields {
			if slices.ContainsFunc(class, func(g home) bool { return !g.keys[f.Key] }) {
				all = append(all, f.At)
				break
			}
		}
	}
	slices.SortFunc(all, infer.Origin.Compare)
	return slices.Compact(all)
}
