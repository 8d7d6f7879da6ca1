// Package show turns the examples and schemas of messages, as descriptions of APIs have
// them, into payloads.
package show

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/schema"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// Messages are those of one document, as payloads, and what could not be read of it.
type Messages struct {
	*schema.Reader
	Cases    []collect.Case
	Findings []document.Finding
}

// New returns the Messages of a document before any is read.
func New() *Messages { return &Messages{Reader: schema.NewReader()} }

// Unreadable returns the Reading of a document that cannot be read.
func Unreadable(err error) document.Reading {
	f := document.Find(finding.UnreadableDocument, 0, err.Error(), "")
	if e, ok := err.(*tree.Error); ok {
		f.Offset, f.Hint = e.Offset, e.Hint
	}
	return document.Reading{Findings: []document.Finding{f}}
}

// Find adds a finding.
func (s *Messages) Find(rule finding.Rule, offset int, message, hint string) {
	s.Findings = append(s.Findings, document.Find(rule, offset, message, hint))
}

// Reading returns what was collected.
func (s *Messages) Reading(title string, o collect.Options) document.Reading {
	findings := append(s.Findings, s.Reader.Findings()...)
	if s.Cut {
		findings = append(findings, document.Find(finding.UnlistedMembers, 0, "schemas have more members than are listed here", "tools that read schemas have them all"))
	}
	return collect.Reading(title, s.Cases, findings, o)
}

// Entry returns the entry for what a document lists under a name, with the sentences that
// it says of that.
func (s *Messages) Entry(name string, offset int, n tree.Node) *collect.Entry {
	return &collect.Entry{Name: name, Offset: offset, About: schema.About(n), Summary: schema.Sentence(n.Get("summary").Text())}
}

// Example is an example of a message.
type Example struct {
	Name    string
	Value   tree.Node
	Headers []collect.Pair
}

// Message is a message of which there are examples, or a schema.
type Message struct {
	*collect.Entry
	What     string // for findings
	Offset   int    // of the message
	Variant  string
	Headers  []collect.Pair
	Schema   tree.Node
	Examples []Example
}

// Nothing adds an entry of which no payload is shown.
func (s *Messages) Nothing(e *collect.Entry, headers []collect.Pair) {
	s.Cases = append(s.Cases, collect.Case{Entry: e, Headers: headers})
}

// Message adds the payloads of a message: its examples, or those of its schema. Of a
// message that has several schemas, and no example of its own, each is looked at.
func (s *Messages) Message(m Message) {
	if s.add(m, collect.Case{}, s.examples(m)) {
		return
	}
	variants := s.Variants(m.Schema)
	if len(variants) == 0 {
		s.fromSchema(m, collect.Case{Fixed: s.Fixed(m.Schema)})
		return
	}
	for _, v := range variants {
		inner := m
		inner.Schema, inner.Variant, inner.Examples = v.Schema, v.Name, nil
		inner.What += " (" + Name(v.Name) + ")"
		s.fromSchema(inner, collect.Case{Fixed: v.Fixed, Variant: v.Name, About: schema.About(s.Follow(v.Schema))})
	}
}

// examples returns the examples of a message, or else those of its schema.
func (s *Messages) examples(m Message) []Example {
	if len(m.Examples) > 0 {
		return m.Examples
	}
	var all []Example
	for _, value := range s.Examples(m.Schema) {
		all = append(all, Example{Value: value})
	}
	return all
}

// add adds examples of a message, and reports whether there are any.
func (s *Messages) add(m Message, c collect.Case, examples []Example) bool {
	c.Entry, c.Headers, c.Members = m.Entry, m.Headers, s.Members(m.Schema)
	if c.Fixed == nil {
		c.Fixed = s.Fixed(m.Schema)
	}
	found := false
	for _, x := range examples {
		p, err := Payload(x.Value, s.isText(m.Schema))
		if err != nil {
			s.Find(finding.UnreadablePayload, x.Value.Offset(), err.Error()+": the example of "+m.What, "")
			continue
		}
		p.Name = x.Name
		if p.Name == "" {
			p.Name = m.Variant
		}
		found = true
		c.Payload, c.Shown = p, true
		c.Headers = append(m.Headers[:len(m.Headers):len(m.Headers)], x.Headers...)
		s.Cases = append(s.Cases, c)
	}
	return found
}

// fromSchema adds the payload that the schema of a message has in it, or a finding.
func (s *Messages) fromSchema(m Message, c collect.Case) {
	if s.add(m, c, s.examples(m)) {
		return
	}
	c.Entry, c.Headers, c.Members = m.Entry, m.Headers, s.Members(m.Schema)
	text, repairs, ok := s.Assemble(m.Schema)
	switch {
	case ok:
		schema := s.Follow(m.Schema)
		c.Shown, c.Payload = true, document.Payload{
			Offset: schema.Offset(), Text: text, Name: m.Variant, Repairs: repairs,
			Doubts: []string{"it is assembled from the examples of its members"},
		}
	case !m.Schema.Exists():
		s.Find(finding.NoPayload, m.Offset, m.What+" has neither an example nor a schema", "")
	case len(m.Examples) == 0:
		s.Find(finding.NoPayload, m.Offset, m.What+" has a schema, but no example", "tools that read schemas, such as ogen and oapi-codegen, generate types from it; or add a payload that was delivered, with: specimen add")
	}
	s.Cases = append(s.Cases, c)
}

// isText reports whether a schema is that of a string.
func (s *Messages) isText(n tree.Node) bool { return s.Follow(n).Get("type").Text() == "string" }

// Payload returns an example as a payload. Text that holds JSON is taken for the JSON in
// it, unless text is what is delivered.
func Payload(n tree.Node, isText bool) (document.Payload, error) {
	p := document.Payload{Offset: n.Offset(), Text: n.Payload()}
	if n.IsYAML() {
		p.Repairs = []document.Repair{{Offset: n.Offset(), Text: "YAML written as JSON"}}
	}
	if n.IsOdd() {
		p.Doubts = append(p.Doubts, "text without quotes, which YAML may mean as a number, was taken for a string")
	}
	if n.Is(jsontext.KindString) && !isText {
		text := strings.TrimSpace(n.Text())
		value, err := jsontext.ParseValue(text)
		if err != nil || value.Kind() != jsontext.KindObject && value.Kind() != jsontext.KindArray {
			return p, fmt.Errorf("text that is not JSON")
		}
		p.Text = tree.Dedent(text)
		p.Repairs = []document.Repair{{Offset: n.Offset(), Text: "JSON taken out of a string"}}
	}
	if len(p.Text) > jsontext.DefaultMaxBytes {
		return p, fmt.Errorf("a payload longer than %d MiB", jsontext.DefaultMaxBytes>>20)
	}
	return p, nil
}

// IsJSON reports whether a media type is that of JSON.
func IsJSON(mediaType string) bool {
	name, _, _ := strings.Cut(strings.ToLower(mediaType), ";")
	name = strings.TrimSpace(name)
	return name == "application/json" || name == "text/json" || strings.HasSuffix(name, "+json") || name == "*/*" || name == "application/*" || name == "json"
}

// Name returns a name of a document for a line of text.
func Name(name string) string {
	const most = 100
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	for _, c := range name {
		if c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == '\u2028' || c == '\u2029' {
			return fmt.Sprintf("%+q", name)
		}
	}
	return name
}
