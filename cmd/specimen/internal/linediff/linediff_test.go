package linediff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ old, new, removed, added, now string }{
		{"abc", "abc", "", "", "123"},
		{"abc", "abxc", "", "3", "124"},
		{"abc", "ac", "2", "", "122"},
		{"abc", "axc", "2", "2", "123"},
		{"abc", "ab", "3", "", "122"},
		{"abc", "", "123", "", "000"},
		{"", "ab", "", "12", ""},
		{"abcabba", "cbabac", "126", "26", "1113455"},
		{"axbxcxd", "bxcxdxe", "12", "67", "1112345"},
		{"abcd", "axyzd", "23", "234", "1225"},
	} {
		d := Of(strings.Split(c.old, "")[:len(c.old)], strings.Split(c.new, "")[:len(c.new)])
		var removed, added, now string
		for i := range len(c.old) {
			if d.Removed(i + 1) {
				removed += fmt.Sprint(i + 1)
			}
			now += fmt.Sprint(d.Now(i + 1))
		}
		for i := range len(c.new) {
			if d.Added(i + 1) {
				added += fmt.Sprint(i + 1)
			}
		}
		if removed != c.removed || added != c.added || now != c.now {
			t.Errorf("%s to %s: removed %s, added %s, now %s; want %s, %s, %s", c.old, c.new, removed, added, now, c.removed, c.added, c.now)
		}
	}
}

func TestNearest(t *testing.T) {
	d := Of([]string{"a", "b", "c", "d", "e"}, []string{"x", "a", "c", "d", "y"})
	for line, want := range [][2]int{1: {2, 1}, 2: {2, 1}, 3: {2, 5}, 4: {5, 5}, 5: {5, 5}, 9: {5, 5}} {
		if line > 0 && want[0] > 0 && (d.NearestRemoved(line) != want[0] || d.NearestAdded(line) != want[1]) {
			t.Errorf("%d: got %d and %d, want %v", line, d.NearestRemoved(line), d.NearestAdded(line), want)
		}
	}
	if d := Of(nil, nil); d.NearestAdded(3) != 0 || d.NearestRemoved(3) != 0 {
		t.Error("lines of nothing")
	}
}

// TestSame checks that what is not removed and not added is the same lines in the same
// order, and no edit is reported as more than it was.
func TestSame(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		old := make([]string, r.IntN(40))
		for i := range old {
			old[i] = string(rune('a' + r.IntN(8)))
		}
		new, edits := slices.Clone(old), r.IntN(6)
		for range edits {
			if i := r.IntN(len(new) + 1); i < len(new) && r.IntN(2) == 0 {
				new = slices.Delete(new, i, i+1)
			} else {
				new = slices.Insert(new, i, string(rune('a'+r.IntN(8))))
			}
		}
		d := Of(old, new)
		var left, right []string
		changed := 0
		for i, line := range old {
			if d.Removed(i + 1) {
				changed++
				continue
			}
			left = append(left, line)
			if at := d.Now(i + 1); new[at-1] != line || d.Added(at) {
				t.Fatalf("seed %d: line %d is now %d", seed, i+1, at)
			}
		}
		for i, line := range new {
			if d.Added(i + 1) {
				changed++
				continue
			}
			right = append(right, line)
		}
		if !slices.Equal(left, right) || changed > edits {
			t.Fatalf("seed %d: %v to %v by %d edits: %d changed, %v and %v stay", seed, old, new, edits, changed, left, right)
		}
	}
}

// TestMany checks that lists that have little in common differ as a whole, and take no
// more memory for that.
func TestMany(t *testing.T) {
	var old, new []string
	for i := range 5000 {
		old, new = append(old, fmt.Sprint("a", i)), append(new, fmt.Sprint("b", i))
	}
	old, new = append(old, "z"), append(new, "z")
	d := Of(old, new)
	if !d.Removed(1) || !d.Added(5000) || d.Removed(5001) || d.Now(5001) != 5001 || d.Now(17) != 1 {
		t.Error("not as a whole")
	}
}
