package infer

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// miss is a decision for a path that no example has.
type miss struct {
	ref  Ref
	path string
	gap  string // the shortest part of the path that no example has
	typ  string // the declared type, or "" for another decision
}

// missed records a decision for a path that no example has.
func (w *decider) missed(ref Ref, path, typ string) {
	m := miss{ref: ref, path: path, typ: typ}
	for i := 0; i <= len(path) && m.gap == ""; i++ {
		if i == len(path) || path[i] == '/' {
			if at := path[:i]; w.pool.nodes[at] == nil && w.pool.objects[at] == nil {
				m.gap = at
			}
		}
	}
	w.misses = append(w.misses, m)
}

// group is misses with one cause.
type group struct {
	first miss
	all   []miss
	hint  string
}

// reportMisses adds one problem for each cause of misses. If no example has a path any
// more, all decisions for paths below it miss too; if a declared type has no path, so
// do the decisions for its members. Misses due to a declared type for a path without
// objects are reported with that.
func (w *decider) reportMisses() {
	groups, below := w.groupMisses()
	for name, all := range below {
		p := &w.problems[w.misplaced[name]]
		p.Cause = withOthers{p.Cause, len(all)}
		slices.SortFunc(all, compareMisses)
		for _, m := range all {
			p.Also = append(p.Also, Where{Ref: m.ref})
		}
	}
	w.hintMisses(groups)
	for _, g := range together(groups) {
		w.reportMiss(g)
	}
}

// groupMisses returns the misses by the gap of their cause, and those due to a declared
// type for a path without objects by its name.
func (w *decider) groupMisses() (groups map[string]*group, below map[string][]miss) {
	owners := make(map[string]miss) // the declared types without objects, by name
	for _, m := range w.misses {
		if _, ok := owners[m.typ]; m.typ != "" && !ok && w.pool.objects[m.typ] == nil {
			owners[m.typ] = m
		}
	}
	groups, below = make(map[string]*group), make(map[string][]miss)
	for _, m := range w.misses {
		first := cause(m, owners)
		if w.belowUnknown(first.path) {
			continue // examples may have it once the type is corrected
		}
		if _, ok := w.misplaced[first.gap]; ok && w.pool.objects[first.gap] == nil {
			below[first.gap] = append(below[first.gap], m)
			continue
		}
		g := groups[first.gap]
		if g == nil {
			g = &group{first: first}
			groups[first.gap] = g
		}
		if compareMisses(first, g.first) < 0 {
			g.first = first
		}
		g.all = append(g.all, m)
	}
	return groups, below
}

// hintMisses gives each group the near paths as a hint: those near to its path if all of
// its decisions have one path, or else to its gap.
func (w *decider) hintMisses(groups map[string]*group) {
	near := w.pool.nearer()
	for _, name := range slices.Sorted(maps.Keys(w.types)) {
		if w.pool.objects[name] != nil {
			near.paths = append(near.paths, []string{name})
		}
	}
	for _, g := range groups {
		wrong := g.first.gap
		if !slices.ContainsFunc(g.all, func(m miss) bool { return m.path != g.first.path }) {
			wrong = g.first.path
		}
		g.hint = didYouMean(near.nearest(wrong))
	}
}

// belowUnknown reports whether a path is below one with a decision for an unknown type.
func (w *decider) belowUnknown(path string) bool {
	for before, _, ok := parent(path); ok; before, _, ok = parent(before) {
		if w.unknown[before] {
			return true
		}
	}
	return false
}

// cause returns the miss that a miss is a consequence of: if its path starts at a
// declared type without a path, that of the type, and so on. Of types within each other
// it is the first one.
func cause(m miss, owners map[string]miss) miss {
	way := []miss{m}
	for {
		owner, ok := owners[way[len(way)-1].gap]
		if !ok {
			return way[len(way)-1]
		}
		if slices.ContainsFunc(way, func(m miss) bool { return m.ref == owner.ref }) {
			return slices.MinFunc(way, compareMisses)
		}
		way = append(way, owner)
	}
}

// together joins the groups without a near path by what is above their gaps: these are
// mostly members of one example that is gone.
func together(groups map[string]*group) []*group {
	byHome := make(map[string]*group)
	var all []*group
	for gap, g := range groups {
		home, _, ok := parent(gap)
		if !ok || g.hint != "" {
			all = append(all, g)
			continue
		}
		if other := byHome[home]; other != nil {
			if compareMisses(g.first, other.first) < 0 {
				other.first = g.first
			}
			other.all = append(other.all, g.all...)
			continue
		}
		byHome[home] = g
		all = append(all, g)
	}
	return all
}

// compareMisses orders declared types first, because these cause more misses than
// fields do, and then by line.
func compareMisses(a, b miss) int {
	return cmp.Or(-cmp.Compare(min(len(a.typ), 1), min(len(b.typ), 1)), cmp.Compare(a.ref, b.ref))
}

// reportMiss adds the problem of a group.
func (w *decider) reportMiss(g *group) {
	slices.SortFunc(g.all, compareMisses)
	p := Problem{Where: Where{Ref: g.first.ref}, Path: g.first.path}
	for _, m := range g.all {
		if m.ref != g.first.ref {
			p.Also = append(p.Also, Where{Ref: m.ref})
		}
	}
	unknown := noPath{near: g.hint}
	if first := firstSegment(g.first.path); first == g.first.path || first == g.first.gap {
		unknown.root = first
	}
	p.Cause = withOthers{unknown, len(p.Also)}
	w.problems = append(w.problems, p)
}

// firstSegment returns the first segment of a path.
func firstSegment(path string) string {
	first, _, _ := strings.Cut(path, "/")
	return first
}
