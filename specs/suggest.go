package specs

import "slices"

// nearest returns the candidate that got was most likely meant to be, or "". The
// first of several equally near ones wins.
func nearest(got string, candidates []string) string {
	best, least := "", 1+min(3, len(got)/2)
	for _, c := range candidates {
		if d := distance(got, c); d < least {
			best, least = c, d
		}
	}
	return best
}

// Nearest returns a hint that asks whether another word was meant, or "" when
// none of the candidates is near.
func Nearest(got string, candidates []string) string {
	if best := nearest(got, candidates); best != "" {
		return "did you mean " + quote(best) + "?"
	}
	return ""
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour to make b of a. Words of very different length are not compared.
func distance(a, b string) int {
	if abs(len(a)-len(b)) > 3 {
		return len(a) + len(b)
	}
	before, last, row := []int{}, make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, slices.Clone(last)
	}
	return last[len(b)]
}

func abs(n int) int { return max(n, -n) }
