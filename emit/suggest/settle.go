package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// settle returns decisions with the shortest paths of what was suggested, each once, and
// the Refs of what is left of that. The lines of the spec stay as they are.
func settle(e infer.Evidence, d infer.Decisions) (infer.Decisions, map[infer.Ref]bool) {
	short := memo(d.Shortener(e))
	left := make(map[infer.Ref]bool)
	for _, m := range d.Envelope {
		left[m.Ref] = true
	}
	at := func(old []infer.PathRef) []infer.PathRef {
		has := make(map[string]bool)
		for _, p := range old {
			if !suggested(p.Ref) {
				has[short(p.Path)] = true
			}
		}
		var all []infer.PathRef
		for _, p := range old {
			if suggested(p.Ref) {
				if p.Path = short(p.Path); has[p.Path] {
					continue
				}
				has[p.Path] = true
			}
			left[p.Ref] = true
			all = append(all, p)
		}
		return all
	}
	d.Types, d.Enums = slices.Clone(d.Types), slices.Clone(d.Enums)
	for i, t := range d.Types {
		d.Types[i].At = at(t.At)
		if suggested(t.Ref) {
			slices.SortFunc(d.Types[i].At, func(a, b infer.PathRef) int { return strings.Compare(a.Path, b.Path) })
		}
	}
	for i, e := range d.Enums {
		d.Enums[i].At = at(e.At)
	}
	d.Fields = settleFields(d.Fields, short, left)
	return d, left
}

// settleFields is settle for decisions on fields. A suggestion for a path that has a line
// in the spec becomes a part of that, unless the two differ.
func settleFields(old []infer.FieldDecision, short func(string) string, left map[infer.Ref]bool) []infer.FieldDecision {
	first := make(map[string]int)
	var all []infer.FieldDecision
	for _, f := range old {
		if !suggested(f.Ref) {
			first[short(f.Path)] = len(all)
			all = append(all, f)
		}
	}
	for _, f := range old {
		if !suggested(f.Ref) {
			continue
		}
		f.Path = short(f.Path)
		i, ok := first[f.Path]
		switch {
		case !ok:
			first[f.Path] = len(all)
			all = append(all, f)
		case differ(all[i].Type, f.Type) || differ(all[i].Name, f.Name):
			all = append(all, f) // which infer.Decide reports
		case !addParts(&all[i], f):
			continue
		}
		left[f.Ref] = true
	}
	return all
}

// differ reports whether two parts of decisions say different things.
func differ(a, b string) bool { return a != "" && b != "" && a != b }
