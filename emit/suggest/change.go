package suggest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Change is a set of decisions to add to those of a spec.
type Change struct {
	Envelope []infer.EnvelopeMember // for a spec without an envelope
	Types    []infer.TypeDecision   // new types, or more paths for existing ones
	Fields   []infer.FieldDecision  // new decisions, or more parts of existing ones
	Enums    []infer.EnumDecision   // new enums, or more paths for existing ones
	Topics   []TopicName
	Events   []EventName // replace events of topics; Apply ignores them
	Why      string      // the reason for the envelope
}

// conflicts reports whether a type or an enum that the change declares is declared
// already. A change that adds paths to an existing one has no reason.
func (c Change) conflicts(d infer.Decisions) bool {
	return slices.ContainsFunc(c.Types, func(t infer.TypeDecision) bool {
		return t.Why != "" && slices.ContainsFunc(d.Types, func(u infer.TypeDecision) bool { return u.Name == t.Name })
	}) || slices.ContainsFunc(c.Enums, func(e infer.EnumDecision) bool {
		return e.Why != "" && slices.ContainsFunc(d.Enums, func(u infer.EnumDecision) bool { return u.Name == e.Name })
	})
}

// Apply returns the decisions with the change. It does not modify d.
func (c Change) Apply(d infer.Decisions) infer.Decisions {
	d.Envelope = append(slices.Clip(d.Envelope), c.Envelope...)
	d.Types, d.Fields, d.Enums = slices.Clone(d.Types), slices.Clone(d.Fields), slices.Clone(d.Enums)
	for _, t := range c.Types {
		if i := slices.IndexFunc(d.Types, func(u infer.TypeDecision) bool { return u.Name == t.Name }); i >= 0 {
			d.Types[i].At = append(slices.Clip(d.Types[i].At), t.At...)
		} else {
			d.Types = append(d.Types, t)
		}
	}
	for _, f := range c.Fields {
		if i := slices.IndexFunc(d.Fields, func(g infer.FieldDecision) bool { return g.Path == f.Path }); i >= 0 {
			g := &d.Fields[i]
			g.Type, g.Name, g.About = cmp.Or(g.Type, f.Type), cmp.Or(g.Name, f.Name), cmp.Or(g.About, f.About)
			g.Required = g.Required || f.Required
		} else {
			d.Fields = append(d.Fields, f)
		}
	}
	for _, e := range c.Enums {
		if i := slices.IndexFunc(d.Enums, func(u infer.EnumDecision) bool { return u.Name == e.Name }); i >= 0 {
			d.Enums[i].At = append(slices.Clip(d.Enums[i].At), e.At...)
		} else {
			d.Enums = append(d.Enums, e)
		}
	}
	return d
}

// given returns the Go names that decisions give. Those of fields begin with a dot,
// as in Names.Clashes.
func given(d infer.Decisions) map[string]bool {
	all := make(map[string]bool)
	for _, t := range d.Types {
		all[t.Name] = true
	}
	for _, e := range d.Enums {
		all[e.Name] = true
	}
	for _, f := range d.Fields {
		if f.Name != "" {
			all["."+f.Name] = true
		}
	}
	return all
}

// extent returns how much is decided, for comparison with other decisions.
func extent(d infer.Decisions) int {
	n := len(d.Envelope)
	for _, t := range d.Types {
		n += len(t.At)
	}
	for _, e := range d.Enums {
		n += len(e.At)
	}
	for _, f := range d.Fields {
		for _, text := range []string{f.Type, f.Name, f.About} {
			if text != "" {
				n++
			}
		}
		if f.Required {
			n++
		}
	}
	return n
}

// pathRefs returns paths as they stand in a decision.
func pathRefs(paths ...string) []infer.PathRef {
	var all []infer.PathRef
	for _, p := range paths {
		all = append(all, infer.PathRef{Path: p})
	}
	return all
}

// shortest returns the suggestions with the shortest forms of their paths.
// Suggestions that thereby become equal are joined.
func (v *view) shortest(all []Suggestion) []Suggestion {
	first := make(map[string]int)
	var out []Suggestion
	for _, s := range all {
		d := v.settled(infer.Decisions{Types: s.Change.Types, Fields: s.Change.Fields, Enums: s.Change.Enums})
		s.Change.Types, s.Change.Fields, s.Change.Enums = d.Types, v.united(d).Fields, d.Enums
		s.Path = v.shortestPath(s.Path)
		key := fmt.Sprint(s.Kind, s.Weak, s.Change)
		if i, ok := first[key]; ok {
			out[i].For = append(slices.Clip(out[i].For), s.For...)
			out[i].Against = append(slices.Clip(out[i].Against), s.Against...)
			continue
		}
		first[key] = len(out)
		out = append(out, s)
	}
	return out
}

// settled returns the decisions with the shortest paths, except where a path has a
// line in the spec already.
func (v *view) settled(d infer.Decisions) infer.Decisions {
	at := func(old []infer.PathRef) []infer.PathRef {
		all := slices.Clone(old)
		for i, p := range all {
			if p.Ref == "" {
				all[i].Path = v.shortestPath(p.Path)
			}
		}
		return all
	}
	d.Types, d.Fields, d.Enums = slices.Clone(d.Types), slices.Clone(d.Fields), slices.Clone(d.Enums)
	for i, t := range d.Types {
		d.Types[i].At = at(t.At)
		if t.Ref == "" {
			slices.SortFunc(d.Types[i].At, func(a, b infer.PathRef) int { return strings.Compare(a.Path, b.Path) })
		}
	}
	for i, f := range d.Fields {
		if f.Ref == "" && v.fields[v.shortestPath(f.Path)].Ref == "" {
			d.Fields[i].Path = v.shortestPath(f.Path)
		}
	}
	for i, e := range d.Enums {
		d.Enums[i].At = at(e.At)
	}
	return d
}

// united returns the decisions without those fields that are not in the spec and
// repeat what another field says about the same path.
func (v *view) united(d infer.Decisions) infer.Decisions {
	first := make(map[string]infer.FieldDecision)
	var fields []infer.FieldDecision
	for _, f := range d.Fields {
		place := v.shortestPath(f.Path)
		old, ok := first[place]
		if ok && f.Ref == "" && f.Type == old.Type && f.Name == old.Name && f.Required == old.Required {
			continue
		}
		first[place] = f
		fields = append(fields, f)
	}
	d.Fields = fields
	return d
}
