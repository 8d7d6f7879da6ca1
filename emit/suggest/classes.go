package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// classes returns the classes of homes that edges connect and one type can hold. A
// connected class that one type cannot hold is divided.
func (v *view) classes(all []home, edge func(a, b home) bool) [][]home {
	var out [][]home
	for _, class := range components(len(all), func(i, j int) bool { return edge(all[i], all[j]) }) {
		out = append(out, v.apart(pick(all, class), edge)...)
	}
	return out
}

// apart divides a class until one type can hold each part. It removes the weakest
// edges, all equally weak ones together, so that the order of the homes does not
// matter. Where all members are the same, it divides by the kinds of their values.
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

// overlap returns the share of common members in all members of two objects.
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

// fits reports whether homes can have one type. Two types that the spec declares
// cannot: the spec says that they differ.
func (v *view) fits(homes []home) bool {
	declared := 0
	var structs []*infer.Struct
	for _, h := range homes {
		structs = append(structs, h.Struct)
		if h.declared {
			declared++
		}
	}
	return declared < 2 && declared < len(homes) && covers(keysOf(structs)) && v.agree(structs, false)
}

// signature returns the kinds of a home's members as a text.
func (v *view) signature(h home) string {
	fields := slices.Clone(h.Fields)
	slices.SortFunc(fields, func(a, b *infer.Field) int { return strings.Compare(a.Key, b.Key) })
	var b strings.Builder
	for _, f := range fields {
		fmt.Fprintln(&b, v.shownAt(f.Path).kinds)
	}
	return b.String()
}

// outermost returns the classes that have no path inside an object of another class.
// The paths of the others change when the outer class gets a type, and are examined
// again. If every class has one, it returns the class with the shortest path.
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
