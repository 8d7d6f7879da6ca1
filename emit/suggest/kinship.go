package suggest

import (
	"fmt"
	"maps"
	"slices"
)

// kinship is a division of homes into entities.
type kinship struct {
	homes  []*home
	index  map[*home]int
	up     []int     // for each home another one of its entity, or itself
	of     []*entity // by the home that stands for it
	sets   [][]string
	core   []int            // the index in sets of the keys of each home that are not rare
	shape  []int            // the index in sets of the keys of each home
	rarity map[string]int   // how many of the sets have a key
	apart  map[[2]int]doubt // homes that look alike and are not one entity, with the reason
	forms  []form           // members that are one object at one time and several at another
}

// doubt is a reason why the objects at two paths are not examples of one thing.
type doubt struct {
	why  string
	a, b *home
}

func newKinship(homes []*home) *kinship {
	k := &kinship{homes: homes, index: make(map[*home]int), apart: make(map[[2]int]doubt), rarity: make(map[string]int), forms: formsOf(homes)}
	known := make(map[string]int)
	setOf := func(all keySet) int {
		keys := slices.Sorted(maps.Keys(all))
		id := fmt.Sprintf("%q", keys)
		n, ok := known[id]
		if !ok {
			n = len(k.sets)
			known[id] = n
			k.sets = append(k.sets, keys)
		}
		return n
	}
	counted := make(map[int]bool)
	for i, h := range homes {
		n, core := setOf(h.keys), setOf(h.core)
		if !counted[n] {
			counted[n] = true
			for _, key := range k.sets[n] {
				k.rarity[key]++
			}
		}
		e := &entity{homes: []*home{h}, parts: make(map[string]joint, len(h.parts)), cores: map[int]int{core: 1}, own: h.own, word: h.word}
		if h.declared {
			e.declared = h.Name
		}
		for key, p := range h.parts {
			j := joint{part: p}
			if !p.rare {
				j.n = 1
			}
			e.parts[key] = j
		}
		k.index[h], k.up, k.of, k.shape, k.core = i, append(k.up, i), append(k.of, e), append(k.shape, n), append(k.core, core)
	}
	return k
}

// clone returns a copy that can be changed.
func (k *kinship) clone() *kinship {
	c := *k
	c.up, c.of, c.apart = slices.Clone(k.up), slices.Clone(k.of), maps.Clone(k.apart)
	for i, e := range c.of {
		if e != nil {
			d := *e
			d.homes, d.parts, d.cores = slices.Clone(e.homes), maps.Clone(e.parts), maps.Clone(e.cores)
			c.of[i] = &d
		}
	}
	return &c
}

// root returns the home that stands for the entity of a home.
func (k *kinship) root(h *home) int {
	i := k.index[h]
	for k.up[i] != i {
		k.up[i] = k.up[k.up[i]]
		i = k.up[i]
	}
	return i
}

// unify makes one entity of those of two homes, and of the objects in them below each
// member, and reports whether it did. It changes nothing where these cannot be one.
func (k *kinship) unify(a, b *home) bool {
	var plan [][2]*home
	first := [2]int{k.root(a), k.root(b)}
	if first[0] == first[1] || !k.coheres(k.of[first[0]], k.of[first[1]]) {
		return false
	}
	slices.Sort(first[:])
	if why := k.oppose(a, b, &plan, make(map[[2]int]bool), false); why != "" {
		if _, ok := k.apart[first]; !ok {
			k.apart[first] = doubt{why, a, b}
		}
		return false
	}
	for _, pair := range plan {
		k.join(k.root(pair[0]), k.root(pair[1]))
	}
	return true
}

// oppose returns why two homes cannot be of one entity, or "". It adds to the plan all
// homes that become one with them: those of the objects below the same members. sure says
// whether they are inside of two that are one thing whatever is in them.
func (k *kinship) oppose(a, b *home, plan *[][2]*home, seen map[[2]int]bool, sure bool) string {
	x, y := k.root(a), k.root(b)
	pair := [2]int{min(x, y), max(x, y)}
	if x == y || seen[pair] {
		return ""
	}
	seen[pair] = true
	d, e := k.of[x], k.of[y]
	if why := k.differ(d, e, len(*plan) > 0, sure); why != "" {
		return why
	}
	*plan = append(*plan, [2]*home{a, b})
	sure = sure || surelyOne(d, e)
	for _, key := range slices.Sorted(maps.Keys(d.parts)) {
		p, q := d.parts[key], e.parts[key]
		if p.below == nil || q.below == nil {
			continue
		}
		if why := k.oppose(p.below, q.below, plan, seen, sure); why != "" {
			return why
		}
	}
	return ""
}

// join makes one entity of two.
func (k *kinship) join(x, y int) {
	if x == y {
		return
	}
	if len(k.of[x].homes) < len(k.of[y].homes) || len(k.of[x].homes) == len(k.of[y].homes) && y < x {
		x, y = y, x
	}
	d, e := k.of[x], k.of[y]
	k.up[y], k.of[y] = x, nil
	d.homes = append(d.homes, e.homes...)
	for core, n := range e.cores {
		d.cores[core] += n
	}
	if d.declared == "" {
		d.declared = e.declared
	}
	if d.own == "" {
		d.own = e.own
	}
	if d.word != e.word {
		d.word = ""
	}
	for key, q := range e.parts {
		p, ok := d.parts[key]
		if !ok {
			d.parts[key] = q
			continue
		}
		p.n += q.n
		if p.kinds |= q.kinds; p.below == nil {
			p.below, p.form = q.below, q.form
		}
		if q.spec.Path != "" && p.spec.Path == "" {
			p.spec = q.spec
		}
		if p.enum == "" {
			p.enum = q.enum
		}
		d.parts[key] = p
	}
}
