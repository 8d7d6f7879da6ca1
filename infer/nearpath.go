package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/specs/diagnostic"
)

// The costs of edits that turn one path into another. Usual mistakes cost least: an
// index instead of *, a * too many or too few, the name of an event instead of its
// type, capitals.
const (
	costCase    = 1
	costIndex   = 2
	costEvent   = 2
	costElement = 3 // to add or remove *
	costLetter  = 5
	costLevel   = 6  // to add another segment
	costOther   = 40 // to remove or replace one
	// mostCost is the cost of two wrong letters, or of two missing levels.
	mostCost = 12
)

// nearer finds the paths that wrong paths may stand for.
type nearer struct {
	paths [][]string        // the right paths, by segment
	costs map[[2]string]int // of replacing a segment by another
	// shorten returns the shortest form of a path. It can be nil.
	shorten func(string) string
}

// newNearer returns a nearer for the right paths.
func newNearer(paths []string) *nearer {
	n := &nearer{costs: make(map[[2]string]int)}
	for _, p := range slices.Sorted(slices.Values(paths)) {
		n.paths = append(n.paths, strings.Split(p, "/"))
	}
	return n
}

// nearest returns the one or two paths that cost least to get to. It returns none if
// all cost too much, or if more than two cost the same. If the start of the path is
// wrong, and leads to a declared type, it corrects that first, and then looks within
// the type.
func (n *nearer) nearest(path string) []string {
	found := n.straight(path)
	for i := strings.LastIndexByte(path, '/'); len(found) == 0 && i > 0 && n.shorten != nil; i = strings.LastIndexByte(path[:i], '/') {
		for _, way := range n.straight(path[:i]) {
			whole := way + path[i:]
			switch short := n.shorten(whole); {
			case short == whole:
			case slices.ContainsFunc(n.paths, func(p []string) bool { return strings.Join(p, "/") == short }):
				found = append(found, short)
			default:
				found = append(found, n.straight(short)...)
			}
		}
		slices.Sort(found)
		found = slices.Compact(found)
		if len(found) > 2 {
			return nil
		}
	}
	return found
}

// straight is nearest without shortening.
func (n *nearer) straight(path string) []string {
	wrong := strings.Split(path, "/")
	least, found := mostCost+1, []string(nil)
	for _, p := range n.paths {
		if len(p) > len(wrong)+2 || len(p) < len(wrong)-2 || len(wrong) == 1 && len(p) > 1 {
			continue
		}
		cost := n.path(wrong, p, least)
		switch joined := strings.Join(p, "/"); {
		case cost > least || cost > mostCost || strings.HasPrefix(path+"/", joined+"/"):
		case cost < least:
			least, found = cost, []string{joined}
		default:
			found = append(found, joined)
		}
	}
	slices.Sort(found)
	if len(found) > 2 {
		return nil
	}
	return found
}

// path returns the cost of turning path a into b, or more than most.
func (n *nearer) path(a, b []string, most int) int {
	row := make([]int, len(b)+1)
	for j := 1; j <= len(b); j++ {
		row[j] = row[j-1] + alone(b[j-1], costLevel)
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] += alone(a[i-1], costOther)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			instead := diagonal + n.segment(a[i-1], b[j-1], i == 1 && j == 1)
			diagonal = row[j]
			row[j] = min(instead, row[j]+alone(a[i-1], costOther), row[j-1]+alone(b[j-1], costLevel))
			least = min(least, row[j])
		}
		if least > most {
			return least
		}
	}
	return row[len(b)]
}

// alone returns the cost of adding or removing a segment.
func alone(s string, cost int) int {
	if s == "*" {
		return costElement
	}
	return cost
}

// segment returns the cost of replacing a segment. first says that the segments are
// types.
func (n *nearer) segment(a, b string, first bool) int {
	switch {
	case a == b:
		return 0
	case first && EventPath(a) == b:
		return costEvent
	case isIndex(a) && (b == "*" || isIndex(b)), a == "*" && isIndex(b):
		return costIndex
	case a == "*" || b == "*":
		return costOther
	case strings.EqualFold(a, b):
		return costCase
	}
	key := [2]string{a, b}
	cost, ok := n.costs[key]
	if !ok {
		cost = costOther
		if n, ok := diagnostic.Typos(a, b); ok {
			cost = costLetter * n
		}
		n.costs[key] = cost
	}
	return cost
}

func isIndex(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// Nearest returns the one or two paths of the model that a wrong path may stand for, or
// none.
func (m Model) Nearest(path string) []string {
	if m.pool == nil {
		return nil
	}
	return m.pool.nearer().nearest(m.pool.shorten(path))
}

// nearer finds paths of the pool.
func (p *pool) nearer() *nearer {
	var all []string
	for path := range p.nodes {
		all = append(all, path)
	}
	n := newNearer(all)
	n.shorten = p.shorten
	return n
}
