package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// home is the objects of one place, or of one type that the spec declares.
type home struct {
	*infer.Struct
	keys     keySet
	tail     string // its name at its place, in lower case, of one element of a list
	declared bool
}

// homes returns the homes of all objects but whole payloads, by path.
func (v *view) homes() []home {
	var all []home
	for _, s := range v.structs() {
		declared := s.Name != ""
		if !declared && !strings.Contains(s.Path, "/") {
			continue
		}
		all = append(all, home{s, keysOf([]*infer.Struct{s})[0], strings.ToLower(v.tailName(s.Path)), declared})
	}
	return all
}

// alike is how many members objects have at least to be alike by them (R15).
const alikeFrom = 4

// types finds objects at several places that are of one type (R15): those with
// the same members, and those at members of one name where one only has some
// more. Weaker are those that overlap by three quarters.
func types(v *view) []candidate {
	all := v.homes()
	strong := v.classes(all, func(a, b home) bool {
		return sameKeys(a, b) || sameDeep(a, b) || sameTail(a, b) && within(a, b) || large(a, b) || links(all, a, b)
	})
	weak := v.classes(all, func(a, b home) bool {
		n := a.keys.common(b.keys)
		return n >= alikeFrom && 4*n >= 3*(len(a.keys)+len(b.keys)-n) || sameSmall(a, b)
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

// sameKeys reports whether two objects have the same members, and enough of
// them. Members that any object may have do not make two of a kind, unless both
// have one name.
func sameKeys(a, b home) bool {
	if len(a.keys) < alikeFrom || len(a.keys) != len(b.keys) || a.keys.common(b.keys) != len(a.keys) {
		return false
	}
	return sameTail(a, b) || telling(a.keys)
}

// sameDeep is sameKeys for objects of less members at places of one name, which
// have enough with those of the objects in them.
func sameDeep(a, b home) bool {
	return sameSmall(a, b) && sameTail(a, b) && min(deep(a.Struct, nil), deep(b.Struct, nil)) >= alikeFrom
}

// deep counts the members of an object and of the objects in it.
func deep(s *infer.Struct, above []*infer.Struct) int {
	if slices.Contains(above, s) {
		return 0
	}
	n := len(s.Fields)
	for _, f := range s.Fields {
		if t := structIn(f.Type); t != nil {
			n += deep(t, append(slices.Clip(above), s))
		}
	}
	return n
}

// sameSmall reports whether two objects of less members are alike: at members of
// one name, or beside each other in one object.
func sameSmall(a, b home) bool {
	return (sameTail(a, b) || besides(a.Path, b.Path) && telling(a.keys)) &&
		len(a.keys) >= 2 && len(a.keys) == len(b.keys) && a.keys.common(b.keys) == len(a.keys)
}

func besides(a, b string) bool {
	return a[:strings.LastIndexByte(a, '/')+1] == b[:strings.LastIndexByte(b, '/')+1]
}

// telling reports whether some of the members say what the object is.
func telling(keys keySet) bool {
	for key := range keys {
		if !recordKey(key) {
			return true
		}
	}
	return false
}

// within reports whether the members of one object are among those of the
// other, and at least three quarters of them.
func within(a, b home) bool {
	n := a.keys.common(b.keys)
	return n >= alikeFrom && n == min(len(a.keys), len(b.keys)) && 4*n >= 3*max(len(a.keys), len(b.keys))
}

// enough is how many common members two objects never have by chance.
const enough = 16

// large reports whether two objects have that many members in common, and three
// quarters of all they have.
func large(a, b home) bool {
	n := a.keys.common(b.keys)
	return n >= enough && 4*n >= 3*(len(a.keys)+len(b.keys)-n)
}

// links reports whether two objects have the same members and stand beside each
// other among four or more such, as links often do.
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
	return n >= 4 && alike(a, b)
}

// sameTail reports whether two objects stand at members of one name, and one
// that says what they are.
func sameTail(a, b home) bool { return a.tail == b.tail && !isOneOf(a.tail, vague) }

// classes returns the classes of homes that an edge connects and one type can
// hold: each has three quarters of all members, and the kinds of values join.
// A class that no type can hold is taken apart.
func (v *view) classes(all []home, edge func(a, b home) bool) [][]home {
	var out [][]home
	for _, class := range components(len(all), func(i, j int) bool { return edge(all[i], all[j]) }) {
		out = append(out, v.apart(pick(all, class), edge)...)
	}
	return out
}

// apart takes a class apart until one type can hold each part: where its weakest
// edges were, all that are equally weak at once, so that no order decides. Where
// all members are the same, the kinds of their values decide.
func (v *view) apart(class []home, edge func(a, b home) bool) [][]home {
	if len(class) < 2 {
		return nil
	}
	if v.fits(class) {
		return [][]home{class}
	}
	least := 1.0
	for i, a := range class {
		for _, b := range class[:i] {
			if edge(a, b) {
				least = min(least, overlap(a, b))
			}
		}
	}
	stronger := func(a, b home) bool { return edge(a, b) && overlap(a, b) > least }
	if least == 1 {
		stronger = func(a, b home) bool { return edge(a, b) && v.signature(a) == v.signature(b) }
	}
	var out [][]home
	for _, part := range components(len(class), func(i, j int) bool { return stronger(class[i], class[j]) }) {
		if len(part) < len(class) {
			out = append(out, v.apart(pick(class, part), stronger)...)
		}
	}
	return out
}

// overlap is how many of all the members of two objects both have.
func overlap(a, b home) float64 {
	n := a.keys.common(b.keys)
	return float64(n) / float64(len(a.keys)+len(b.keys)-n)
}

func pick(all []home, which []int) []home {
	var out []home
	for _, i := range which {
		out = append(out, all[i])
	}
	return out
}

// fits reports whether homes can be one type. Two types that the spec declares
// cannot: it says that they are different.
func (v *view) fits(homes []home) bool {
	declared := 0
	var structs []*infer.Struct
	kinds := make(map[string]payload.Kinds)
	for _, h := range homes {
		structs = append(structs, h.Struct)
		if h.declared {
			declared++
		}
		for _, f := range h.Fields {
			kinds[f.Key] |= v.shownAt(f.Path).kinds
		}
	}
	for _, k := range kinds {
		if !joins(k) {
			return false
		}
	}
	return declared < 2 && declared < len(homes) && covers(keysOf(structs)) && v.agree(structs)
}

// agree reports whether objects do not name different types, and whether what
// they hold under one key agrees as well: lists of different things look alike
// from outside.
func (v *view) agree(structs []*infer.Struct) bool {
	kind := ""
	below := make(map[string][]*infer.Struct)
	for _, s := range structs {
		own := v.kindName(s, kindKeys)
		if own != "" && kind != "" && own != kind {
			return false
		}
		kind = either(kind, own)
		for _, f := range s.Fields {
			if t := structIn(f.Type); t != nil && !slices.Contains(below[f.Key], t) {
				below[f.Key] = append(below[f.Key], t)
			}
		}
	}
	for _, parts := range below {
		sets := keysOf(parts)
		for i, a := range sets {
			for _, b := range sets[:i] {
				if n := min(len(a), len(b)); n > 1 && 4*a.common(b) < 3*n {
					return false
				}
			}
		}
	}
	return true
}

// signature is the kinds of a home's members.
func (v *view) signature(h home) string {
	fields := slices.Clone(h.Fields)
	slices.SortFunc(fields, func(a, b *infer.Field) int { return strings.Compare(a.Key, b.Key) })
	var b strings.Builder
	for _, f := range fields {
		fmt.Fprintln(&b, v.shownAt(f.Path).kinds)
	}
	return b.String()
}

// outermost returns the classes none of whose places is below one of another
// class: those move with it, and are looked at again from there. There is always
// one, if need be the one with the shortest path.
func outermost(classes [][]home) [][]home {
	var out [][]home
	for i, inner := range classes {
		if !slices.ContainsFunc(inner, func(h home) bool {
			return slices.ContainsFunc(slices.Concat(slices.Delete(slices.Clone(classes), i, i+1)...), func(outer home) bool {
				return !outer.declared && strings.HasPrefix(h.Path, outer.Path+"/")
			})
		}) {
			out = append(out, inner)
		}
	}
	if len(out) == 0 && len(classes) > 0 {
		out = append(out, slices.MinFunc(classes, func(a, b []home) int {
			return cmp.Or(cmp.Compare(strings.Count(a[0].Path, "/"), strings.Count(b[0].Path, "/")), cmp.Compare(a[0].Path, b[0].Path))
		}))
	}
	return out
}

func sameHomes(a, b []home) bool {
	return slices.EqualFunc(a, b, func(g, h home) bool { return g.Path == h.Path })
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
	s.Message = fmt.Sprintf("the objects in %d places have the same %s", len(class), count(shared, "member"))
	if shared < most {
		why = fmt.Sprintf("%d of %d members are the same", shared, most)
		s.Message = fmt.Sprintf("the objects in %d places have %d of %d members in common", len(class), shared, most)
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
		c.options = append(c.options, Change{Types: []infer.TypeDecision{{Name: name, At: places(at...), Why: why}}})
	}
	return c
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// differences returns where members are seen that not all homes have.
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
