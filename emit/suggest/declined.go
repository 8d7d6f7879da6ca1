package suggest

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
)

// Declined is a path for which a spec declines suggestions.
type Declined struct {
	Kind string // "" for all kinds
	Path string
}

// declines reports whether the spec declines suggestions of a kind for a path.
func (v *view) declines(kind, path string) bool {
	return slices.ContainsFunc(v.in.Declined, func(d Declined) bool {
		return (d.Kind == "" || d.Kind == kind) && v.shortestPath(d.Path) == v.shortestPath(path)
	})
}

// wanted returns a candidate without the paths for which the spec declines it, and
// whether anything is left of it that was asked for.
func (v *view) wanted(c candidate) (candidate, bool) {
	if len(v.in.Kinds) > 0 && !slices.Contains(v.in.Kinds, c.Kind) {
		return c, false
	}
	if len(v.in.Declined) > 0 {
		options := c.options
		c.options = nil
		for _, o := range options {
			if o = v.without(c.Kind, o); len(o.paths()) > 0 {
				c.options = append(c.options, o)
			}
		}
		if len(c.options) == 0 || v.declines(c.Kind, c.Path) && len(c.options[0].paths()) < 2 {
			return c, false
		}
	}
	return c, len(v.in.At) == 0 || slices.ContainsFunc(c.options, v.isAt)
}

// late returns the paths of what was found that the spec declines by the paths that they
// have now.
func (s *search) late() []Declined {
	if len(s.in.Declined) == 0 {
		return nil
	}
	var all []Declined
	for _, f := range s.found {
		for _, path := range f.Change.paths() {
			if s.view.declines(f.Kind, path) {
				all = append(all, Declined{f.Kind, path})
			}
		}
	}
	return all
}

// without returns a change without the paths for which the spec declines it. A type
// that several paths would have is not one for a path that is left alone.
func (v *view) without(kind string, c Change) Change {
	refused := func(p infer.PathRef) bool { return v.declines(kind, p.Path) }
	c.Types, c.Enums = slices.Clone(c.Types), slices.Clone(c.Enums)
	c.Types = slices.DeleteFunc(c.Types, func(t infer.TypeDecision) bool {
		left := slices.DeleteFunc(slices.Clone(t.At), refused)
		return len(left) == 0 || len(left) == 1 && len(t.At) > 1 && t.Why != ""
	})
	for i, t := range c.Types {
		c.Types[i].At = slices.DeleteFunc(slices.Clone(t.At), refused)
	}
	c.Enums = slices.DeleteFunc(c.Enums, func(e infer.EnumDecision) bool {
		return !slices.ContainsFunc(e.At, func(p infer.PathRef) bool { return !refused(p) })
	})
	for i, e := range c.Enums {
		c.Enums[i].At = slices.DeleteFunc(slices.Clone(e.At), refused)
	}
	c.Fields = slices.DeleteFunc(slices.Clone(c.Fields), func(f infer.FieldDecision) bool { return v.declines(kind, f.Path) })
	c.Envelope = slices.DeleteFunc(slices.Clone(c.Envelope), func(m infer.EnvelopeMember) bool {
		return v.declines(kind, infer.EnvelopeRoot) || v.declines(kind, infer.EnvelopeRoot+"/"+infer.Segment(m.Name))
	})
	return c
}

// isAt reports whether a change is about one of the places that were asked for, or about
// something inside of it.
func (v *view) isAt(c Change) bool {
	return slices.ContainsFunc(c.paths(), func(path string) bool {
		path = v.shortestPath(path)
		return slices.ContainsFunc(v.in.At, func(at string) bool {
			at = v.shortestPath(at)
			return path == at || strings.HasPrefix(path, at+"/")
		})
	})
}

// paths returns the paths that a change decides.
func (c Change) paths() []string {
	var all []string
	for _, t := range c.Types {
		for _, p := range t.At {
			all = append(all, p.Path)
		}
	}
	for _, e := range c.Enums {
		for _, p := range e.At {
			all = append(all, p.Path)
		}
	}
	for _, f := range c.Fields {
		all = append(all, f.Path)
	}
	for _, m := range c.Envelope {
		all = append(all, infer.EnvelopeRoot+"/"+infer.Segment(m.Name))
	}
	for _, e := range c.Events {
		all = append(all, infer.EventPath(e.Event))
	}
	return all
}
