package importing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/specimen-go/specimen/cmd/specimen/internal/addition"
	"github.com/specimen-go/specimen/specs"
	"github.com/specimen-go/specimen/specs/diagnostic"
	"github.com/specimen-go/specimen/specs/finding"
)

// planner is the state of one try to plan the changes of a spec: its topics as they
// become.
type planner struct {
	draft    addition.Draft
	docs     []*doc
	refused  refusals
	topics   map[string]*topic
	order    []*topic
	owners   map[string]string // of names and aliases: the topic
	member   string            // where bodies name their topic, or ""
	header   string
	tables   []table
	inTable  map[member]bool         // lines of tables
	known    map[member]bool         // lines of tables of the spec
	was      map[string]*specs.Topic // topics of the spec, by name
	findings diagnostic.List
	changed  bool
}

// topic is a topic as it becomes.
type topic struct {
	name     string
	was      *specs.Topic // in the spec, or nil
	docs     []*doc       // that list it, in the order of the documents
	offset   int          // in the first of them
	about    string
	since    string
	scopes   []string
	event    string
	like     string
	aliases  []string // new ones
	says     saysChange
	doubts   []string // new ones
	examples []example
	refused  []string // the names of examples that were refused
	listed   bool     // the spec says that one of its documents has it: its doubts are known
	gone     *doc     // the document that no longer has it
	careful  bool     // nothing is removed from its lists
}

type saysChange struct {
	topic   string
	nothing bool
	why     string
}

// example is a payload of a topic.
type example struct {
	name    string
	state   state
	index   int      // among the examples of the topic in the spec, if it is there
	payload *payload // of a document, or nil if it is gone
	doc     *doc
}

// state is what happens to an example.
type state int

const (
	kept     state = iota // the document has it still
	added                 // it is new
	replaced              // another payload takes its place
	dropped               // the document no longer has it
)

func newPlanner(draft addition.Draft, docs []*doc, refused refusals) *planner {
	p := &planner{
		draft: draft, docs: docs, refused: refused, topics: make(map[string]*topic), owners: make(map[string]string),
		inTable: make(map[member]bool), known: make(map[member]bool), was: make(map[string]*specs.Topic),
	}
	known := draft.Platform()
	if known == nil {
		return p
	}
	p.member, p.header = known.Topic.Member, known.Topic.Header
	for _, d := range known.Documented {
		for _, m := range d.Members {
			p.known[member{d.Type, m.Path}] = true
		}
	}
	for i, t := range known.Topics {
		p.was[t.Name] = &known.Topics[i]
		p.owners[t.Name] = t.Name
		for _, a := range t.Aliases {
			p.owners[a.Text] = t.Name
		}
	}
	return p
}

// plan plans all documents.
func (p *planner) plan() {
	p.source()
	for _, d := range p.docs {
		if d.same() {
			continue
		}
		for i := range d.items {
			p.place(d, &d.items[i])
		}
		p.leave(d)
	}
	p.nameEvents()
	p.likes()
	p.bodies()
	p.tablesOf()
	p.tableDrift()
}

// source decides where deliveries of a new platform name their topic.
func (p *planner) source() {
	if p.draft.HasSource() || *p.refused.source {
		return
	}
	for _, d := range p.docs {
		from := d.Reading.Source
		where := cmp.Or(from.Header, from.Member)
		if where == "" || where != oneLine(where, maxLine) {
			continue
		}
		if p.header = from.Header; p.header == "" {
			p.member = from.Member
		}
		return
	}
	var all []addition.Payload
	for _, d := range p.docs {
		for _, it := range d.items {
			for _, x := range it.payloads {
				all = append(all, addition.Payload{Topic: it.Name, Text: x.Text})
			}
		}
	}
	p.member = addition.MemberOfMost(all)
}

