package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/generated/fecify"
	"github.com/specimen-go/specimen/generated/payload"
	"github.com/specimen-go/specimen/generated/shoplazza"
	"github.com/specimen-go/specimen/generated/shopline"
	"github.com/specimen-go/specimen/generated/shoptop"
)

// eventsOf decodes the first example of each documented topic of every platform.
func eventsOf(t *testing.T) []payload.Event {
	t.Helper()
	var all []payload.Event
	for _, p := range []struct {
		name   string
		topics []string
		decode func(topic string, body []byte) (payload.Event, error)
	}{
		{"fecify", texts(fecify.Topics()), func(topic string, body []byte) (payload.Event, error) {
			return fecify.Decode(fecify.Topic(topic), body)
		}},
		{"shoplazza", texts(shoplazza.Topics()), func(topic string, body []byte) (payload.Event, error) {
			return shoplazza.Decode(shoplazza.Topic(topic), body)
		}},
		{"shopline", texts(shopline.Topics()), func(topic string, body []byte) (payload.Event, error) {
			return shopline.Decode(shopline.Topic(topic), body)
		}},
		{"shoptop", texts(shoptop.Topics()), func(topic string, body []byte) (payload.Event, error) {
			return shoptop.Decode(shoptop.Topic(topic), body)
		}},
	} {
		for _, topic := range p.topics {
			files, err := filepath.Glob("../../generated/" + p.name + "/testdata/" + strings.ReplaceAll(topic, "/", "-") + "/*.json")
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				body, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				event, err := p.decode(topic, body)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, event)
			}
		}
	}
	if len(all) < 50 {
		t.Fatalf("there are only %d events", len(all))
	}
	return all
}

// texts returns topics as strings.
func texts[T ~string](topics []T) []string {
	var all []string
	for _, t := range topics {
		all = append(all, string(t))
	}
	return all
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
