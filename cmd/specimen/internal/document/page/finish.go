package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/infer/repair"
	"github.com/specimen-go/specimen/specs/finding"
)

// finish gives each payload to its topic.
func (a *attribution) finish() document.Reading {
	member := a.topicMember()
	r := document.Reading{Source: document.TopicSource{Member: member}}
	if a.header != "" {
		r.Source = document.TopicSource{Header: a.header}
	}
	for _, s := range a.shown {
		a.give(s, member)
	}
	elide(a.topics)
	a.giveTables(member)
	a.doubtRows()
	slices.SortStableFunc(a.topics, func(x, y *document.Topic) int { return cmp.Compare(x.Offset, y.Offset) })
	for _, t := range a.topics {
		if len(t.Payloads) > 0 {
			t.Like = ""
		}
		t.Members = once(resolved(t.Members, t.Payloads))
		r.Topics = append(r.Topics, *t)
	}
	r.Findings = a.findings
	return r
}

// give gives a payload to its topic: that of its section, or the one that the body names.
func (a *attribution) give(s *shown, member string) {
	p := a.payload(s)
	body := stringAt(s.Text, member)
	target, doubt := a.target(s, body, member)
	if target == "" {
		a.findings = append(a.findings, document.Find(finding.UnnamedPayload, p.Offset, "nothing beside this payload names its topic", "add it by hand: specimen add PLATFORM TOPIC FILE"))
		return
	}
	if doubt != "" {
		p.Doubts = append(p.Doubts, doubt)
	}
	if body != "" && body != target {
		p.Says = body
	}
	t := a.topic(target, s.at)
	for _, name := range append(slices.Clone(s.names), s.covers...) {
		if other := a.topic(name, s.at); name != target && other.Like == "" {
			other.Like = target
		}
	}
	key := given{target, compact(p.Text)}
	if a.given[key] {
		return // shown again, as in tabs
	}
	a.given[key] = true
	if len(t.Payloads) > 0 && body != target {
		p.Doubts = append(p.Doubts, "the document shows another payload of "+target+" before it")
	}
	t.Payloads = append(t.Payloads, *p)
	t.Members = append(t.Members, comments(a, s)...)
}

// given is a payload of a topic, without white space.
type given struct{ topic, text string }

// target returns the topic of a payload, and why that may be wrong. It is "" if nothing says
// the topic.
func (a *attribution) target(s *shown, body, member string) (name, doubt string) {
	known := a.byName[body] != nil
	switch {
	case slices.Contains(s.names, body), !s.sure && known:
		return body, ""
	case len(s.names) > 0 && body != "":
		return s.names[0], "the body names the topic " + body
	case len(s.names) > 0:
		return s.names[0], ""
	}
	if name := a.ending(body); name != "" && !known {
		return name, "the body names the topic " + body
	}
	if name, same := a.titled(s.title); name != "" && !known {
		switch {
		case body != "":
			return name, "the body names the topic " + body
		case !same:
			return name, "the heading " + s.title + " is taken for the topic"
		}
		return name, ""
	}
	switch {
	case isName(body) && !known && !a.words[body] && !inWords(body, s.title) && (topicScore(member) < 2 || !isTopic(body) && !isCompound(body)):
		return body, "only " + member + " of the body says that this is a topic"
	case isName(body):
		return body, ""
	case member == "" && isWordTitle(s.title) && !sent.MatchString(s.before):
		return s.title, "the topic has its name from the heading " + s.title
	}
	return "", ""
}

// isWordTitle reports whether a heading is a name in one word, in small letters as names of
// topics are.
func isWordTitle(title string) bool {
	return word.MatchString(title) && unicode.IsLower(rune(title[0])) && labelOf(title) == noLabel
}

// payload returns a payload with its repairs.
func (a *attribution) payload(s *shown) *document.Payload {
	p := &document.Payload{Offset: a.offset(s.at), Text: dedented(s.Text, repair.Indent(a.text, s.at)), Elided: s.Elided, Partial: s.Partial, Doubts: s.doubts}
	var removed []string
	first, _ := slices.BinarySearchFunc(a.tags, s.at+1, func(t tag, at int) int { return cmp.Compare(t.at, at) })
	for _, t := range a.tags[first:] {
		if t.at >= s.End {
			break
		}
		if !slices.Contains(removed, t.name) {
			removed = append(removed, t.name)
		}
	}
	if len(removed) > 0 {
		p.Repairs = append(p.Repairs, document.Repair{Offset: p.Offset, Text: "markup removed: " + strings.Join(removed, ", ")})
	}
	for _, c := range s.Changes {
		p.Repairs = append(p.Repairs, document.Repair{Offset: a.offset(c.Offset), Text: string(c.Kind)})
	}
	return p
}

// dedented returns a payload without what all its lines are indented by, and with every
// other byte of it: tree.Dedent, for documents that are JSON or YAML, takes off more.
func dedented(text, indent string) string {
	if indent == "" {
		return text
	}
	lines := strings.Split(text, "\n")
	for _, line := range lines[1:] {
		if line != "" && !strings.HasPrefix(line, indent) {
			return text
		}
	}
	for i, line := range lines[1:] {
		lines[i+1] = strings.TrimPrefix(line, indent)
	}
	return strings.Join(lines, "\n")
}

// comments returns what the comments of a payload say of its members.
func comments(a *attribution, s *shown) []document.Member {
	var all []document.Member
	for _, c := range s.Comments {
		if path := strings.TrimPrefix(placeOf(c.Pointer), "/"); path != "" {
			all = append(all, document.Member{Offset: a.offset(c.Offset), Path: path, About: c.Text})
		}
	}
	return all
}

// doubtRows marks topics that begin a line of text without a payload after it: in the
// table that the text was pasted from, the payload of a row above may have covered theirs.
func (a *attribution) doubtRows() {
	above := ""
	for _, name := range a.rows {
		t := a.topic(name, 0)
		subject := name[:strings.IndexAny(name, "/.:")+1]
		switch {
		case len(t.Payloads) > 0:
			above = name
		case t.Like == "" && above != "" && strings.HasPrefix(above, subject):
			t.Doubts = append(t.Doubts, "no payload stands beside it; in a table, that of "+above+" may cover its row")
		}
	}
}
