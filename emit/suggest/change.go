package suggest

import (
	"cmp"
	"fmt"
	"iter"
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

// names returns the names of the types and enums that the change declares. One that adds
// paths to an existing type or enum has no reason.
func (c Change) names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, t := range c.Types {
			if t.Why != "" && !yield(t.Name) {
				return
			}
		}
		for _, e := range c.Enums {
			if e.Why != "" && !yield(e.Name) {
				return
			}
		}
	}
}

// Apply returns the decisions with the change. It does not modify d.
func (c Change) Apply(d infer.Decisions) infer.Decisions {
	d, _ = applyAll(d, []Change{c})
	return d
}

// applyAll returns the decisions with the changes, and which of these become parts of
// decisions on fields. It does not modify d.
func applyAll(d infer.Decisions, changes []Change) (infer.Decisions, []bool) {
	d.Types, d.Fields, d.Enums, d.Envelope = slices.Clone(d.Types), slices.Clone(d.Fields), slices.Clone(d.Enums), slices.Clone(d.Envelope)
	types, fields, enums := make(map[string]int), make(map[string]int), make(map[string]int)
	for i, t := range d.Types {
		types[t.Name] = i
	}
	for i, f := range d.Fields {
		fields[f.Path] = i
	}
	for i, e := range d.Enums {
		enums[e.Name] = i
	}
	adds := make([]bool, len(changes))
	for n, c := range changes {
		d.Envelope = append(d.Envelope, c.Envelope...)
		for _, t := range c.Types {
			if i, ok := types[t.Name]; ok {
				d.Types[i].At = append(slices.Clip(d.Types[i].At), t.At...)
				continue
			}
			types[t.Name] = len(d.Types)
			d.Types = append(d.Types, t)
		}
		for _, f := range c.Fields {
			if i, ok := fields[f.Path]; ok {
				adds[n] = addParts(&d.Fields[i], f) || adds[n]
				continue
			}
			fields[f.Path] = len(d.Fields)
			d.Fields = append(d.Fields, f)
		}
		for _, e := range c.Enums {
			if i, ok := enums[e.Name]; ok {
				d.Enums[i].At = append(slices.Clip(d.Enums[i].At), e.At...)
				continue
			}
			enums[e.Name] = len(d.Enums)
			d.Enums = append(d.Enums, e)
		}
	}
	return d, adds
}

// addParts adds to a decision what it does not say and another one does, and reports
// whether there was something.
func addParts(g *infer.FieldDecision, f infer.FieldDecision) bool {
	old := *g
	g.Type, g.Name, g.About = cmp.Or(g.Type, f.Type), cmp.Or(g.Name, f.Name), cmp.Or(g.About, f.About)
	g.Required = g.Required || f.Required
	return *g != old
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
	short := memo(v.shortestPath)
	var out []Suggestion
	for _, s := range all {
		s.Change = s.Change.shortened(short, v.fields)
		s.Path = short(s.Path)
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

// shortened returns the change with the shortest paths, each once, except where a path has
// a line in the spec, which stays as it is written.
func (c Change) shortened(short func(string) string, fields map[string]infer.FieldDecision) Change {
	at := func(old []infer.PathRef) []infer.PathRef {
		all := slices.Clone(old)
		for i := range all {
			all[i] = infer.PathRef{Path: short(all[i].Path)}
		}
		slices.SortFunc(all, func(a, b infer.PathRef) int { return strings.Compare(a.Path, b.Path) })
		return slices.Compact(all)
	}
	c.Types, c.Fields, c.Enums = slices.Clone(c.Types), slices.Clone(c.Fields), slices.Clone(c.Enums)
	for i, t := range c.Types {
		c.Types[i].At = at(t.At)
	}
	for i, e := range c.Enums {
		c.Enums[i].At = at(e.At)
	}
	first := make(map[string]bool)
	c.Fields = slices.DeleteFunc(c.Fields, func(f infer.FieldDecision) bool {
		path := short(f.Path)
		before := first[path]
		first[path] = true
		return before
	})
	for i, f := range c.Fields {
		path := short(f.Path)
		if old, ok := fields[path]; ok && !suggested(old.Ref) {
			path = old.Path
		}
		c.Fields[i].Path = path
	}
	return c
}
