package main

import (
	"fmt"
	"go/token"
	"path"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/linediff"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
)

// changeReport is what changed in some platforms since a revision.
type changeReport struct {
	against  string
	problems diagnostic.List // of the specs as they are now; with errors, there is nothing else
	changes  []change        // by platform, sorted as diff sorts them
	idle     diagnostic.List // entries of the logs of changes that speak of no change
}

// change is a change of a platform, with its places in files.
type change struct {
	diff.Change
	platform string
	at, was  token.Position // now and then, as places gives them
	gone     bool           // what was at was is gone, and made the change
	why      string         // what the log of changes says, "" where it says nothing
}

// open reports whether the change breaks something and nobody knows of it.
func (c change) open() bool { return c.Breaking() && c.why == "" }

// breaking counts the changes that break something and that nobody knows of.
func (c *changeReport) breaking() int {
	n := 0
	for _, x := range c.changes {
		if x.open() {
			n++
		}
	}
	return n
}

// compareSets compares two states of the specs in a folder. The error is that a
// platform is not there, or that the old state has problems.
func compareSets(before, now *specs.Set, against, dir string, named []string) (*changeReport, error) {
	names, err := chooseBoth(before, now, dir, named)
	if err != nil {
		return nil, err
	}
	c := &changeReport{against: against}
	if len(named) == 0 {
		c.problems = slices.Clone(now.Diagnostics) // those of no platform as well
	}
	results := make([]compared, len(names))
	parallel(len(names), func(i int) { results[i] = comparePlatform(before, now, names[i]) })
	for i, r := range results {
		if r.old.HasErrors() {
			return nil, usageError{
				fmt.Sprintf("the spec of %s at %s has problems: %s", names[i], against, r.old.Error()),
				"compare with a revision whose specs this version of specimen can read",
			}
		}
		c.problems = append(c.problems, r.problems...)
		c.changes = append(c.changes, r.changes...)
		c.idle = append(c.idle, r.idle...)
	}
	c.problems.Sort()
	c.idle.Sort()
	return c, nil
}

// compared is what comparing one platform gives.
type compared struct {
	old, problems diagnostic.List
	changes       []change
	idle          diagnostic.List
}

func comparePlatform(before, now *specs.Set, name string) (r compared) {
	p, q := platformOf(before, name), platformOf(now, name)
	var old, new diff.Side
	old, r.old = sideOf(before, p)
	if p == nil { // which may be a link, say, and is no new platform then
		r.old = slices.DeleteFunc(slices.Clone(before.Diagnostics), func(d diagnostic.Diagnostic) bool {
			return d.Pos.Filename != path.Dir(q.At("").Filename)
		})
	}
	new, r.problems = sideOf(now, q)
	if len(r.old)+len(r.problems) > 0 {
		return r
	}
	changes := diff.Compare(old, new)
	entries := diff.Since(entriesOf(p), entriesOf(q))
	by, idle := diff.Acknowledge(changes, entries)
	where := places{before: before, now: now, old: p, new: q, files: make(map[string]linediff.Diff)}
	if len(changes) > 0 && p != nil && q != nil {
		where.causes = diff.NewCauses(old, new)
	}
	for i, x := range changes {
		c := change{Change: x, platform: name}
		c.at, c.was, c.gone = where.of(x)
		if by[i] != nil {
			c.why = by[i].Why
		}
		r.changes = append(r.changes, c)
	}
	for _, e := range idle {
		r.idle.Add(diagnostic.Diagnostic{
			Pos: q.At(specs.Ref(e.Ref)), Path: string(e.Ref), Severity: diagnostic.Warning,
			Message: "this entry came without a change that it speaks of", Hint: "name the path, type or topic as diff shows it",
		})
	}
	return r
}

// platformOf returns a platform of a set by its name, nil where the set has none.
func platformOf(set *specs.Set, name string) *specs.Platform {
	i := slices.IndexFunc(set.Platforms, func(p *specs.Platform) bool { return p.Name == name })
	if i < 0 {
		return nil
	}
	return set.Platforms[i]
}

// sideOf returns a state of a platform to compare, the zero one where there is
// no platform, or the errors of its spec.
func sideOf(set *specs.Set, p *specs.Platform) (diff.Side, diagnostic.List) {
	if p == nil {
		return diff.Side{}, nil
	}
	if hasErrors(set.Diagnostics, p) {
		return diff.Side{}, slices.DeleteFunc(slices.Clone(set.Diagnostics), func(d diagnostic.Diagnostic) bool { return !hasErrors(diagnostic.List{d}, p) })
	}
	evidence, problems := infer.ObserveAll(examplesOf(p))
	if list := errorsOf(p, problems); list != nil {
		return diff.Side{}, list
	}
	model, problems := infer.Decide(evidence, decisionsOf(p))
	out := packageOf(p)
	return diff.Side{Platform: out, Model: model, Names: out.Names(model), Decisions: decisionsOf(p)}, errorsOf(p, problems)
}

// errorsOf returns the problems that are more than warnings.
func errorsOf(p *specs.Platform, problems []infer.Problem) diagnostic.List {
	var list diagnostic.List
	for _, d := range diagnosticsOf(p, problems) {
		if d.Severity == diagnostic.Error {
			list.Add(d)
		}
	}
	return list
}

// entriesOf returns the log of changes of a platform.
func entriesOf(p *specs.Platform) []diff.Entry {
	var all []diff.Entry
	if p != nil {
		for _, x := range p.Changes {
			all = append(all, diff.Entry{Path: x.Path, Type: x.Type, Topic: x.Topic, Why: x.Why, Ref: infer.Ref(x.Ref)})
		}
	}
	return all
}

// placeOf returns where a change is in the files of a platform: in platform.yaml
// as a whole where there is nothing to point at.
func placeOf(p *specs.Platform, w infer.Where) token.Position {
	switch {
	case p == nil:
		return token.Position{}
	case w.Example != "":
		return p.Within(w.Example, w.Offset)
	case w.Ref != "":
		return p.At(specs.Ref(w.Ref))
	}
	return token.Position{Filename: p.At("").Filename}
}
