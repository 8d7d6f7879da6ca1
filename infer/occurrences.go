package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Occurrences has the offsets of the values of one text, by path.
type Occurrences struct {
	at    map[string][]int
	lacks map[string][]objectAt // by home
}

// objectAt is an object with the names of its members.
type objectAt struct {
	offset int
	names  []string
}

// Shorten returns the shortest form of a path.
func (m Model) Shorten(path string) string {
	if m.pool == nil {
		return path
	}
	return m.pool.shorten(path)
}

// Evidence returns the evidence of the values at a path, as [Decided.Evidence], and the
// objects that lack it, whether or not the path has a type of its own. n is nil if no
// example has the path.
func (m Model) Evidence(written string) (n *Node, absent Fact) {
	if m.pool == nil {
		return nil, Fact{}
	}
	path := m.pool.shorten(written)
	n = m.pool.nodes[path]
	before, segment, ok := parent(path)
	if home := m.pool.aliases.home(before); n != nil && ok && segment != "*" && m.pool.objects[home] != nil {
		absent = m.pool.absent(home, SegmentName(segment))
	}
	return n, absent
}

// Occurrences returns the occurrences in a body of an event. The text must be one that
// Observe returns no problem for.
func (m Model) Occurrences(event, text string) Occurrences {
	w := occurring{pool: m.pool, Occurrences: Occurrences{make(map[string][]int), make(map[string][]objectAt)}}
	if m.pool != nil {
		r := jsontext.NewScanner(text)
		w.value(&r, EventPath(event), -1)
	}
	return w.Occurrences
}

// occurring collects Occurrences.
type occurring struct {
	pool *pool
	Occurrences
}

// value adds the value at r and its parts. outer is the offset of the string that r
// reads the JSON of, or -1.
func (w *occurring) value(r *jsontext.Scanner, path string, outer int) {
	w.at[path] = append(w.at[path], offset(r, outer))
	if r.Kind() != jsontext.KindString || !w.pool.isJSON(path) {
		w.parts(r, path, outer)
		return
	}
	outer = offset(r, outer)
	text, exact := r.String()
	if !exact {
		return
	}
	if _, err := jsontext.ParseValue(text); err == nil {
		inner := jsontext.NewScanner(text)
		w.parts(&inner, path, outer)
	}
}

func offset(r *jsontext.Scanner, outer int) int {
	if outer >= 0 {
		return outer
	}
	return r.Offset()
}

// parts adds the parts of the value at r, and skips it.
func (w *occurring) parts(r *jsontext.Scanner, path string, outer int) {
	switch r.Kind() {
	case jsontext.KindArray:
		var a jsontext.Array
		for r.Array(&a); r.Item(&a); {
			w.value(r, path+"/*", outer)
		}
	case jsontext.KindObject:
		home, isMap := w.pool.aliases.home(path), w.pool.isMap(path)
		here := objectAt{offset: offset(r, outer)}
		var o jsontext.Object
		for r.Object(&o); r.Next(&o); {
			if isMap {
				w.value(r, path+"/*", outer)
				continue
			}
			name := o.Name
			here.names = append(here.names, name)
			w.value(r, w.pool.below(home, name), outer)
		}
		if !isMap {
			w.lacks[home] = append(w.lacks[home], here)
		}
		if w.pool.covered[home] {
			w.lacks[EnvelopeRoot] = append(w.lacks[EnvelopeRoot], here)
		}
	default:
		r.Skip()
	}
}

// At returns the offsets of the values at a path, in order. For values of JSON in a
// string they are that of the string.
func (o Occurrences) At(path string) []int { return o.at[path] }

// Lacking returns the offsets of the objects of a home that lack a member.
func (o Occurrences) Lacking(home, name string) []int {
	var all []int
	for _, x := range o.lacks[home] {
		if !slices.Contains(x.names, name) {
			all = append(all, x.offset)
		}
	}
	return all
}

// Objects returns the offsets of the objects of a home.
func (o Occurrences) Objects(home string) []int {
	var all []int
	for _, x := range o.lacks[home] {
		all = append(all, x.offset)
	}
	return all
}

// Below returns the paths below a path, sorted.
func (o Occurrences) Below(path string) []string {
	var all []string
	for below := range o.at {
		if strings.HasPrefix(below, path+"/") {
			all = append(all, below)
		}
	}
	slices.Sort(all)
	return all
}
