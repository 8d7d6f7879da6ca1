package main

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/capture"
	"github.com/specimen-go/specimen/infer/observe"
	"github.com/specimen-go/specimen/specs"
)

// TestRandomPlatformsObserved checks that observe finds nothing in the examples of a
// spec: they fit the types that come from them, whatever is decided. What is elided is
// left out, as a delivery has a value there, and so are editions that were replaced, whose
// null and absence are not in the types.
func TestRandomPlatformsObserved(t *testing.T) {
	first, count := envNumber(t, "SPECIMEN_SEED", 1), envNumber(t, "SPECIMEN_PLATFORMS", 10)
	for seed := first; seed < first+count; seed++ {
		d := dice{rand.New(rand.NewPCG(uint64(seed), 1))}
		s := d.newSpec("acme")
		for i := range s.topics {
			for k := range s.topics[i].examples {
				s.topics[i].examples[k].elided, s.topics[i].examples[k].older = nil, false
			}
		}
		model, _, ok := settle(t, s)
		if !ok {
			continue
		}
		d.decide(s, model)
		if model, _, ok = settle(t, s); !ok {
			continue
		}
		observeExamples(t, s, model)
	}
}

// observeExamples compares the examples of each topic with its types.
func observeExamples(t *testing.T, s *randomSpec, model infer.Model) {
	t.Helper()
	set, err := specs.Load(s.files(), "specs")
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range set.Platforms[0].Topics {
		if topic.Payload != specs.Documented {
			continue
		}
		events := map[string]string{topic.Name: topic.Event}
		c := capture.NewCollector(capture.Source{Topic: topic.Name}, capture.Topics{topic.Name: topic.Name}, capture.Mask(observe.Names(model)))
		observe.Know(c, model, events)
		for _, x := range topic.Examples {
			c.Add([]byte(x.Text))
		}
		r := observe.Compare(c.Capture(), model, events)
		found := slices.Clone(r.Topics[0].Findings)
		found = slices.DeleteFunc(found, func(f observe.Finding) bool {
			return f.Kind.Remark() || f.Want == "timestamp" || f.Want == "base64" // which no example need be one of
		})
		if len(found) > 0 || len(r.Unknown) > 0 || r.Untold.Seen() {
			t.Errorf("%s: topic %q: %+v\n%s", s.name, topic.Name, found, s.text())
		}
	}
}
