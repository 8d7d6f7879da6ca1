package addition

import (
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/specs"
)

// TestNameEvents checks which topics of one run share an event, and what it is called.
func TestNameEvents(t *testing.T) {
	const (
		push   = `{"actor":{"id":1},"repository":{"id":1},"push":{"changes":[1]}}`
		fork   = `{"actor":{"id":1},"repository":{"id":1},"fork":{"id":1}}`
		update = `{"actor":{"id":1},"repository":{"id":1},"changes":{"name":"x"}}`
		item   = `{"code":"X","date":"2024","amount":1,"reference":"r","reason":"","success":"true","more":{"a":1}}`
	)
	for _, c := range []struct {
		about    string
		have     string // a topic of the spec with the event Repo, and its body
		payloads []string
		want     string
	}{
		{"none is about the thing itself", "", []string{"repo:push " + push, "repo:fork " + fork}, "RepoPush RepoFork"},
		{"one is", "", []string{"repo:push " + push, "repo:updated " + update, "repo:fork " + fork}, "RepoPush Repo RepoFork"},
		{"the spec has one", "repo:push " + push, []string{"repo:updated " + update, "repo:pushed " + push}, "RepoUpdated Repo"},
		{"all are alike", "", []string{"repo:push " + push, "repo:pushed " + push}, "Repo Repo"},
		{"in one word", "", []string{"comment_created " + push, "comment_deleted " + push, "issue " + fork}, "Comment Comment Issue"},
		{"one action, two things", "", []string{"channel_created " + push, "channel_archive " + fork}, "Channel ChannelArchive"},
		{"codes of one form", "", []string{"CAPTURE " + item, "REFUND " + item, "OFFER_CLOSED " + strings.Replace(item, `"more"`, `"other"`, 1)}, "Notification Notification Notification"},
		{"two codes", "", []string{"CAPTURE " + item, "REFUND " + item}, "Capture Refund"},
		{"an object says what it is about", "", []string{"a " + push, "b " + push, "c " + push}, "A B C"},
		{"beside others, a code is a topic like others", "repo:push " + push, []string{"CAPTURE " + item, "REFUND " + item, "DISPUTE " + item}, "Capture Refund Dispute"},
		{"arrays", "", []string{"a.x [1]", "a.y [2]"}, "A A"},
	} {
		b := newBatch(spec{name: "acme"}, nil)
		if c.have != "" {
			name, body, _ := strings.Cut(c.have, " ")
			b.platform.Topics = []specs.Topic{{Name: name, Event: "Repo", Examples: []specs.Example{{Text: body}}}}
		}
		var payloads []Payload
		for _, p := range c.payloads {
			name, body, _ := strings.Cut(p, " ")
			payloads = append(payloads, Payload{Topic: name, Text: body})
		}
		events := b.nameEvents(payloads)
		var got []string
		for _, x := range payloads {
			got = append(got, events[x.Topic])
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %v, want %s", c.about, got, c.want)
		}
	}
}
