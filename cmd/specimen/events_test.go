package main

import (
	"testing"

	"github.com/specimen-go/specimen/generated/fecify/fecifytest"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shoplazza/shoplazzatest"
	"github.com/specimen-go/specimen/generated/shopline/shoplinetest"
	"github.com/specimen-go/specimen/generated/shoptop/shoptoptest"
)

// eventsOf decodes the documented payloads of all platforms.
func eventsOf(t *testing.T) []payload.Event {
	t.Helper()
	var all []payload.Event
	for _, x := range fecifytest.Examples() {
		all = append(all, x.Event())
	}
	for _, x := range shoplazzatest.Examples() {
		all = append(all, x.Event())
	}
	for _, x := range shoplinetest.Examples() {
		all = append(all, x.Event())
	}
	for _, x := range shoptoptest.Examples() {
		all = append(all, x.Event())
	}
	if len(all) < 80 {
		t.Fatalf("there are only %d events", len(all))
	}
	return all
}

// TestFixtures gets documented payloads by their names.
func TestFixtures(t *testing.T) {
	for _, x := range shoplazzatest.Examples() {
		if got := shoplazzatest.Payload(x.Topic, x.Name); string(got) != string(x.Payload()) || len(got) == 0 {
			t.Errorf("%s, %s: %q", x.Topic, x.Name, got)
		}
		if got := x.Event(); got.Topic() != x.Topic || string(got.Raw()) != string(x.Payload()) {
			t.Errorf("%s, %s: %v", x.Topic, x.Name, got)
		}
	}
	first := shoplazzatest.Payload(shoplazza.TopicOrdersCreate, "")
	if newer := shoplazzatest.Payload(shoplazza.TopicOrdersCreate, "newer"); string(first) != string(newer) {
		t.Error("the first example is not the newer one")
	}
	defer func() {
		if got, want := recover(), `shoplazzatest: the topic "orders/create" has no example "none"`; got != want {
			t.Errorf("got the panic %v, want %v", got, want)
		}
	}()
	shoplazzatest.Payload(shoplazza.TopicOrdersCreate, "none")
}

// TestEventsOfAllPlatforms stores events of every platform with one function.
func TestEventsOfAllPlatforms(t *testing.T) {
	stored := make(map[string]string)
	store := func(event payload.Event) { stored[event.TopicName()] = string(event.AppendJSON(nil)) }
	for _, event := range eventsOf(t) {
		store(event)
		if event.TopicName() == "" || len(event.Raw()) == 0 || stored[event.TopicName()] == "" {
			t.Errorf("%T: topic %q, %d bytes raw", event, event.TopicName(), len(event.Raw()))
		}
	}
}
