// Package changes compares the platforms of two states of a folder of specs, of which
// one may be that of a git revision, finds the positions of the changes, and
// says what they mean for the version of the package.
//
//	Against.Load   folder -> specs.Set of the revision
//	Compare        Set, Set -> Report
package changes

import (
	"cmp"
	"fmt"
	"go/token"
	"path"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/linediff"
	"github.com/specimen-go/specimen/cmd/specimen/internal/parallel"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/emit/diff"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Report is the changes of some platforms since a revision.
type Report struct {
	Against  string          // the revision
	Changes  []Change        // by platform, sorted as diff sorts them
	Verdicts []Verdict       // on each platform
	Idle     diagnostic.List // entries of the logs of changes that match no change
}

// Change is a change of a platform, with its positions.
type Change struct {
	diff.Change
	Platform    string
	Pos, OldPos token.Position // in the states now and before; see place
	Gone        bool           // removing what was at OldPos made the change
	// Before and After are the lines that show the change; see positions.lines.
	Before, After *Line
	Why           string // what the log of changes says, or ""
}

// Open reports whether the change breaks something and the log does not acknowledge
// it.
func (c Change) Open() bool { return c.Breaking() && c.Why == "" }

// Open returns the number of changes that break something and are not acknowledged.
func (r *Report) Open() int {
	n := 0
	for _, c := range r.Changes {
		if c.Open() {
			n++
		}
	}
	return n
}

// Compare compares two states of the same platforms. The state now must have no
// errors. Compare fails if the state before, that of the revision against, has errors.
func Compare(before, now *platform.Set, against string) (*Report, error) {
	var names []string
	for _, set := range []*platform.Set{before, now} {
		for _, p := range set.Platforms {
			names = append(names, p.Spec.Name)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for _, name := range names {
		if wrong := errorsOf(before, now, name); len(wrong) > 0 {
			return nil, cli.UsageError{
				Message: fmt.Sprintf("the spec of %s at %s has problems: %s", name, against, wrong.Error()),
				Hint:    "compare with a revision whose specs this version of specimen can read",
			}
		}
	}
	results := make([]*Report, len(names))
	parallel.Do(len(names), func(i int) { results[i] = comparePlatform(before, now, names[i]) })
	r := &Report{Against: against}
	for _, x := range results {
		r.Changes = append(r.Changes, x.Changes...)
		r.Verdicts = append(r.Verdicts, x.Verdicts...)
		r.Idle = append(r.Idle, x.Idle...)
	}
	r.Idle.Sort()
	return r, nil
}

// errorsOf returns the errors of a platform in the older state. One that is not there
// may be a link, for example, and not a new platform.
func errorsOf(before, now *platform.Set, name string) diagnostic.List {
	if p := before.Platform(name); p != nil {
		return slices.DeleteFunc(slices.Clone(p.Problems), func(d diagnostic.Diagnostic) bool { return d.Severity() != finding.Error })
	}
	folder := path.Dir(now.Platform(name).AtRef("").Filename)
	return slices.DeleteFunc(slices.Clone(before.Specs.Diagnostics), func(d diagnostic.Diagnostic) bool { return d.Pos.Filename != folder })
}

func comparePlatform(before, now *platform.Set, name string) *Report {
	p, q := before.Platform(name), now.Platform(name)
	old, new := p.Side(), q.Side()
	changes := diff.Compare(old, new)
	by, idle := diff.Acknowledge(changes, diff.Since(entriesOf(p), entriesOf(q)))
	where := positions{before: before.Specs, now: now.Specs, old: p, new: q, files: make(map[string]linediff.Diff)}
	if len(changes) > 0 && p != nil && q != nil {
		where.causes = diff.NewCauses(old, new)
	}
	var r Report
	for i, x := range changes {
		c := Change{Change: x, Platform: name}
		found := where.of(x)
		c.Pos, c.OldPos, c.Gone = found.at, found.was, found.gone
		c.Before, c.After = where.lines(x, found)
		if by[i] != nil {
			c.Why = by[i].Why
		}
		r.Changes = append(r.Changes, c)
	}
	r.Verdicts = []Verdict{{name, cmp.Or(q, p).AtRef("").Filename, verdictOn(before, now, p, q, changes)}}
	for _, e := range idle {
		r.Idle.Add(diagnostic.New(finding.DeadChange, q.AtRef(e.Ref), string(e.Ref),
			"this entry matches no change", "name the path, type or topic as diff shows it"))
	}
	return &r
}

// entriesOf returns the log of changes of a platform, which may be nil.
func entriesOf(p *platform.Platform) []diff.Entry {
	var all []diff.Entry
	if p != nil {
		for _, x := range p.Spec.Changes {
			all = append(all, diff.Entry{Path: x.Path, Type: x.Type, Topic: x.Topic, Why: x.Why, Ref: infer.Ref(x.Ref)})
		}
	}
	return all
}
