package infer

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Occurrences is where the values of one text are, by their places.
type Occurrences struct {
	at    map[string][]int
	lacks map[string][]objectAt // by home
}

// objectAt is an object with its members.
type objectAt struct {
	offset int
	names  []string
}

// Shorten returns the path of a place that a decision may have written in another
// way.
func (m Model) Shorten(path string) string {
	if m.pool == nil {
		return path
	}
	return m.pool.shorten(path)
}

// Evidence returns what the values at all paths of a place show, without what is
// below them, whether or not anything was decided for it, and the objects that lack
// it. It is nil where no example has the place.
func (m Model) Evidence(path string) (n *Node, absent Fact) {
	if m.pool == nil {
		return nil, Fact{}
	}
	place := m.pool.shorten(path)
	n = m.pool.places[place]
	before, segment, ok := parent(place)
	if home := m.pool.aliases.home(before); n != nil && ok && segment != "*" && m.pool.objects[home] != nil {
		absent = m.pool.absent(home, SegmentName(segment))
	}
	return n, absent
}

// Occurrences returns where the values of an event's payload are. The text must be
// one that Observe has no problem with.
func (m Model) Occurrences(event, text string) Occurrences {
	w := occurring{pool: m.pool, Occurrences: Occurrences{make(map[string][]int), make(map[string][]objectAt)}}
	if m.pool != nil {
		r := jsontext.NewScanner(text)
		w.value(&r, EventPath(event), -1)
	}
	return w.Occurrences
}

// occurring makes Occurrences.
type occurring struct {
	pool *pool
	Occurrences
}

// value adds the value at r and what is below it. Outer is the offset of the string
// that r reads the JSON of, or -1.
func (w *occurring) value(r *jsontext.Scanner, place string, outer int) {
	w.at[place] = append(w.at[place], offset(r, outer))
	if r.Kind() != jsontext.KindString || w.pool.fields[place].Type != "json" {
		w.parts(r, place, outer)
		return
	}
	outer = offset(r, outer)
	text, exact := r.String()
	if !exact {
		return
	}
	if _, err := jsontext.ParseValue(text); err == nil {
		inner := jsontext.NewScanner(text)
		w.parts(&inner, place, outer)
	}
}

func offset(r *jsontext.Scanner, outer int) int {
	if outer >= 0 {
		return outer
	}
	return r.Offset()
}

// parts adds what is below the value at r, and passes over it.
func (w *occurring) parts(r *jsontext.Scanner, place string, outer int) {
	switch r.Kind() {
	case jsontext.KindArray:
		var a jsontext.Array
		for r.Array(&a); r.Item(&a); {
			w.value(r, place+"/*", outer)
		}
	case jsontext.KindObject:
		home, isMap := w.pool.aliases.home(place), w.pool.isMap(place)
		here := objectAt{offset: offset(r, outer)}
		var o jsontext.Object
		for r.Object(&o); r.Next(&o); {
			if isMap {
				w.value(r, place+"/*", outer)
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

// At returns the offsets of the values at a place, in order. Those in the JSON of a
// string are at that string.
func (o Occurrences) At(place string) []int { return o.at[place] }

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

// Below returns the places below a place, sorted.
func (o Occurrences) Below(place string) []string {
	var all []string
	for path := range o.at {
		if strings.HasPrefix(path, place+"/") {
			all = append(all, path)
		}
	}
	slices.Sort(all)
	return all
}
