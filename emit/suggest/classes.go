package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// unite unites the homes that edges connect. It compares those that have something in
// common: all members, a rare one, the name of their own member, or the type that they
// name. So its time does not grow with the square of the number of homes.
func (k *kinship) unite(edge func(a, b *home) bool) {
	k.uniteForms()
	k.uniteEqual(edge)
	k.uniteSiblings()
	pairs := k.pairs()
	for range mostRounds {
		changed := false
		for _, p := range pairs {
			if k.root(p.a) != k.root(p.b) && edge(p.a, p.b) && k.unify(p.a, p.b) {
				changed = true
			}
		}
		if !changed {
			return
		}
	}
}

// uniteForms unites the objects of a member with those in its arrays, where it is an object at
// one time and an array at another: one of them, or several.
func (k *kinship) uniteForms() {
	for _, f := range k.forms {
		k.unify(f.one, f.many)
	}
}

// form is the objects of a member that is one object at one time and several at another.
type form struct{ one, many *home }

// formsOf returns the members that are one object or several.
func formsOf(homes []*home) []form {
	at := make(map[string]*home, len(homes))
	for _, h := range homes {
		if !h.declared {
			at[h.Path] = h
		}
	}
	var all []form
	for _, one := range homes {
		if many := at[one.Path+"/*"]; many != nil && oneOrMany(one, many) {
			all = append(all, form{one, many})
		}
	}
	return all
}

// oneOrMany reports whether objects and the elements of arrays at the same member are examples
// of one thing: most members of the one are members of the other.
func oneOrMany(one, many *home) bool {
	c := one.keys.common(many.keys)
	return c > 0 && mostly(c, min(len(one.keys), len(many.keys)))
}

// uniteEqual unites homes with the same members.
func (k *kinship) uniteEqual(edge func(a, b *home) bool) {
	same := make([][]*home, len(k.sets))
	for i, h := range k.homes {
		same[k.shape[i]] = append(same[k.shape[i]], h)
	}
	for _, homes := range same {
		// One of each entity and tail is enough to compare others with.
		var found []*home
		for _, h := range homes {
			fits := func(g *home) bool {
				return k.root(g) == k.root(h) && g.tail == h.tail || edge(g, h) && (k.root(g) == k.root(h) || k.unify(g, h))
			}
			slices.SortStableFunc(found, func(a, b *home) int { return cmp.Compare(unlike(a, h), unlike(b, h)) })
			i := slices.IndexFunc(found, fits)
			if (i < 0 || found[i].tail != h.tail) && len(found) < mostCompared {
				found = append(found, h)
			}
		}
	}
}

// unlike orders homes by whether they stand at members of the same name as another one.
func unlike(a, h *home) int {
	if a.tail == h.tail {
		return 0
	}
	return 1
}

// uniteSiblings unites many objects with the same members beside each other, such as
// links, however few members they have.
func (k *kinship) uniteSiblings() {
	type set struct {
		above string
		shape int
	}
	beside := make(map[set][]*home)
	var order []set
	for i, h := range k.homes {
		if h.declared || h.body || len(h.keys) == 0 {
			continue
		}
		s := set{before(h.Path), k.shape[i]}
		if beside[s] == nil {
			order = append(order, s)
		}
		beside[s] = append(beside[s], h)
	}
	found := make(map[int][]*home) // by the set of members
	for _, s := range order {
		if len(beside[s]) < linksFrom {
			continue
		}
		for _, h := range beside[s] {
			if !slices.ContainsFunc(found[s.shape], func(g *home) bool { return k.root(g) == k.root(h) || k.unify(g, h) }) && len(found[s.shape]) < mostCompared {
				found[s.shape] = append(found[s.shape], h)
			}
		}
	}
}

// pair is two homes with different members that may be of one entity.
type pair struct {
	a, b  *home
	share float64 // of the members that both have in all members
}

// pairs returns the homes to compare, those first that share most of their members.
func (k *kinship) pairs() []pair {
	seen := make(map[[2]int]bool)
	var all []pair
	for _, homes := range k.groups() {
		slices.SortStableFunc(homes, func(a, b *home) int { return cmp.Compare(len(b.keys), len(a.keys)) })
		for j, b := range homes {
			for _, a := range homes[:min(j, mostCompared)] {
				i := [2]int{min(k.index[a], k.index[b]), max(k.index[a], k.index[b])}
				if seen[i] {
					continue
				}
				seen[i] = true
				c := a.keys.common(b.keys)
				all = append(all, pair{k.homes[i[0]], k.homes[i[1]], float64(c) / float64(len(a.keys)+len(b.keys)-c)})
			}
		}
	}
	slices.SortStableFunc(all, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.share, p.share), cmp.Compare(p.a.Path, q.a.Path), cmp.Compare(p.b.Path, q.b.Path))
	})
	return all
}

// groups returns the homes that have something in common, for each thing that some have:
// the name of their own member, the type that they name, or a rare key. One home for each
// set of members and tail stands for all of them.
func (k *kinship) groups() [][]*home {
	type kind struct {
		shape int
		tail  string
	}
	first := make(map[kind]bool)
	shapes := make(map[int]bool)
	groups := make(map[string][]*home) // by what they have in common
	add := func(common string, h *home) { groups[common] = append(groups[common], h) }
	for i, h := range k.homes {
		if s := (kind{k.shape[i], h.tail}); first[s] || len(h.keys) == 0 {
			continue
		} else {
			first[s] = true
		}
		if h.noun != "" {
			add("noun "+h.noun, h)
		}
		if h.own != "" {
			add("own "+h.own, h)
		}
		if shapes[k.shape[i]] {
			continue
		}
		shapes[k.shape[i]] = true
		for key := range h.keys {
			if !recordKey(key) && k.rarity[key] <= mostCompared {
				add("key "+key, h)
			}
		}
	}
	all := make([][]*home, 0, len(groups))
	for _, common := range slices.Sorted(maps.Keys(groups)) {
		all = append(all, groups[common])
	}
	return all
}

// classes returns the homes of each entity that has several places, one without a
// declared type at least, by path: one home for each place.
func (k *kinship) classes() [][]*home {
	var all [][]*home
	for _, e := range k.of {
		if e == nil || len(e.homes) < 2 {
			continue
		}
		if class := k.places(e); len(class) > 1 {
			all = append(all, class)
		}
	}
	slices.SortFunc(all, func(a, b []*home) int { return byPath(a[0], b[0]) })
	return all
}

// places returns one home of each place of an entity. Members of one name in objects of
// one entity become one place when that has a type.
func (k *kinship) places(e *entity) []*home {
	type place struct {
		owner int
		below string
	}
	seen := make(map[place]bool)
	var all []*home
	for _, h := range slices.SortedFunc(slices.Values(e.homes), byPath) {
		if h.owner != nil {
			p := place{k.root(h.owner), strings.TrimPrefix(h.Path, h.owner.Path)}
			if seen[p] {
				continue
			}
			seen[p] = true
		}
		all = append(all, h)
	}
	return all
}

func byPath(a, b *home) int { return cmp.Compare(a.Path, b.Path) }
