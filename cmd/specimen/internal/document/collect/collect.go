// Package collect makes a Reading of payloads that a document lists one by one.
//
//	[]Case -> document.TopicSource -> document.Reading
//
// A document names its payloads, but deliveries may call their topics otherwise, in a
// header or in a member: order.created, listed as orderCreated. Where the payloads agree on
// such a place, what is found there names the topics.
package collect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/specs/finding"
)

// Entry is what a document lists under one name: a webhook, say.
type Entry struct {
	Name    string // or "" for a delivery that was captured
	Offset  int
	About   string
	Summary string // what entries of one topic may have in common, or ""
	Doubts  []string
}

// Case is a payload of an Entry, or what else is known of one that is not shown.
type Case struct {
	*Entry
	Variant string // a further name, such as that of a schema, or ""
	About   string // of the variant, or ""
	Payload document.Payload
	Shown   bool   // whether there is a payload
	Headers []Pair // of the delivery
	Fixed   []Pair // members that always have one value, by their JSON Pointers
	Members []document.Member
}

// Pair is the name of a header, or a JSON Pointer, with a value.
type Pair struct{ Name, Value string }

// Options say what is known beforehand.
type Options struct {
	Source document.TopicSource // where deliveries name their topic; the zero value if that is to be found
	Topic  string               // of payloads that name none, or ""
}

// maxTotal is the most bytes that payloads have together. References can make much of
// a short document.
const maxTotal = 256 << 20

// Reading returns the payloads by topic.
func Reading(title string, cases []Case, findings []document.Finding, o Options) document.Reading {
	r := document.Reading{Title: title, Findings: findings}
	known := newKnown(cases, o)
	r.Source = known.source()
	topics := map[string]*topic{}
	var order []*topic
	total := 0
	for i := range cases {
		c := &cases[i]
		if total += len(c.Payload.Text); total > maxTotal {
			r.Findings = append(r.Findings, document.Find(finding.UncollectedPayloads, c.Payload.Offset,
				"the payloads are too long together: this one and those after it are left out", fmt.Sprintf("the limit is %d MiB", maxTotal>>20)))
			break
		}
		name, doubt := known.nameOf(c)
		if name == "" && !c.Shown {
			continue
		}
		if name = cmp.Or(name, o.Topic); name == "" {
			r.Findings = append(r.Findings, document.Find(finding.UnnamedPayload, c.Payload.Offset,
				"a payload whose topic is not known", "say where deliveries name it, with --header or --member"))
			continue
		}
		t := topics[name]
		if t == nil {
			t = &topic{Topic: document.Topic{Name: name, Offset: c.Offset}, known: map[*Entry]bool{}, shown: map[string]bool{}}
			topics[name], order = t, append(order, t)
		}
		t.add(c, known.says(c), doubt)
	}
	for _, t := range order {
		r.Topics = append(r.Topics, t.finish())
	}
	slices.SortStableFunc(r.Findings, func(a, b document.Finding) int { return cmp.Compare(a.Offset, b.Offset) })
	return r
}

// topic is a topic with the entries that it is made of.
type topic struct {
	document.Topic
	entries []*Entry
	known   map[*Entry]bool
	cases   []*Case
	about   string          // of its first variant
	shown   map[string]bool // payloads
	lists   int             // cases with members
}

func (t *topic) add(c *Case, says, doubt string) {
	if !t.known[c.Entry] {
		t.known[c.Entry] = true
		t.entries = append(t.entries, c.Entry)
		t.Doubts = append(t.Doubts, c.Doubts...)
	}
	if t.about == "" {
		t.about = c.About
	}
	if len(c.Members) > 0 {
		t.Members = join(t.Members, c.Members, t.lists)
		t.lists++
	}
	if !c.Shown || t.shown[c.Payload.Text] {
		return
	}
	t.shown[c.Payload.Text] = true
	t.cases = append(t.cases, c)
	p := c.Payload
	if p.Says = says; sameWords(p.Name, t.Name) {
		p.Name = ""
	}
	if doubt != "" {
		p.Doubts = append(slices.Clip(p.Doubts), doubt)
	}
	t.Payloads = append(t.Payloads, p)
}

// finish returns the topic. Where several entries are one topic, their names tell its
// payloads apart. Members without a payload are of no use: tools that read schemas have
// them from the schema.
func (t *topic) finish() document.Topic {
	if len(t.Payloads) == 0 {
		t.Members = nil
	}
	if len(t.entries) == 1 {
		t.About = cmp.Or(t.about, t.entries[0].About)
		return t.Topic
	}
	for i, c := range t.cases {
		if isGeneric(c.Payload.Name) {
			t.Payloads[i].Name = c.Name
		}
	}
	summary := t.entries[0].Summary
	if slices.ContainsFunc(t.entries, func(e *Entry) bool { return e.Summary != summary }) {
		summary = ""
	}
	t.About = summary
	if summary == "" {
		t.About = sentences(t.entries)
	}
	return t.Topic
}

// isGeneric reports whether the name of an example says nothing.
func isGeneric(name string) bool {
	switch strings.ToLower(name) {
	case "", "default", "example", "sample", "value", "body", "payload":
		return true
	}
	return false
}

// longest is the length, in bytes, of a text made of several.
const longest = 300

// sentences returns what entries say, as far as there is room for it.
func sentences(entries []*Entry) string {
	var all []string
	n := 0
	for _, e := range entries {
		if e.About == "" || slices.Contains(all, e.About) {
			continue
		}
		if n += len(e.About) + 1; n > longest && len(all) > 0 {
			break
		}
		all = append(all, e.About)
	}
	return strings.Join(all, " ")
}

// maxMembers is the most members that a topic has of several cases.
const maxMembers = 1000

// join returns the members of a topic with those of one more case. A member that a case
// does not have is optional.
func join(all, more []document.Member, cases int) []document.Member {
	if cases == 0 {
		return slices.Clone(more)
	}
	at := make(map[string]int, len(all))
	for i, m := range all {
		at[m.Path] = i
	}
	seen := make(map[string]bool, len(more))
	for _, m := range more {
		seen[m.Path] = true
		i, ok := at[m.Path]
		switch {
		case !ok && len(all) < maxMembers:
			m.Presence = document.Optional
			all = append(all, m)
		case !ok:
		case all[i].Presence != m.Presence && (all[i].Presence == document.Optional || m.Presence == document.Optional):
			all[i].Presence = document.Optional
		case all[i].Presence != m.Presence:
			all[i].Presence = document.Unsaid
		}
	}
	for i := range all {
		if !seen[all[i].Path] {
			all[i].Presence = document.Optional
		}
	}
	return all
}
