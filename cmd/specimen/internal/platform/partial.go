package platform

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// decisionProblems returns the problems of the decisions of a spec that has errors already:
// known ones of its text, and those of its examples. It leaves out what may be a
// consequence of a decision or an example that could not be read: a word that is not
// that of a type never is one.
func decisionProblems(p *specs.Platform, known diagnostic.List, wrong []infer.Problem) []infer.Problem {
	problems := infer.UnknownTypes(decisionsOf(p).Fields)
	return append(problems, slices.DeleteFunc(independent(p, known, wrong), func(x infer.Problem) bool {
		return slices.ContainsFunc(problems, func(y infer.Problem) bool { return x.Where == y.Where })
	})...)
}

// independent returns the problems of the decisions that depend on nothing that could not be
// read. It returns nothing where the known errors are not about decisions.
func independent(p *specs.Platform, known diagnostic.List, wrong []infer.Problem) []infer.Problem {
	// Events, types, enums and paths of which something could not be read.
	unread, good := withoutWrong(p, wrong)
	if len(wrong) > 0 {
		unread = append(unread, infer.EnvelopeRoot)
	}
	evidence, found := observe(p, good)
	if len(found) > 0 {
		return nil
	}
	for _, d := range known {
		if d.Severity() != finding.Error {
			continue
		}
		of, ok := unreadFor(d, p)
		if !ok {
			return nil
		}
		unread = append(unread, of...)
	}
	unread = poolsOf(p, unread)
	model, found := infer.Decide(evidence, decisionsOf(p))
	for i, path := range unread {
		unread[i] = model.Shorten(path)
	}
	found = slices.DeleteFunc(found, func(x infer.Problem) bool {
		return x.Warning() || x.Path == "" || slices.ContainsFunc(unread, func(path string) bool {
			return x.Path == path || strings.HasPrefix(x.Path, path+"/")
		})
	})
	for i, x := range found {
		if root, rest, ok := strings.Cut(x.Path, "/"); ok && slices.Contains(unread, infer.EventPath(root)) {
			found[i].Cause = infer.Say(x.Rule(), x.Message(), "did you mean "+infer.EventPath(root)+"/"+rest+"?")
		}
	}
	return found
}

// unreadFor returns the types, enums and paths that an error in a spec may leave
// partly unread. It reports false where that may be any of them.
func unreadFor(d diagnostic.Diagnostic, p *specs.Platform) (paths []string, ok bool) {
	parts := jsonpointer.Tokens(d.Path)
	decisions := []string{"types", "fields", "enums"}
	switch {
	case len(parts) == 0:
		// A missing key of platform.yaml, or a file that could not be read. Where that is
		// platform.yaml, there are no decisions.
		return nil, d.Pos.Filename == p.At("").Filename
	case parts[0] == "envelope":
		return []string{infer.EnvelopeRoot}, true
	case slices.Contains(decisions, parts[0]):
		return parts[1:min(2, len(parts))], len(parts) > 1
	case parts[0] == "topics":
		return unreadForTopic(parts[1:], p)
	case parts[0] == "documented":
		return nil, false // which declares types, and adds to others
	}
	// Other keys are not about types, unless they are misspelt ones that are.
	return nil, diagnostic.Nearest(parts[0], append(decisions, "envelope", "topics")) == ""
}

// unreadForTopic is unreadFor for an error below topics.
func unreadForTopic(parts []string, p *specs.Platform) (paths []string, ok bool) {
	if len(parts) < 2 {
		return nil, false
	}
	switch parts[1] {
	case "about", "also", "since", "scopes", "documents", "doubts", "name", "aliases", "says", "like":
		return nil, true
	case "examples":
		for _, t := range p.Topics {
			if t.Name == parts[0] && t.Event != "" {
				return []string{infer.EventPath(t.Event)}, true
			}
		}
	}
	return nil, false
}

// withoutWrong returns the roots of the events that have an example with a problem,
// and the examples of the other events.
func withoutWrong(p *specs.Platform, wrong []infer.Problem) (roots []string, good []infer.Example) {
	all := examplesOf(p)
	for _, x := range all {
		bad := func(w infer.Problem) bool {
			elided := func(e infer.Elision) bool { return e.Ref == w.Where.Ref }
			return w.Where.Example == x.ID || w.Where.Example == "" && slices.ContainsFunc(x.Elided, elided)
		}
		if slices.ContainsFunc(wrong, bad) {
			roots = append(roots, rootOf(x))
		}
	}
	for _, x := range all {
		if !slices.Contains(roots, rootOf(x)) {
			good = append(good, x)
		}
	}
	return roots, good
}

// rootOf returns the root of the paths into an example.
func rootOf(x infer.Example) string {
	if x.Event == "" {
		return x.Type
	}
	return infer.EventPath(x.Event)
}

// poolsOf returns roots and the types that pool evidence from below them.
func poolsOf(p *specs.Platform, roots []string) []string {
	for range p.Types {
		for _, t := range p.Types {
			pools := func(at specs.Item) bool {
				root, _, _ := strings.Cut(at.Text, "/")
				return slices.Contains(roots, root)
			}
			if !slices.Contains(roots, t.Name) && slices.ContainsFunc(t.At, pools) {
				roots = append(roots, t.Name)
			}
		}
	}
	return roots
}
