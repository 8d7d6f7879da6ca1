package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/emit/suggest"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/explain"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// subject is what explain explains.
type subject struct {
	kind  string // "path", "type", "event", "topic" or "enum"
	path  string
	topic *specs.Topic         // of a topic
	about *explain.Explanation // nil for a declared type with several paths
	of    *infer.Struct        // whose members are shown, or nil
	enum  *infer.EnumDecision
}

// find returns what a path means.
func (x explainer) find(path string) (subject, error) {
	for i, t := range x.Spec.Topics {
		if t.Name == path || slices.ContainsFunc(t.Aliases, func(a specs.Item) bool { return a.Text == path }) {
			var s subject
			if t.Event != "" {
				s = x.subject(infer.EventPath(t.Event))
			}
			s.kind, s.topic = "topic", &x.Spec.Topics[i]
			return s, nil
		}
	}
	first, rest, _ := strings.Cut(path, "/")
	for _, p := range []string{path, strings.TrimSuffix(infer.EventPath(first)+"/"+rest, "/")} {
		for _, p := range []string{p, withoutIndices(p)} {
			if s := x.subject(p); s.about != nil || s.of != nil {
				return s, nil
			}
		}
	}
	for i, e := range x.Decisions.Enums {
		if e.Name == path {
			return subject{kind: "enum", path: path, enum: &x.Decisions.Enums[i]}, nil
		}
	}
	return subject{}, cli.UsageError{Message: fmt.Sprintf("platform %s has no path, type, event or topic %q", x.Spec.Name, path), Hint: x.meant(path)}
}

// meant returns a hint about a path that nothing has: a name that differs in the case of its
// letters comes before what has the Go name, and that before the paths that end with it.
func (x explainer) meant(path string) string {
	var near []string
	for _, name := range x.others() {
		if strings.EqualFold(name, path) && !slices.Contains(near, name) {
			near = append(near, name)
		}
	}
	near = append(near, x.goPaths(path)...)
	if near = append(near, explain.Nearest(x.Model, path)...); len(near) > 0 {
		return "did you mean " + strings.Join(near, ", or ") + "?"
	}
	return cmp.Or(diagnostic.Nearest(path, x.others()), "specimen list shows the topics and events")
}

// goPaths returns the paths of the types and fields with a Go name, such as OrderItem,
// OrderItem.Price or OrderEvent.Order.Items.Price.
func (x explainer) goPaths(name string) []string {
	var all []string
	typ, fields, _ := strings.Cut(name, ".")
	for of := range x.Model.AllStructs() {
		if x.Names.Struct(of) != typ {
			continue
		}
		if path := x.fieldPath(of, fields); path != "" {
			all = append(all, path)
		}
	}
	return all
}

// fieldPath returns the path that the Go names of fields lead to from a struct, also through
// lists and maps, or "". Without names it is that of the struct.
func (x explainer) fieldPath(of *infer.Struct, names string) string {
	if names == "" {
		return of.Path
	}
	name, rest, _ := strings.Cut(names, ".")
	for _, f := range of.Fields {
		if x.Names.Field(f) != name {
			continue
		}
		if rest == "" {
			return f.Path
		}
		for path := f.Path; strings.Count(path, "/") < strings.Count(f.Path, "/")+maxNested; path += "/*" {
			if inner := x.Model.StructAt(path); inner != nil {
				return x.fieldPath(inner, rest)
			}
		}
	}
	return ""
}

// maxNested is how many lists and maps in one another fieldPath looks through, and one more.
const maxNested = 4

// others returns the names that find accepts besides paths.
func (x explainer) others() []string {
	var all []string
	for _, t := range x.Spec.Topics {
		all = append(all, t.Name)
		if t.Event != "" {
			all = append(all, t.Event)
		}
	}
	for _, t := range x.Spec.Types {
		all = append(all, t.Name)
	}
	for _, e := range x.Spec.Enums {
		all = append(all, e.Name)
	}
	return all
}

