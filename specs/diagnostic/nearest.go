package diagnostic

import (
	"slices"
	"strings"
)

// Nearest returns a hint that asks for the candidate that got is a misspelling
// of, or "" if there is none. Of several equally near ones, it is the first.
func Nearest(got string, candidates []string) string {
	if best := Closest(got, candidates); best != "" {
		return "did you mean " + Quote(best) + "?"
	}
	return ""
}

// Closest returns the candidate that got is most likely a misspelling of, or "".
func Closest(got string, candidates []string) string {
	best, least := "", 0
	for _, c := range candidates {
		if n, ok := Typos(got, c); ok && (best == "" || n < least) {
			best, least = c, n
		}
	}
	return best
}

// Typos returns the number of typing errors that make got of want, letter case
// aside: letters inserted, left out, replaced, or swapped with their neighbor. It
// reports false if there are too many for got to be a misspelling of want.
//
// Too many is more than one in three letters, or more than three: words of four
// or five letters that differ in two are mostly two words, such as "note" and
// "rate". One is allowed in a shorter word, except in one of a single letter.
func Typos(got, want string) (n int, ok bool) {
	got, want = strings.ToLower(got), strings.ToLower(want)
	most := min(3, max(1, max(len(got), len(want))/3))
	if len(got)-len(want) > most || len(want)-len(got) > most {
		return 0, false
	}
	n = distance(got, want)
	return n, n <= most && n < min(len(got), len(want))
}

// distance returns the least number of insertions, deletions, replacements and
// swaps of neighbors that make b of a, in bytes.
func distance(a, b string) int {
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
