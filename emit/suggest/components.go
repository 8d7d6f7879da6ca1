package suggest

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