// topic returns the topic with a name or an alias as it becomes.
func (p *planner) topic(name string) *topic {
	if owner, ok := p.owners[name]; ok {
		name = owner
	}
	if t, ok := p.topics[name]; ok {
		return t
	}
	t := &topic{name: name, careful: *p.refused.removing}
	if t.was = p.was[name]; t.was != nil {
		t.event = t.was.Event
	}
	p.owners[name] = name
	p.topics[name] = t
	p.order = append(p.order, t)
	return t
}

// lists reports whether the spec says that the document has the topic: one of its
// examples has a line there or, where nobody knows the lines, is from there; or else the
// topic names the document and has no example of it.
func (t *topic) lists(d *doc) bool {
	if t.was == nil || d.was == nil {
		return false
	}
	from := false
	for _, x := range t.was.Examples {
		if x.Document == d.id {
			from = true
			if x.Line > 0 || d.was.SHA256 == "" {
				return true
			}
		}
	}
	return !from && slices.ContainsFunc(t.was.Documents, func(x specs.Item) bool { return x.Text == d.id })
}

// place plans a topic of a document.
func (p *planner) place(d *doc, it *item) {
	t := p.topic(it.Name)
	listed := t.lists(d)
	first := len(t.docs) == 0
	if !slices.Contains(t.docs, d) {
		t.docs = append(t.docs, d)
	}
	if first {
		t.offset = it.Offset
	}
	if !listed {
		t.about = cmp.Or(t.about, oneLine(it.About, maxProse))
		t.since = cmp.Or(t.since, oneLine(it.Since, maxLine))
		if len(t.scopes) == 0 {
			t.scopes = clean(it.Scopes)
		}
	}
	t.listed = t.listed || listed
	before := len(t.examples)
	p.payloads(d, it, t)
	placed := t.examples[before:]
	changed := !slices.ContainsFunc(placed, func(x example) bool { return x.state == kept }) &&
		slices.ContainsFunc(placed, func(x example) bool { return x.state == replaced })
	if it.Like != "" && len(it.payloads) == 0 {
		t.like = it.Like
	}
	if !listed || changed {
		t.doubt(it.doubts...)
	}
}

// doubt adds doubts to a topic, each once.
func (t *topic) doubt(texts ...string) {
	for _, text := range texts {
		known := t.was != nil && slices.ContainsFunc(t.was.Doubts, func(x specs.Item) bool { return x.Text == text })
		if !known && !slices.Contains(t.doubts, text) {
			t.doubts = append(t.doubts, text)
		}
	}
}

// hasPayload reports whether a topic has an example in the end.
func (t *topic) hasPayload() bool {
	if t.was != nil && t.was.Payload == specs.Documented {
		return true
	}
	return slices.ContainsFunc(t.examples, func(x example) bool { return x.state == added })
}

// find adds a finding at a place of a document.
func (p *planner) find(rule finding.Rule, d *doc, offset int, message, hint string) {
	p.findings.Add(diagnostic.New(rule, d.lines.at(offset), "", message, hint))
}

// refuse leaves out a payload, for a reason: a finding says so and, unless an earlier copy
// of the document may have had the payload, a doubt.
func (p *planner) refuse(t *topic, x *payload, reason string, known bool) {
	if !known {
		t.doubt(cut(fmt.Sprintf("the payload at line %d of %s was not taken: %s", x.line(), x.doc.title(), reason), maxProse))
	}
	p.find(finding.RefusedPayload, x.doc, x.offset, "the payload of "+diagnostic.Quote(t.name)+" is not taken: "+reason, "add it by hand where it is right")
}

// note adds a doubt to a topic that is new to its documents. For another topic it only adds
// a finding: a reviewer may have removed that doubt.
func (p *planner) note(t *topic, d *doc, offset int, text string) {
	if !t.listed {
		t.doubt(cut(text, maxProse))
		return
	}
	p.findings.Add(diagnostic.New(finding.NewDoubt, d.lines.at(offset), "", cut(text, maxProse), ""))
}
