package main

import (
	"slices"
	"strings"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// besides returns what is wrong with the decisions of a platform besides the errors
// that its spec is known to have: nothing where these are about more than decisions,
// and of the rest nothing that may be a consequence of a decision that could not be
// read.
func besides(p *specs.Platform, known specs.List, evidence infer.Evidence) specs.List {
	var unread []string // types, enums, places and roots of which decisions could not be read
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
	model, found := infer.Decide(evidence, decisionsOf(p))
	for i, path := range unread {
		unread[i] = model.Shorten(path)
	}
	return diagnosticsOf(p, slices.DeleteFunc(found, func(x infer.Problem) bool {
		return x.Warning || slices.ContainsFunc(unread, func(path string) bool {
			return x.Path == path || strings.HasPrefix(x.Path, path+"/")
		})
	}))
}
