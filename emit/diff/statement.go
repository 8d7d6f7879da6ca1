package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// statement is one thing that a decision says.
type statement struct {
	what   string   // its text; equal statements say the same
	places []string // the paths that it is about
	only   bool     // it is about these paths, and not about what is below
	ref    infer.Ref
}

func statements(s Side) []statement {
	var all []statement
	add := func(ref infer.Ref, only bool, places []string, what ...string) {
		all = append(all, statement{strings.Join(what, "\n"), places, only, ref})
	}
	for _, f := range s.Decisions.Fields {
		place := []string{s.Model.Shorten(f.Path)}
		if f.Type != "" {
			add(f.Ref+"/type", false, place, "type", f.Path, f.Type)
		}
		if f.Name != "" {
			add(f.Ref+"/name", true, place, "name", f.Path, f.Name)
		}
		if f.Required {
			add(f.Ref+"/required", true, place, "required", f.Path)
		}
		if f.Type == "" && f.Name == "" && !f.Required {
			add(f.Ref, false, place, "path", f.Path) // that of an element says that there are elements
		}
	}
	for _, t := range s.Decisions.Types {
		for _, p := range t.At {
			add(p.Ref, false, []string{s.Model.Shorten(p.Path), t.Name}, "at", t.Name, p.Path)
		}
	}
	for _, e := range s.Decisions.Enums {
		for _, p := range e.At {
			add(p.Ref, false, []string{s.Model.Shorten(p.Path), e.Name}, "at", e.Name, p.Path)
		}
		for i, v := range e.Values {
			add(e.Ref+infer.Ref("/values/"+strconv.Itoa(i)), true, []string{e.Name}, "value", e.Name, v.Text)
		}
		add(e.Ref+"/values", true, []string{e.Name}, "base", e.Name, e.Base().String())
	}
	for _, m := range s.Decisions.Envelope {
		add(m.Ref, false, []string{infer.EnvelopeRoot, infer.EnvelopeRoot + "/" + infer.Segment(m.Name)}, "envelope", m.Name)
	}
	return all
}

// farthest is more than the distance of any decision that is about a path.
const farthest = 1 << 20

// farBelow is added to the distance of a decision about something below a path. Such a
// decision is a less likely cause than one about something above.
const farBelow = 1 << 10

// decided returns the statements with a distance from some paths between two bounds,
// the nearest first.
func (h *half) decided(paths []string, from, to int) []Cause {
	type near struct {
		far int
		statement
	}
	var found []near
	for _, s := range h.statements {
		if far := s.distance(paths); far >= from && far <= to {
			found = append(found, near{far, s})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.far, b.far) })
	var all []Cause
	for _, n := range found {
		all = append(all, Cause{Where: at(n.ref), Old: h.old})
	}
	return all
}

// distance returns how far a statement is from the nearest of some paths, or -1 if it
// is not about any of them.
func (s statement) distance(paths []string) int {
	least := -1
	for _, place := range s.places {
		for _, path := range paths {
			far := -1
			switch {
			case place == path:
				far = 0
			case s.only:
			case strings.HasPrefix(path, place+"/"):
				far = strings.Count(path[len(place):], "/")
			case strings.HasPrefix(place, path+"/"):
				far = farBelow + strings.Count(place[len(path):], "/")
			}
			if far >= 0 && (least < 0 || far < least) {
				least = far
			}
		}
	}
	return least
}
