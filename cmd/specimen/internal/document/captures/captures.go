// Package captures reads deliveries that a tool captured: HAR files, exports of request
// bins and proxies, NDJSON, and payloads without anything around them.
package captures

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/show"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// Options say where a captured delivery has its parts, as JSON Pointers into it. The usual
// places are known.
type Options struct {
	collect.Options
	Body    string
	Headers string
}

// Read returns the payloads in a text of JSON values.
func Read(text string, o Options) document.Reading {
	roots, broken := tree.Values(text)
	r := &reader{Messages: show.New(), Options: o}
	for _, e := range broken {
		r.Find(finding.UnreadableDocument, e.Offset, e.Problem, e.Hint)
	}
	for _, root := range roots {
		r.root(root)
	}
	if len(r.Cases) == 0 && len(r.Findings) == 0 {
		r.Find(finding.NoWebhooks, 0, "there is no request with a body of JSON", "say where the body is, with --body, as in --body /request/content")
	}
	return r.Reading("", o.Options)
}

// reader reads one text.
type reader struct {
	*show.Messages
	Options
}

// lists are where tools keep a list of requests.
var lists = pointers("/log/entries", "/data", "/requests", "/entries", "/items", "/results", "/deliveries", "/events", "/models")

// root reads a value of the text: a list of deliveries, one delivery, or a payload.
func (r *reader) root(n tree.Node) {
	if n.Is(jsontext.KindArray) {
		r.array(n)
		return
	}
	if _, ok := r.find(n); !ok {
		for _, names := range lists {
			list := n.At(names...)
			if first := first(list); first.Exists() {
				if _, ok := r.find(first); ok {
					r.list(list)
					return
				}
			}
		}
	}
	r.delivery(n, "")
}

// array reads an array: deliveries, or else payloads, unless all of it is the payload of
// a topic that is known.
func (r *reader) array(n tree.Node) {
	_, captured := r.find(first(n))
	switch {
	case captured:
		r.list(n)
	case r.Topic != "" || !first(n).Is(jsontext.KindObject):
		r.delivery(n, "")
	default:
		for item := range n.Items() {
			r.delivery(item, "it was in an array, which may be one delivery")
		}
	}
}

func first(n tree.Node) tree.Node {
	for item := range n.Items() {
		return item
	}
	return tree.Node{}
}

func (r *reader) list(n tree.Node) {
	for item := range n.Items() {
		r.delivery(item, "")
	}
}

// catalog reads a topic with its examples, as lists of them have it, and reports whether n
// is one.
func (r *reader) catalog(n tree.Node) bool {
	examples, name := n.Get("examples"), n.Get("name").Text()
	if name == "" || !first(examples).Is(jsontext.KindObject) {
		return false
	}
	e := r.Entry(name, n.Offset(), n)
	for example := range examples.Items() {
		p := document.Payload{Offset: example.Offset(), Text: example.Payload()}
		r.Cases = append(r.Cases, collect.Case{Entry: e, Shown: true, Payload: p})
	}
	return true
}

// delivery reads a captured delivery, or a payload.
func (r *reader) delivery(n tree.Node, doubt string) {
	d, ok := r.find(n)
	if !ok {
		switch {
		case r.Body == "" && r.catalog(n):
			return
		case r.Body != "":
			r.Find(finding.NoPayload, n.Offset(), "there is nothing at "+show.Name(r.Body)+", where the body should be", "")
			return
		}
		d = delivery{body: n}
	}
	switch method := strings.ToUpper(d.method); method {
	case "GET", "HEAD", "OPTIONS", "CONNECT":
		return
	}
	e := &collect.Entry{Name: d.topic, Offset: d.body.Offset()}
	text, err := d.payload()
	switch {
	case err != nil:
		r.Find(finding.UnreadablePayload, d.body.Offset(), err.Error(), "")
		r.Nothing(e, d.headers)
		return
	case text == "":
		return
	}
	c := collect.Case{Entry: e, Shown: true, Headers: d.headers}
	c.Payload = document.Payload{Offset: d.body.Offset(), Text: text}
	if doubt != "" {
		c.Payload.Doubts = []string{doubt}
	}
	r.Cases = append(r.Cases, c)
}

// payload returns the body of a delivery, "" if it is empty.
func (d delivery) payload() (string, error) {
	text := d.body.Payload()
	if d.body.Is(jsontext.KindString) && d.inString {
		text = d.body.Text()
		if d.decode != nil {
			var err error
			if text, err = d.decode(text); err != nil {
				return "", err
			}
		}
		if text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")); text == "" {
			return "", nil
		}
		if _, err := jsontext.ParseValue(text); err != nil {
			return "", fmt.Errorf("the body of a request is not JSON")
		}
		text = tree.Dedent(text)
	}
	if len(text) > jsontext.DefaultMaxBytes {
		return "", fmt.Errorf("the body of a request is longer than %d MiB", jsontext.DefaultMaxBytes>>20)
	}
	return text, nil
}
