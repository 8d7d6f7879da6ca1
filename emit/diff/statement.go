package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// statement is one thing that the decisions of a spec say.
type statement struct {
	what   string   // the whole of it, to tell it from others
	places []string // that it is about
	only   bool     // it says nothing of what is below them
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
			add(e.Ref+infer.Ref("/values/"+strconv.Itoa(i)), true, []string{e.Name}, "value", e.Name, v)
		}
	}
	for _, m := range s.Decisions.Envelope {
		add(m.Ref, false, []string{infer.EnvelopeRoot, infer.EnvelopeRoot + "/" + infer.Segment(m.Name)}, "envelope", m.Name)
	}
	return all
}

// farthest is farther than any decision can be from a place that it has to do with.
const farthest = 1 << 20

// farBelow is how far a decision on a place counts from one above it, which is less
// likely to be changed by it than one below it.
const farBelow = 1 << 10

// decided returns the statements about places that are so far away, from the
// nearest on.
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

// distance returns how far a statement is from the nearest of some paths, -1 where
// it has nothing to do with them.
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

// fact is something that examples show at a place, and that types depend on.
type fact struct {
	what     string
	presence bool // it is about null or absence
	lacks    bool // where is an object that lacks the place
	where    infer.Where
}

// facts returns what examples show at the first of some paths that there is.
func (h *half) facts(paths []string) []fact {
	for _, path := range paths {
		if n, absent := h.Model.Evidence(path); n != nil {
			return factsOf(n, absent)
		}
		if s := h.Model.StructAt(path); s != nil {
			return []fact{{what: "object", where: where(s.At)}}
		}
	}
	return nil
}

func factsOf(n *infer.Node, absent infer.Fact) []fact {
	var all []fact
	add := func(what string, f infer.Fact, presence bool) {
		if f.Seen() {
			all = append(all, fact{what, presence, what == "absent", where(f.At)})
		}
	}
	for k := jsontext.KindBoolean; k <= jsontext.KindObject; k++ {
		add(k.String(), n.Kinds[k], false)
	}
	add("fraction", n.Facts[infer.FactFraction], false)
	add("wide", n.Facts[infer.FactWide], false)
	add("no timestamp", n.Facts[infer.FactNotTimestamp], false)
	add("null", n.Kinds[jsontext.KindNull], true)
	add("elided", n.Facts[infer.FactElided], true)
	add("absent", absent, true)
	return all
}

func where(at infer.Origin) infer.Where {
	return infer.Where{Example: at.Example, Offset: at.Offset}
}
