package suggest

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// naming gives names to the types of classes, all together: the short names go to the
// types that matter most, and no name is long while a shorter one is free.
type naming struct {
	v     *view
	k     *kinship
	taken map[string]bool // Go names that classes cannot have
	of    map[int]string  // the names that were given, by the root of the entity
}

// nameAll returns possible names for the type of each class, best first. The last ones are
// longer, in case the better ones are taken.
func (v *view) nameAll(k *kinship, classes [][]*home) [][]string {
	n := naming{v: v, k: k, taken: make(map[string]bool), of: make(map[int]string)}
	replaced := make(map[string]bool) // paths of objects that get a declared type
	for _, class := range classes {
		for _, h := range k.of[k.root(class[0])].homes {
			replaced[h.Path] = true
		}
	}
	for name := range v.taken {
		n.taken[name] = true
	}
	for name, paths := range v.holders {
		if slices.ContainsFunc(paths, func(path string) bool { return !replaced[path] }) {
			n.taken[name] = true
		}
	}
	var order []int // of the classes that need a name
	names := make([][]string, len(classes))
	for i, class := range classes {
		if e := k.of[k.root(class[0])]; e.declared != "" {
			n.of[k.root(class[0])], names[i] = e.declared, []string{e.declared}
			continue
		}
		order = append(order, i)
		names[i] = slices.DeleteFunc(v.shortNames(class), func(name string) bool { return k.means(class, name) > max(len(class), smallFrom) })
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(k.weight(classes[j]), k.weight(classes[i])) })
	wanted := v.wantedNames(replaced)
	for _, i := range order {
		n.give(classes[i], names[i], func(name string) bool { return wanted[name] <= len(k.of[k.root(classes[i][0])].parts) })
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(depth(classes[i]), depth(classes[j])) })
	for _, i := range order {
		composed := n.composed(classes[i])
		n.give(classes[i], composed, func(string) bool { return true })
		names[i] = append(append(names[i], composed...), v.longNames(classes[i])...)
		if given := n.of[k.root(classes[i][0])]; given != "" {
			names[i] = slices.Insert(names[i], 0, given)
		}
		names[i] = names[i][:min(len(names[i]), mostOptions)]
	}
	return names
}

// means returns how many entities of other kinds than a class have a home at a member of a name:
// for a word such as spec, each kind of object may have its own.
func (k *kinship) means(class []*home, name string) int {
	name = strings.ToLower(name)
	keys := k.of[k.root(class[0])].parts
	n := 0
	for _, e := range k.of {
		if e == nil || !slices.ContainsFunc(e.homes, func(h *home) bool { return h.tail == name && !h.body }) {
			continue
		}
		common := 0
		for key := range e.parts {
			if _, ok := keys[key]; ok {
				common++
			}
		}
		if !mostly(common, min(len(keys), len(e.parts))) {
			n++
		}
	}
	return n
}

// give gives a class that has no name the first one that is free and that it may have.
func (n naming) give(class []*home, names []string, may func(string) bool) {
	root := n.k.root(class[0])
	if n.of[root] != "" {
		return
	}
	for _, name := range names {
		if isName(name) && !n.taken[name] && !n.v.isRoot(name) && may(name) {
			n.taken[name], n.of[root] = true, name
			return
		}
	}
}

// weight returns how much a class matters: by its members, and by how many places it has.
func (k *kinship) weight(class []*home) float64 {
	return float64(len(k.of[k.root(class[0])].parts)) * (1 + math.Log2(float64(len(class))))
}

// depth returns the number of objects around the shallowest home of a class.
func depth(class []*home) int {
	least := math.MaxInt
	for _, h := range class {
		n := 0
		for o := h.owner; o != nil && n < least; o = o.owner {
			n++
		}
		least = min(least, n)
	}
	return least
}

// composed returns names made of that of the type that has a member, and of the member:
// those first of which the member is called so most often.
func (n naming) composed(class []*home) []string {
	count := make(map[string]int)
	for _, h := range class {
		count[n.v.tailName(h.Path)]++
	}
	class = slices.SortedFunc(slices.Values(class), func(a, b *home) int {
		s, t := n.v.tailName(a.Path), n.v.tailName(b.Path)
		return cmp.Or(cmp.Compare(saysLittle(s), saysLittle(t)), cmp.Compare(count[t], count[s]), cmp.Compare(len(n.owner(a)+s), len(n.owner(b)+t)), byPath(a, b))
	})
	var all []string
	for _, h := range class {
		if name := once(n.owner(h) + n.v.tailName(h.Path)); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// saysLittle orders names by whether they say what an object is: vague ones, and those of
// how it relates to its owner, come last.
func saysLittle(name string) int {
	if isOneOf(strings.ToLower(name), vague, particle) {
		return 1
	}
	return 0
}

// owner returns the name of the type that has a home in one of its members, that of the first
// type around it with the members between them, or that of the event that has it in its body.
func (n naming) owner(h *home) string {
	for o := h.owner; o != nil; o = o.owner {
		switch name := n.of[n.k.root(o)]; {
		case name == "":
		case o == h.owner:
			return name
		default:
			return n.v.ownerName(name + strings.TrimPrefix(h.Path, o.Path))
		}
	}
	return n.v.ownerName(h.Path)
}

// wantedNames returns the names that objects at one path get, with the number of their
// members: those of the events that they are the subjects of.
func (v *view) wantedNames(replaced map[string]bool) map[string]int {
	wanted := make(map[string]int)
	for event, of := range v.subjects() {
		if !replaced[of.Path] && !of.declared {
			wanted[event] = len(of.keys)
		}
	}
	return wanted
}

// named suggests a name for the objects at one path.
func (v *view) named(h *home, name, why string) candidate {
	return one(Suggestion{
		Kind: "type", Path: h.Path, Message: "the type can be named " + name, For: []infer.Origin{h.At},
		Change: Change{Types: []infer.TypeDecision{{Name: name, At: pathRefs(h.Path), Why: why}}},
	})
}
