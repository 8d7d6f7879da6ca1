// Package page reads a page of documentation: HTML saved from a browser, Markdown, or text
// that was pasted from either. It finds the JSON in it, or what was meant to be JSON, and
// the topics that it belongs to.
//
//	flatten   page -> stream: its text without markup, with the places of headings, cells and code
//	scan      stream -> items: lines and payloads, in their order
//	attribute items -> topics, each with what stands beside it
//	finish    -> document.Reading
//
// What names a topic is, the surest first: a header of HTTP, a label such as "Topic name:",
// a cell of a table of topics, a heading, a line of its own, a member of the body.
package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
)

// Read returns what a page says.
func Read(text string) document.Reading {
	var s *stream
	if isHTML(text) {
		b := new(builder)
		flattenHTML(text, b, 0)
		s = b.done()
	} else {
		s = flattenText(text)
	}
	s.size = len(text)
	items, findings := scan(s)
	a := attribute(s, items)
	r := a.finish()
	r.Findings = append(append(r.Findings, findings...), percentEncoded(s)...)
	slices.SortStableFunc(r.Findings, func(x, y document.Finding) int { return cmp.Compare(x.Offset, y.Offset) })
	r.Title = cmp.Or(s.title, titleOf(items))
	return r
}

// titleOf returns the first heading, or the first line, of a page without a title.
func titleOf(items []item) string {
	const longest = 120
	for _, x := range items {
		if x.level > 0 && len(x.text) <= longest {
			return x.text
		}
	}
	for _, x := range items {
		if x.payload == nil && len(x.text) <= longest {
			return strings.Trim(x.text, "#* ")
		}
	}
	return ""
}
