package suggest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer"
)

// types finds objects at several paths that are examples of one thing, and so have one
// type. Those that only share most members are weak.
func types(v *view) []candidate {
	k := v.kin()
	strong := k.classes()
	all := v.shareAll(k, strong, false)
	known := make(map[string]bool)
	for _, class := range strong {
		known[classID(class)] = true
	}
	k = k.clone()
	k.unite(k.maybeAlike)
	weak := slices.DeleteFunc(k.classes(), func(class []*home) bool { return known[classID(class)] })
	return append(all, v.shareAll(k, weak, true)...)
}

// kin returns the entities of all homes.
func (v *view) kin() *kinship {
	if v.kinship == nil {
		for _, s := range v.subjects() {
			s.deepest = true
		}
		v.kinship = newKinship(slices.Concat(v.homes(), v.bodies()))
		v.kinship.unite(v.kinship.alike)
	}
	return v.kinship
}

func classID(class []*home) string {
	return fmt.Sprint(len(class), class[0].Path, class[len(class)-1].Path)
}

// unlike explains why objects that look alike have different types.
func (v *view) unlike() []Suggestion {
	if len(v.in.Kinds) > 0 && !slices.Contains(v.in.Kinds, "type") || len(v.in.At) > 0 {
		return nil
	}
	k := v.kin()
	var all []Suggestion
	told := make(map[int]bool)
	for _, d := range slices.SortedFunc(maps.Values(k.apart), func(d, e doubt) int {
		return cmp.Or(byPath(d.a, e.a), byPath(d.b, e.b))
	}) {
		a, b := k.root(d.a), k.root(d.b)
		if a == b || told[a] || d.why == twoDeclared || v.declines("type", d.a.Path) {
			continue
		}
		told[a] = true
		all = append(all, Suggestion{
			Kind: "type", Weak: true, Path: d.a.Path, For: []infer.Origin{d.a.At}, Against: []infer.Origin{d.b.At},
			Message: fmt.Sprintf("the objects here and at %s look alike, but are not one type: %s", d.b.Path, d.why),
		})
	}
	return all
}

// shareAll suggests a type for each class.
func (v *view) shareAll(k *kinship, classes [][]*home, weak bool) []candidate {
	var all []candidate
	for i, names := range v.nameAll(k, classes) {
		c := v.share(classes[i], names, weak)
		for _, h := range k.of[k.root(classes[i][0])].homes {
			c.covers = append(c.covers, h.Path)
		}
		all = append(all, c)
	}
	return all
}

// share suggests one type for the homes of a class.
func (v *view) share(class []*home, names []string, weak bool) candidate {
	s := Suggestion{Kind: "type", Weak: weak}
	var at []string
	declared := false
	has := make(map[string]int)
	for _, h := range class {
		for key := range h.keys {
			has[key]++
		}
		s.For = append(s.For, h.At)
		if h.declared {
			declared = true
		} else {
			at = append(at, h.Path)
		}
	}
	s.Path = at[0]
	shared := 0
	for _, n := range has {
		if n == len(class) {
			shared++
		}
	}
	why := "the same " + count(shared, "member")
	s.Message = fmt.Sprintf("the objects at %d paths have the same %s", len(class), count(shared, "member"))
	if shared < len(has) {
		why = fmt.Sprintf("%d of %d members are the same", shared, len(has))
		s.Message = fmt.Sprintf("the objects at %d paths share %d of %d members", len(class), shared, len(has))
		s.Against = differences(class, has)
	}
	c := candidate{Suggestion: s}
	if declared {
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

// differences returns the positions of members that not all homes have, of which has
// counts the homes.
func differences(class []*home, has map[string]int) []infer.Origin {
	var all []infer.Origin
	for _, h := range class {
		for _, f := range h.Fields {
			if has[f.Key] < len(class) {
				all = append(all, f.At)
				break
			}
		}
	}
	slices.SortFunc(all, infer.Origin.Compare)
	return slices.Compact(all)
}
