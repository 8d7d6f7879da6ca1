// Package importing plans what a document says of webhooks as changes of a spec.
//
//	Plan    addition.Spec, []Source -> Planned; changes the Spec in memory
//	    reader.read      document.Reading -> doc, what a spec can have of it
//	    planner.plan     docs -> topics as they become
//	    planner.apply    topics -> texts of files
//	    trial            what the spec does not allow is left out of the next try
//	Print   Planned -> a table of topics, doubts, and the changes of the types
//
// A document that the spec knows, by its id, address or file, with another digest is a
// newer copy: its payloads replace those that differ, in place, and topics that it no
// longer has get a doubt. Everything else in the spec stays.
//
// What is planned is tried in memory. A payload that the loader or the types refuse is
// not taken: its topic says so in a doubt, and a finding has the position in the document.
package importing

import (
	"go/token"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/platform"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// Source is a document, as it was read.
type Source struct {
	Name    string // what the user calls the file, for positions
	File    string // its name without folders, or ""
	SHA256  string // of its bytes with LF for CRLF, in hexadecimal
	Text    string // decoded; positions in Reading are offsets into it
	Parts   []Part // of which files, if it is a folder
	Reading document.Reading

	ID, Title, URL, Retrieved string // what the user says of it, or ""
}

// Part is a file of a folder that is one document.
type Part struct {
	Name   string // what the user calls it
	Offset int    // at which its text begins
}

// Options are those of the user for all documents.
type Options struct {
	Redact      bool // replace personal data, not only secrets
	KeepSecrets bool // replace nothing
}

// Planned is what documents change in a spec.
type Planned struct {
	docs          []*doc
	rows          []row
	findings      diagnostic.List
	results       []payload // those that are written
	options       Options
	before, after addition.Draft
	old, now      *platform.Platform
	changed       bool
}

// maxRounds is how often a plan is tried. Each try but the last refuses something.
const maxRounds = 100

// Plan plans the changes of a spec, which it makes in memory. It fails where the spec
// cannot be changed at all; what the spec does not allow is left out, with a finding.
func Plan(spec *addition.Spec, sources []Source, o Options) (*Planned, error) {
	before := spec.Draft()
	r := reader{draft: before, options: o}
	docs, err := r.read(sources)
	if err != nil {
		return nil, err
	}
	old, known := before.Decide()
	refused := newRefusals()
	for range maxRounds {
		p := newPlanner(before, docs, refused)
		p.plan()
		if p.refuseRoots() {
			continue
		}
		after, broken, err := p.apply()
		if err != nil && !*refused.removing {
			*refused.removing = true // a comment may stand in a line that would go
			continue
		}
		if err != nil {
			return nil, err
		}
		t := newTrial(p, after, refused)
		if len(broken) > 0 {
			if !t.refuseText(broken) {
				return nil, cli.Refuse(broken, nil)
			}
			continue
		}
		now, found := after.Decide()
		found = newProblems(known, found)
		if t.refuseProblems(found) {
			continue
		}
		if list := now.Diagnostics(slices.DeleteFunc(found, func(x infer.Problem) bool { return x.Warning() })); len(list) > 0 {
			return nil, cli.Refuse(list, nil)
		}
		if before.Platform() == nil && len(p.order) == 0 {
			return p.nothing(r, old), nil
		}
		spec.Accept(after)
		return p.planned(r, old, now, after), nil
	}
	return nil, cli.UsageError{Message: "the document and the spec do not agree after many tries", Hint: "import fewer topics, or into an empty folder"}
}

// newProblems returns the problems that are not in an older list.
func newProblems(known, now []infer.Problem) []infer.Problem {
	return slices.DeleteFunc(now, func(x infer.Problem) bool {
		return slices.ContainsFunc(known, func(y infer.Problem) bool {
			return x.Path == y.Path && x.Where.Example == y.Where.Example && x.Message() == y.Message()
		})
	})
}

// planned returns the plan as it was accepted.
func (p *planner) planned(r reader, old, now *platform.Platform, after addition.Draft) *Planned {
	out := &Planned{docs: p.docs, rows: p.rows(), options: r.options, before: p.draft, after: after, old: old, now: now}
	out.findings = append(slices.Clone(r.findings), p.findings...)
	out.findings.Sort()
	for _, t := range p.order {
		for _, x := range t.examples {
			if x.state == added || x.state == replaced {
				out.results = append(out.results, *x.payload)
			}
		}
	}
	out.changed = p.changed
	return out
}

// nothing returns the plan for documents without a topic, from which no platform is made.
func (p *planner) nothing(r reader, old *platform.Platform) *Planned {
	for _, d := range p.docs {
		p.findings.Add(diagnostic.New(finding.NoTopics, token.Position{Filename: d.Name}, "",
			"names no topic of which a platform could be made",
			"--as says in which form to read it, --topic what its payloads are about; specimen add takes one payload"))
	}
	out := p.planned(r, old, old, p.draft)
	out.rows, out.changed = nil, false
	return out
}

// Changed reports whether the documents change anything.
func (p *Planned) Changed() bool { return p.changed }

// Findings returns what was not taken, at its positions in the documents.
func (p *Planned) Findings() diagnostic.List { return p.findings }
