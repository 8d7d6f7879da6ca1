// Package asyncapi reads the messages that a description of an API in AsyncAPI 2 or 3
// documents.
package asyncapi

import (
	"cmp"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/document"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/collect"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/show"
	"github.com/specimen-go/specimen/cmd/specimen/internal/document/tree"
	"github.com/specimen-go/specimen/infer/jsontext"
	"github.com/specimen-go/specimen/specs/finding"
)

// Read returns the messages in an AsyncAPI document, which is JSON or YAML.
func Read(text string, o collect.Options) document.Reading {
	t, err := tree.Parse(text)
	if err != nil {
		return show.Unreadable(err)
	}
	root := t.Root()
	r := &reader{show.New(), root.Get("defaultContentType").Text()}
	for name, n := range root.Get("channels").Members() {
		r.channel(name, r.Follow(n))
	}
	if len(r.Cases) == 0 {
		for name, n := range root.At("components", "messages").Members() {
			r.message(named{n, name}, "", r.Follow(n))
		}
	}
	if len(r.Cases) == 0 && len(r.Findings) == 0 {
		r.Find(finding.NoWebhooks, root.Offset(), "the document has no messages", "")
	}
	return r.Reading(root.At("info", "title").Text(), o)
}

// reader reads one document.
type reader struct {
	*show.Messages
	contentType string // of messages that do not say it
}

// named is a message with its name in a list.
type named struct {
	tree.Node
	name string
}

// channel reads the messages of a channel. The topic of its only message is the channel;
// of several, each is a topic.
func (r *reader) channel(name string, n tree.Node) {
	var all []named
	for name, message := range n.Get("messages").Members() { // AsyncAPI 3
		all = append(all, named{message, name})
	}
	for _, action := range []string{"publish", "subscribe"} { // AsyncAPI 2
		message := n.At(action, "message")
		list := r.Follow(message).Get("oneOf")
		for one := range list.Items() {
			all = append(all, named{one, ""})
		}
		if message.Exists() && !list.Exists() {
			all = append(all, named{message, ""})
		}
	}
	channel := cmp.Or(n.Get("address").Text(), name)
	if len(all) != 1 {
		channel = ""
	}
	for _, m := range all {
		r.message(m, channel, n)
	}
	if len(all) == 0 {
		r.Find(finding.NoPayload, n.Offset(), "channel "+show.Name(name)+" has no message", "")
	}
}

// message reads a message, whose topic is the channel if that is named.
func (r *reader) message(m named, channel string, around tree.Node) {
	n := r.Follow(m.Node)
	if !n.Exists() {
		return
	}
	ref := m.Get("$ref").Text()
	name := cmp.Or(n.Get("name").Text(), n.Get("messageId").Text(), m.name, ref[strings.LastIndexByte(ref, '/')+1:], n.Get("title").Text())
	topic := cmp.Or(channel, name)
	e := r.Entry(topic, m.NameOffset(), n)
	if channel != "" {
		e.Offset = around.NameOffset()
	}
	if e.About == "" {
		e.About = r.Entry("", 0, around).About
	}
	what := "message " + show.Name(topic)
	if kind := cmp.Or(n.Get("contentType").Text(), r.contentType); kind != "" && !show.IsJSON(kind) {
		r.Find(finding.NoPayload, n.Offset(), what+" is not JSON", "")
		r.Nothing(e, nil)
		return
	}
	payload := n.Get("payload")
	if inner := payload.Get("schema"); inner.Is(jsontext.KindObject) { // with its schemaFormat
		payload = inner
	}
	headers := r.Fixed(n.Get("headers"))
	for i := range headers {
		headers[i].Name = strings.TrimPrefix(headers[i].Name, "/")
	}
	r.Message(show.Message{Entry: e, What: what, Offset: n.Offset(), Variant: name, Headers: headers, Schema: payload, Examples: r.examples(n)})
}

// examples returns the examples of a message, with their names and headers.
func (r *reader) examples(n tree.Node) []show.Example {
	var all []show.Example
	for x := range n.Get("examples").Items() {
		x = r.Follow(x)
		if value := x.Get("payload"); value.Exists() {
			all = append(all, show.Example{Name: x.Get("name").Text(), Value: value, Headers: show.Pairs(x.Get("headers"))})
		}
	}
	return all
}
