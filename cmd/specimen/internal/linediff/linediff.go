// Package linediff finds the lines of a text that changed.
package linediff

// Diff is the difference between two lists of lines. Lines are counted from 1.
type Diff struct {
	removed, added []bool
	moved          []int // by old line: the new line that it is, or that stands where it was
	last           int   // the last new line
}

// Of compares two lists of lines.
func Of(old, new []string) Diff {
	d := Diff{removed: make([]bool, len(old)+1), added: make([]bool, len(new)+1), moved: make([]int, len(old)+1), last: len(new)}
	for i := range d.removed {
		d.removed[i] = true
	}
	for i := range d.added {
		d.added[i] = true
	}
	head := 0
	for head < len(old) && head < len(new) && old[head] == new[head] {
		d.same(head, head)
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(new)-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
		d.same(len(old)-tail, len(new)-tail)
	}
	d.middle(old[head:len(old)-tail], new[head:len(new)-tail], head)
	next := len(new) + 1
	for i := len(old); i > 0; i-- {
		if d.removed[i] {
			d.moved[i] = next
		}
		next = d.moved[i]
	}
	// Where lines replace others, the removed ones come first.
	for i := 1; i <= len(old); i++ {
		if at := d.moved[i]; d.removed[i] {
			for at > 1 && d.added[at-1] {
				at--
			}
			d.moved[i] = at
		}
	}
	return d
}

// same records that a line, counted from 0, is the same in both.
func (d *Diff) same(old, new int) {
	d.removed[old+1], d.added[new+1], d.moved[old+1] = false, false, new+1
}

// Removed reports whether an old line was removed or changed.
func (d Diff) Removed(line int) bool { return line > 0 && line < len(d.removed) && d.removed[line] }

// Added reports whether a new line was added or changed.
func (d Diff) Added(line int) bool { return line > 0 && line < len(d.added) && d.added[line] }

// NearestRemoved returns the removed or changed old line nearest to an old line, or 0.
func (d Diff) NearestRemoved(line int) int { return nearest(d.removed, line) }

// NearestAdded returns the added or changed new line nearest to a new line, or 0.
func (d Diff) NearestAdded(line int) int { return nearest(d.added, line) }

func nearest(marked []bool, line int) int {
	for far := range len(marked) + line {
		if i := line + far; i > 0 && i < len(marked) && marked[i] {
			return i
		}
		if i := line - far; i > 0 && i < len(marked) && marked[i] {
			return i
		}
	}
	return 0
}

// Now returns the new line that an old one is. For a removed line, it is the first of
// the lines that replace it, or else the next line, or the last one.
func (d Diff) Now(line int) int {
	if line < 1 || line >= len(d.moved) {
		return d.last
	}
	return min(d.moved[line], d.last)
}

// maxEdits limits the search for the smallest difference, whose memory grows with the
// square of the difference. Beyond that, all lines count as changed.
const maxEdits = 1000

// middle finds the unchanged lines between two texts that differ at both ends (Myers,
// An O(ND) Difference Algorithm, 1986); from is the number of lines before the texts.
func (d *Diff) middle(old, new []string, from int) {
	var trace [][]int // for each number of edits, the furthest old line by diagonal
	reach := []int{0, 0, 0}
	for edits := 0; edits <= min(len(old)+len(new), maxEdits); edits++ {
		trace = append(trace, reach)
		next := make([]int, 2*edits+5)
		for k := -edits; k <= edits; k += 2 {
			x := step(reach, edits, k)
			for x < len(old) && x-k < len(new) && old[x] == new[x-k] {
				x++
			}
			next[k+edits+2] = x
			if x >= len(old) && x-k >= len(new) {
				d.back(trace, len(old), len(new), from)
				return
			}
		}
		reach = next
	}
}

// step returns the old line that one more edit reaches on diagonal k, before the equal
// lines there.
func step(reach []int, edits, k int) int {
	if edits == 0 {
		return 0
	}
	at := k + edits // of diagonal k-1 in reach
	if k == -edits || k != edits && reach[at] < reach[at+2] {
		return reach[at+2] // a line was added
	}
	return reach[at] + 1 // a line was removed
}

// back follows the trace from the end and records the equal lines.
func (d *Diff) back(trace [][]int, x, y, from int) {
	for edits := len(trace) - 1; edits >= 0; edits-- {
		k := x - y
		begin := step(trace[edits], edits, k)
		for x > begin {
			x, y = x-1, y-1
			d.same(from+x, from+y)
		}
		if edits == 0 {
			return
		}
		at := k + edits
		if k == -edits || k != edits && trace[edits][at] < trace[edits][at+2] {
			y--
		} else {
			x--
		}
	}
}
