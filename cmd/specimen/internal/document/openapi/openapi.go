// Package openapi reads the webhooks that a description of an API in OpenAPI 3.0 or 3.1
// documents: webhooks, x-webhooks and callbacks.
package openapi

import (
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

// Read returns the webhooks in an OpenAPI document, which is JSON or YAML.
func Read(text string, o collect.Options) document.Reading {
	t, err := tree.Parse(text)
	if err != nil {
		return show.Unreadable(err)
	}
	root := t.Root()
	r := &reader{Messages: show.New(), root: root, seen: map[int]bool{}}
	if root.Has("swagger") {
		r.Find(finding.NoWebhooks, root.Get("swagger").Offset(), "Swagger 2.0 has no webhooks", "convert the document to OpenAPI 3.1")
	}
	for _, name := range []string{"webhooks", "x-webhooks"} {
		for name, item := range root.Get(name).Members() {
			r.pathItem(name, item, "")
		}
	}
	r.callbacks()
	if len(r.Cases) == 0 {
		r.schemas()
	}
	if len(r.Cases) == 0 && len(r.Findings) == 0 {
		r.Find(finding.NoWebhooks, root.Offset(), "the document has no webhooks", "its paths are requests to the platform, which is not what this tool is for")
	}
	return r.Reading(root.At("info", "title").Text(), o)
}

// reader reads one document.
type reader struct {
	*show.Messages
	root tree.Node
	seen map[int]bool // callbacks, which several operations may share
}

var methods = strings.Fields("post put patch get delete")

// pathItem reads a webhook, which is an object with a request for one method or more.
func (r *reader) pathItem(name string, n tree.Node, doubt string) {
	item := r.Follow(n)
	found := false
	for _, method := range methods {
		if operation := item.Get(method); operation.Is(jsontext.KindObject) {
			found = true
			r.operation(name, n, item, operation, doubt)
		}
	}
	if item.Exists() && !found {
		r.Find(finding.NoPayload, n.Offset(), "webhook "+show.Name(name)+" has no request", "")
	}
}

// operation reads the request of a webhook.
func (r *reader) operation(name string, n, item, operation tree.Node, doubt string) {
	e := r.Entry(name, n.NameOffset(), operation)
	if e.About == "" {
		e.About = schema.About(item)
	}
	if doubt != "" {
		e.Doubts = append(e.Doubts, doubt)
	}
	headers := append(r.headers(item), r.headers(operation)...)
	body := r.Follow(operation.Get("requestBody"))
	media, ok := r.json(body)
	switch {
	case !body.Exists():
		r.Find(finding.NoPayload, n.Offset(), "webhook "+show.Name(name)+" has no body", "")
		r.Nothing(e, headers)
	case !ok:
		r.Find(finding.NoPayload, body.Offset(), "the body of webhook "+show.Name(name)+" is not JSON", "")
		r.Nothing(e, headers)
	default:
		r.Message(show.Message{
			Entry: e, What: "webhook " + show.Name(name), Offset: n.Offset(), Headers: headers,
			Schema: media.Get("schema"), Examples: r.examples(media),
		})
	}
}

// json returns the media type of a body that is JSON.
func (r *reader) json(body tree.Node) (media tree.Node, ok bool) {
	for name, n := range body.Get("content").Members() {
		if show.IsJSON(name) {
			return r.Follow(n), true
		}
	}
	return tree.Node{}, false
}

// examples returns the examples of a media type, with their names.
func (r *reader) examples(media tree.Node) []show.Example {
	var all []show.Example
	if value := media.Get("example"); value.Exists() {
		all = append(all, show.Example{Value: value})
	}
	for name, n := range media.Get("examples").Members() {
		example := r.Follow(n)
		value := example.Get("value")
		for _, name := range []string{"dataValue", "serializedValue"} { // OpenAPI 3.2
			if !value.Exists() {
				value = example.Get(name)
			}
		}
		switch {
		case value.Exists():
			all = append(all, show.Example{Name: name, Value: value})
		case example.Has("externalValue"):
			r.Find(finding.ExternalExample, example.Get("externalValue").Offset(), "the example "+show.Name(name)+" is in a file of its own", "add that file with: specimen add")
		case example.Exists():
			r.Find(finding.NoPayload, n.Offset(), "the example "+show.Name(name)+" has no value", "")
		}
	}
	return all
}

// headers returns the headers of a request that always have one value, or have an example.
func (r *reader) headers(n tree.Node) []collect.Pair {
	var all []collect.Pair
	for p := range n.Get("parameters").Items() {
		p = r.Follow(p)
		if p.Get("in").Text() != "header" {
			continue
		}
		value := schema.Only(r.Follow(p.Get("schema")))
		if !value.Exists() {
			value = p.Get("example")
		}
		for _, example := range r.Examples(p.Get("schema")) {
			if !value.Exists() {
				value = example
			}
		}
		if text := value.Text(); text != "" {
			all = append(all, collect.Pair{Name: p.Get("name").Text(), Value: text})
		}
	}
	return all
}

// callbacks reads the callbacks of all operations.
func (r *reader) callbacks() {
	const doubt = "it is documented as a callback of a request, whose name may not be a topic"
	for _, item := range r.root.Get("paths").Members() {
		item = r.Follow(item)
		for _, method := range methods {
			for name, n := range item.At(method, "callbacks").Members() {
				callback := r.Follow(n)
				if !callback.Exists() || r.seen[callback.ID()] {
					continue
				}
				r.seen[callback.ID()] = true
				for _, request := range callback.Members() {
					if request.Is(jsontext.KindObject) {
						r.pathItem(name, request, doubt)
					}
				}
			}
		}
	}
}

// schemas reads the schemas that are named like a webhook and have examples, in a document
// that has webhooks nowhere else.
func (r *reader) schemas() {
	const doubt = "it is documented as a schema only, whose name may not be a topic"
	for name, n := range r.root.At("components", "schemas").Members() {
		switch ident.Last(name) {
		case "webhook", "event", "notification":
		default:
			continue
		}
		e := r.Entry(name, n.NameOffset(), n)
		e.Doubts = []string{doubt}
		m := show.Message{Entry: e, What: "schema " + show.Name(name), Offset: n.Offset(), Schema: n, Examples: r.extensions(n)}
		if len(m.Examples) > 0 || len(r.Examples(n)) > 0 {
			r.Message(m)
		}
	}
}

// extensions returns the examples of a schema that tools write as extensions.
func (r *reader) extensions(n tree.Node) []show.Example {
	var all []show.Example
	if value := n.Get("x-example"); value.Exists() {
		all = append(all, show.Example{Value: value})
	}
	for name, value := range n.Get("x-examples").Members() {
		if inner := value.Get("value"); inner.Exists() && value.Len() < 4 {
			value = inner
		}
		all = append(all, show.Example{Name: name, Value: value})
	}
	return all
}
