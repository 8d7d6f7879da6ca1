package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/generated/payload"
)

// The files receiver*_test.go have programs as importers of the generated packages write
// them: books keeps the totals and lines of orders, stock the stock of variants, and parcels
// the addresses and refunds of orders. Their tests run them over the documented payloads of
// all platforms that they apply to.

// documentedBodies returns the documented payloads of a platform's topic.
func documentedBodies(t *testing.T, platform, folder string) [][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "generated", platform, platform+"test", "testdata", folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no payload of %s %s: %v", platform, folder, err)
	}
	slices.Sort(files)
	var bodies [][]byte
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, body)
	}
	return bodies
}

// decoded returns the events of bodies on a topic.
func decoded[T ~string, E payload.Event](t *testing.T, decode func(T, []byte) (E, error), topic T, bodies ...[]byte) []payload.Event {
	t.Helper()
	var events []payload.Event
	for _, body := range bodies {
		event, err := decode(topic, body)
		if err != nil {
			t.Fatalf("%s: %v", topic, err)
		}
		events = append(events, event)
	}
	return events
}
