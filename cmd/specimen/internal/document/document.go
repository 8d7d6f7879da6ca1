// Package document reads what a document says of webhooks: topics, their payloads, and
// what stands beside them. It does not know specs, and reads no files.
//
//	Decode  bytes of a file -> text, in UTF-8
//	Detect  text -> Form
//
// A package for each form turns the text into a Reading: see document/reading.
//
// A Reading claims what the document says and nothing else. What was taken from its
// layout, and may be wrong, has a doubt; what could not be read has a finding.
package document

import "github.com/specimen-go/specimen/specs/finding"

// Reading is what a document says.
type Reading struct {
	Title    string // of the document, or ""
	Topics   []Topic
	Source   TopicSource
	Findings []Finding // in the order of the document
}

// TopicSource is where deliveries seem to name their topic: an HTTP header that the
// document shows, or a member of each payload. Both are "" where neither was found.
type TopicSource struct {
	Header string
	Member string // a JSON Pointer
}

// Topic is what a document says of one topic.
type Topic struct {
	Name     string
	Offset   int    // where the document names it first
	About    string // when it is delivered, or ""
	Since    string // the first version of the API that has it, or ""
	Scopes   []string
	Like     string // the topic whose payload the document says it has, or ""
	Payloads []Payload
	Members  []Member // of its payload, as a table of the document lists them
	Doubts   []string
}

// Payload is a payload that a document shows.
type Payload struct {
	Offset  int    // where it begins
	Text    string // strict JSON
	Name    string // that the document gives the example, or ""
	Says    string // the topic that the body names, or ""
	Repairs []Repair
	Elided  []string // JSON Pointers of values that the document left out
	Partial bool     // whether the document left out members
	Doubts  []string
}

// Repair is a change of what the document shows, without which it is not JSON.
type Repair struct {
	Offset int    // in the document
	Text   string // what was changed, in words
}

// Member is a row of a table of members.
type Member struct {
	Offset   int
	Path     string // as decisions write it, from the payload on: order/items/*/sku
	Type     string // the word of the document
	About    string
	Presence Presence
}

// Presence is what a table says of a member.
type Presence int

// The zero Presence is that of a table without a word about it.
const (
	Unsaid Presence = iota
	Required
	Optional
)

// Finding is what could not be read, or was not taken for a payload. [Find] constructs it.
type Finding struct {
	Offset int
	Hint   string // what to do about it, or ""

	rule    finding.Rule
	message string
}

// Find returns a finding. The message has no values of a payload; the hint can be "".
func Find(rule finding.Rule, offset int, message, hint string) Finding {
	return Finding{Offset: offset, Hint: hint, rule: rule, message: message}
}

// Rule returns what the finding reports.
func (f Finding) Rule() finding.Rule { return f.rule }

// Message returns what was found.
func (f Finding) Message() string { return f.message }
