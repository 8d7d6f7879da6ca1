package suggest

import (
	"fmt"
	"maps"
	"slices"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// An entity is a thing of which the objects at some paths are examples, so that one type
// is for all of them.
type entity struct {
	homes    []*home
	parts    map[string]joint // by key
	cores    map[int]int      // how many homes have a set of keys that are not rare
	declared string           // the type that the spec declares for some of the homes, or ""
	own      string           // the type that the objects name themselves, or ""
	word     string           // the only text of their member type, if it says what they are
}

// joint is what the values of a member show, over all homes of an entity.
type joint struct {
	part
	n int // how many homes have it in most of their objects
}

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
}

// doubt is a reason why the objects at two paths are not examples of one thing.
type doubt struct {
	why  string
	a, b *home
}

func newKinship(homes []*home) *kinship {
	k := &kinship{homes: homes, index: make(map[*home]int), apart: make(map[[2]int]doubt), rarity: make(map[string]int)}
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
	if why := k.oppose(a, b, &plan, make(map[[2]int]bool)); why != "" {
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
// homes that become one with them: those of the objects below the same members.
func (k *kinship) oppose(a, b *home, plan *[][2]*home, seen map[[2]int]bool) string {
	x, y := k.root(a), k.root(b)
	pair := [2]int{min(x, y), max(x, y)}
	if x == y || seen[pair] {
		return ""
	}
	seen[pair] = true
	d, e := k.of[x], k.of[y]
	if why := k.differ(d, e, len(*plan) > 0); why != "" {
		return why
	}
	*plan = append(*plan, [2]*home{a, b})
	for _, key := range slices.Sorted(maps.Keys(d.parts)) {
		p, q := d.parts[key], e.parts[key]
		if p.below == nil || q.below == nil {
			continue
		}
		if why := k.oppose(p.below, q.below, plan, seen); why != "" {
			return why
		}
	}
	return ""
}

// twoDeclared is the reason why types that the spec declares are not one.
const twoDeclared = "the spec declares two types for them"

// differ returns why two entities cannot be one, judging by their own members, or "".
// below says whether they are inside of two that may be one.
func (k *kinship) differ(d, e *entity, below bool) string {
	if d.declared != "" && e.declared != "" {
		return twoDeclared
	}
	if d.own != "" && e.own != "" && d.own != e.own {
		return "they name different types: " + d.own + " and " + e.own
	}
	common := 0
	var apart, mixed reason
	var mixes int // of numbers and texts
	held := false // whether both hold objects
	for key, p := range d.parts {
		q, ok := e.parts[key]
		if !ok {
			continue
		}
		common++
		held = held || p.below != nil && q.below != nil
		if why := p.differ(q.part); why != "" {
			apart.keep(key, why)
		}
		if kinds := p.kinds | q.kinds; kinds&(kinds-1) != 0 && kinds != p.kinds && kinds != q.kinds {
			mixes++
			mixed.keep(key, fmt.Sprintf("%s is %s and %s is %s", p.path, kindsText(p.kinds), q.path, kindsText(q.kinds)))
		}
	}
	least := min(len(d.parts), len(e.parts))
	switch {
	case apart.why != "":
		return apart.why
	case 4*mixes > common:
		return mixed.why
	case d.word != "" && e.word != "" && d.word != e.word && common < manyShared && whole([]string{d.word, e.word}) == "":
		return "their type is " + d.word + " and " + e.word
	case d.homes[0].page && e.homes[0].page && !held:
		return "no example shows that the two arrays hold the same"
	case below && (!mostly(common, least) || least >= smallFrom && !k.coheres(d, e)):
		return fmt.Sprintf("%s and %s share %d of %d members", d.homes[0].Path, e.homes[0].Path, common, least)
	}
	return ""
}

// reason is why two entities are not one, by the member with the first key.
type reason struct{ key, why string }

func (r *reason) keep(key, why string) {
	if r.why == "" || key < r.key {
		*r = reason{key, why}
	}
}

// differ returns why the values of two members cannot have one type, or "".
func (p part) differ(q part) string {
	switch {
	case !joins(p.kinds | q.kinds):
		return fmt.Sprintf("%s is %s and %s is %s", p.path, kindsText(p.kinds), q.path, kindsText(q.kinds))
	case p.below != nil && q.below != nil && p.form != q.form:
		return fmt.Sprintf("%s and %s hold objects in different ways", p.path, q.path)
	case differ(p.spec.Type, q.spec.Type), differ(p.spec.Name, q.spec.Name), differ(p.enum, q.enum),
		p.enum != "" && q.spec.Type != "", q.enum != "" && p.spec.Type != "",
		p.spec.Required && q.spec.Optional, q.spec.Required && p.spec.Optional:
		return fmt.Sprintf("the spec decides about %s and %s in different ways", p.path, q.path)
	}
	return ""
}

func kindsText(kinds jsontext.Kinds) string {
	text := ""
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		if kinds.Has(k) {
			if text != "" {
				text += " or "
			}
			text += infer.FoundKind(k).String()
		}
	}
	return text
}

// coheres reports whether two entities remain a whole as one: each home has most of its
// members in common with most of the others.
func (k *kinship) coheres(d, e *entity) bool {
	n := len(d.homes) + len(e.homes)
	core := make(keySet)
	for key, p := range d.parts {
		if 3*(p.n+e.parts[key].n) >= 2*n {
			core[key] = true
		}
	}
	for key, p := range e.parts {
		if 3*(p.n+d.parts[key].n) >= 2*n {
			core[key] = true
		}
	}
	for _, all := range []*entity{d, e} {
		for own := range all.cores {
			in := 0
			for _, key := range k.sets[own] {
				if core[key] {
					in++
				}
			}
			if 2*in < len(k.sets[own]) || 3*in < 2*len(core) && len(core)-in > fewMissing {
				return false
			}
		}
	}
	return true
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
