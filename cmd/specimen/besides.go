package main

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// besides returns what is wrong with the decisions of a platform besides the errors
// that its spec is known to have and what is wrong with its examples: nothing where
// these errors are about more than decisions, and of the rest nothing that may be a
// consequence of a decision or an example that could not be read.
func besides(p *specs.Platform, known specs.List, wrong []infer.Problem) specs.List {
	// Events, types, enums and places of which something could not be read.
	unread, good := withoutWrong(p, wrong)
	if len(wrong) > 0 {
		unread = append(unread, infer.EnvelopeRoot)
	}
	evidence, found := infer.ObserveAll(good)
	if len(found) > 0 {
		return nil
	}
	for _, d := range known {
		if d.Severity != specs.Error || !hasErrors(specs.List{d}, p) {
			continue
		}
		key, name, _ := strings.Cut(strings.TrimPrefix(d.Path, "/"), "/")
		name, _, _ = strings.Cut(name, "/")
		switch key {
		case "types", "fields", "enums":
			unread = append(unread, strings.NewReplacer("~1", "/", "~0", "~").Replace(name))
		case "envelope":
			unread = append(unread, infer.EnvelopeRoot)
		case "changes":
		default:
			return nil
		}
	}
	unread = poolsOf(p, unread)
	model, found := infer.Decide(evidence, decisionsOf(p))
	for i, path := range unread {
		unread[i] = model.Shorten(path)
	}
	return diagnosticsOf(p, slices.DeleteFunc(found, func(x infer.Problem) bool {
		return x.Warning || x.Path == "" || slices.ContainsFunc(unread, func(path string) bool {
			return x.Path == path || strings.HasPrefix(x.Path, path+"/")
		})
	}))
}

// withoutWrong returns the roots of the events that something is wrong with an
// example of, and the examples of the others.
func withoutWrong(p *specs.Platform, wrong []infer.Problem) (roots []string, good []infer.Example) {
	all := examplesOf(p)
	for _, x := range all {
		bad := func(w infer.Problem) bool {
			elided := func(e infer.Elision) bool { return e.Ref == w.Where.Ref }
			return w.Where.Example == x.ID || w.Where.Example == "" && slices.ContainsFunc(x.Elided, elided)
		}
		if slices.ContainsFunc(wrong, bad) {
			roots = append(roots, x.Event+"Event")
		}
	}
	for _, x := range all {
		if !slices.Contains(roots, x.Event+"Event") {
			good = append(good, x)
		}
	}
	return roots, good
}

// poolsOf adds to roots the types that pool what is seen below them.
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
