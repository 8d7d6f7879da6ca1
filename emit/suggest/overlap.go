package suggest

import "github.com/specimen-go/specimen/infer"

// keySet is the set of an object's keys.
type keySet map[string]bool

func keysOf(structs []*infer.Struct) []keySet {
	var all []keySet
	for _, s := range structs {
		keys := make(keySet)
		for _, f := range s.Fields {
			keys[f.Key] = true
		}
		all = append(all, keys)
	}
	return all
}

// common returns how many keys are in both sets.
func (k keySet) common(l keySet) int {
	n := 0
	for key := range k {
		if l[key] {
			n++
		}
	}
	return n
}

// covers reports whether each set has most keys of all sets.
func covers(sets []keySet) bool {
	union := make(keySet)
	for _, s := range sets {
		for key := range s {
			union[key] = true
		}
	}
	for _, s := range sets {
		if !mostly(len(s), len(union)) {
			return false
		}
	}
	return true
}

// components returns the connected components of the graph with the nodes 0 to n-1.
// Each is sorted, and they are in the order of their first nodes.
func components(n int, edge func(i, j int) bool) [][]int {
	class := make([]int, n)
	for i := range class {
		class[i] = i
	}
	find := func(i int) int {
		for class[i] != i {
			i = class[i]
		}
		return i
	}
	for j := range n {
		for i := range j {
			if a, b := find(i), find(j); a != b && edge(i, j) {
				class[max(a, b)] = min(a, b)
			}
		}
	}
	members := make(map[int][]int)
	var roots []int
	for i := range n {
		r := find(i)
		if r == i {
			roots = append(roots, i)
		}
		members[r] = append(members[r], i)
	}
	var all [][]int
	for _, r := range roots {
		all = append(all, members[r])
	}
	return all
}