// withoutIndices returns a path with * in place of indices, so that a JSON Pointer into
// a payload can be used as a path.
func withoutIndices(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if i > 0 && s != "" && strings.Trim(s, "0123456789") == "" {
			segments[i] = "*"
		}
	}
	return strings.Join(segments, "/")
}

// subject returns what a path of the model stands for. Of an unknown path, about and of
// are nil.
func (x explainer) subject(path string) subject {
	s := subject{kind: "path", path: path}
	if p, ok := explain.At(x.Model, path); ok {
		s.about, s.path = &p, p.Path
	}
	s.of = x.Model.StructAt(path)
	if !strings.Contains(s.path, "/") {
		s.kind = "type"
		if slices.ContainsFunc(x.Model.Events, func(e infer.Event) bool { return x.Names.Event(e) == s.path }) {
			s.kind = "event"
		}
	}
	return s
}

// goName returns the Go name of a field or type, or "".
func (x explainer) goName(s subject) string {
	if s.about != nil && strings.Contains(s.path, "/") {
		for of := range x.Model.AllStructs() {
			for _, f := range of.Fields {
				if f.Path == s.path {
					return x.Names.Struct(of) + "." + x.Names.Field(f)
				}
			}
		}
		return ""
	}
	if s.of != nil {
		return x.Names.Struct(s.of)
	}
	return s.path
}

// members explains the members of a struct, those of the envelope first.
func (x explainer) members(of *infer.Struct) []explain.Explanation {
	var all []explain.Explanation
	if of.Envelope && x.Model.Envelope != nil {
		all = explain.Members(x.Model, x.Model.Envelope)
	}
	return append(all, explain.Members(x.Model, of)...)
}

// suggestions returns what suggest proposes for a path.
func (x explainer) suggestions(path string) []suggest.Suggestion {
	here := func(p string) bool { at := x.Model.At(p); return p == path || at != nil && at.Path == path }
	stands := func(paths []infer.PathRef) bool {
		return slices.ContainsFunc(paths, func(p infer.PathRef) bool { return here(p.Path) })
	}
	proposed := proposal.Find(x.Platform, proposal.Options{})
	return slices.DeleteFunc(proposed.All, func(s suggest.Suggestion) bool {
		return !here(s.Path) &&
			!slices.ContainsFunc(s.Change.Types, func(d infer.TypeDecision) bool { return stands(d.At) }) &&
			!slices.ContainsFunc(s.Change.Fields, func(d infer.FieldDecision) bool { return here(d.Path) }) &&
			!slices.ContainsFunc(s.Change.Enums, func(d infer.EnumDecision) bool { return stands(d.At) })
	})
}

// fieldDecision returns the decision under fields at a line.
func (x explainer) fieldDecision(ref infer.Ref) (infer.FieldDecision, bool) {
	i := slices.IndexFunc(x.Decisions.Fields, func(d infer.FieldDecision) bool { return d.Ref == ref })
	if i < 0 {
		return infer.FieldDecision{}, false
	}
	return x.Decisions.Fields[i], true
}

// why returns the reason of a decision.
func (x explainer) why(ref infer.Ref) string {
	if d, ok := x.fieldDecision(ref); ok {
		return d.Why
	}
	for _, d := range x.Decisions.Types {
		if d.Ref == ref || standsAt(d.At, ref) {
			return d.Why
		}
	}
	for _, d := range x.Decisions.Enums {
		if standsAt(d.At, ref) {
			return d.Why
		}
	}
	return ""
}

// isEnum reports whether a line belongs to an enum decision.
func (x explainer) isEnum(ref infer.Ref) bool {
	return slices.ContainsFunc(x.Decisions.Enums, func(d infer.EnumDecision) bool { return standsAt(d.At, ref) })
}

// standsAt reports whether one of the paths of a decision is at a line.
func standsAt(paths []infer.PathRef, ref infer.Ref) bool {
	return slices.ContainsFunc(paths, func(p infer.PathRef) bool { return p.Ref == ref })
}
