// Package postman reads the requests in a collection of Postman, versions 2.0 and 2.1.
package postman

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/schema"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/show"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/ident"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// Read returns the requests of a collection.
func Read(text string, o collect.Options) document.Reading {
	t, err := tree.Parse(text)
	if err != nil {
		return show.Unreadable(err)
	}
	root := t.Root()
	if inner := root.Get("collection"); inner.Is(jsontext.KindObject) {
		root = inner
	}
	title := root.At("info", "name").Text()
	r := &reader{show.New()}
	r.items(root.Get("item"), speaksOfEvents(title))
	if len(r.Cases) == 0 && len(r.Findings) == 0 {
		r.Find(finding.NoWebhooks, root.Offset(), "the collection has no request with a body of JSON", "")
	}
	return r.Reading(title, o)
}

// reader reads one collection.
type reader struct{ *show.Messages }

// items reads the requests in a folder, and those in the folders below. events says
// whether their names speak of events.
func (r *reader) items(list tree.Node, events bool) {
	for item := range list.Items() {
		name := item.Get("name").Text()
		events := events || speaksOfEvents(name)
		if item.Get("item").Is(jsontext.KindArray) {
			r.items(item.Get("item"), events)
		}
		if request := item.Get("request"); request.Is(jsontext.KindObject) {
			r.request(item, request, events || speaksOfEvents(address(request)))
		}
	}
}

// speaksOfEvents reports whether a name says that requests come from a platform.
func speaksOfEvents(name string) bool {
	return slices.ContainsFunc(ident.Lower(name), func(word string) bool {
		switch strings.TrimSuffix(word, "s") {
		case "webhook", "hook", "event", "notification", "callback", "topic":
			return true
		}
		return false
	})
}

func address(request tree.Node) string {
	return cmp.Or(request.Get("url").Text(), request.At("url", "raw").Text())
}

// request reads a request and those of its example responses, which may have other
// bodies. Where none has a body, the bodies of the responses are taken.
func (r *reader) request(item, request tree.Node, events bool) {
	name := item.Get("name").Text()
	e := &collect.Entry{Name: name, Offset: item.Offset(), About: cmp.Or(about(request), about(item))}
	if !events {
		e.Doubts = []string{"nothing in the collection says that this is delivered: it may be a request to the platform"}
	}
	before := len(r.Cases)
	found := r.body(e, request, "")
	for example := range item.Get("response").Items() {
		if r.body(e, example.Get("originalRequest"), example.Get("name").Text()) {
			found = true
		}
	}
	if found || len(r.Cases) > before {
		return
	}
	for example := range item.Get("response").Items() {
		body := example.Get("body")
		if text := strings.TrimSpace(body.Text()); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
			r.text(e, body, example.Get("name").Text(), nil, "it is the body of a response")
		}
	}
}

// about returns what the description of a request says, which is text or has it inside.
func about(n tree.Node) string {
	description := n.Get("description")
	return schema.Sentence(cmp.Or(description.Text(), description.Get("content").Text()))
}

// body reads the body of a request, and reports whether there is one that should be JSON.
func (r *reader) body(e *collect.Entry, request tree.Node, name string) bool {
	body := request.Get("body")
	raw := body.Get("raw")
	text := strings.TrimSpace(raw.Text())
	if body.Get("mode").Text() != "raw" || text == "" || body.Get("disabled").Bool() {
		return false
	}
	headers := show.Pairs(request.Get("header"))
	if language := body.At("options", "raw", "language").Text(); language != "json" && !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		return false
	}
	r.text(e, raw, name, headers, "")
	return true
}

// variable is a variable of Postman.
var variable = regexp.MustCompile(`\{\{[^{}"\\]*\}\}`)

// text adds a payload that is in a string.
func (r *reader) text(e *collect.Entry, n tree.Node, name string, headers []collect.Pair, doubt string) {
	p, err := show.Payload(n, false)
	if err != nil {
		hint := ""
		if variable.MatchString(n.Text()) {
			hint = "it has variables, such as {{id}}: replace them by values"
		}
		r.Find(finding.UnreadablePayload, n.Offset(), "the body of "+show.Name(e.Name)+" is not JSON", hint)
		r.Nothing(e, headers)
		return
	}
	p.Name, p.Repairs = name, nil // a collection keeps all bodies in strings
	if doubt != "" {
		p.Doubts = append(p.Doubts, doubt)
	}
	if variable.MatchString(p.Text) {
		p.Doubts = append(p.Doubts, "it has variables, such as {{id}}, in place of values")
	}
	r.Cases = append(r.Cases, collect.Case{Entry: e, Payload: p, Shown: true, Headers: headers})
}
