package names

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestNamesStay: the name of a type, field, constant or helper depends on its own
// path and on what the spec calls it. One more example, member or topic renames
// nothing, wherever in the spec it is.
func TestNamesStay(t *testing.T) {
	grown := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var examples []infer.Example
		for i := range 2 + r.IntN(4) {
			event := []string{"Order", "Cart", "Data"}[r.IntN(3)]
			examples = append(examples, infer.Example{ID: fmt.Sprintf("%s#%d", event, i), Order: i, Event: event, Text: randomObject(r, 3)})
		}
		decisions := infer.Decisions{Fields: []infer.FieldDecision{{Path: "OrderEvent/id", Name: "Number"}}}
		before := byPath(t, examples[:len(examples)-1], decisions)
		added := examples[len(examples)-1]
		for i := range examples[:len(examples)-1] {
			examples[i].Order++
		}
		added.Order = 0
		after := byPath(t, append(examples[:len(examples)-1:len(examples)-1], added), decisions)
		if len(after) > len(before) {
			grown++
		}
		for what, name := range before {
			if now, ok := after[what]; ok && now != name {
				t.Errorf("seed %d: %s is %s, was %s before the example %s", seed, what, now, name, added.Text)
			}
		}
	}
	if grown == 0 {
		t.Error("no example added anything")
	}
}

// byPath returns the names of what examples show, by what is named.
func byPath(t *testing.T, examples []infer.Example, d infer.Decisions) map[string]string {
	t.Helper()
	evidence, problems := infer.Observe(examples...)
	if len(problems) > 0 {
		t.Fatal(golden.Problems(problems))
	}
	model, _ := infer.Decide(evidence, d)
	var spec Spec
	for _, x := range examples {
		spec.Topics = append(spec.Topics, Topic{Name: strings.ToLower(x.ID), Event: x.Event})
	}
	n, all := Of(spec, model), make(map[string]string)
	for _, topic := range spec.Topics {
		all["topic "+topic.Name] = n.Topic(topic.Name)
	}
	for _, e := range n.Events {
		all["event "+e.Name] = e.Go
	}
	for _, st := range n.Structs {
		all["struct "+st.Path] = st.Go
		all["shape of "+st.Path] = st.Shape
		for _, f := range st.Fields {
			all["field "+f.Path] = f.Go
			// A type is printed with the paths of its structs.
			all["helper "+f.Type.String()] = n.ID(f.Type)
		}
	}
	return all
}

// randomObject returns an object with some members whose names are hard: similar,
// plural, those of methods, and those of events.
func randomObject(r *rand.Rand, depth int) string {
	keys := []string{"id", "ID", "items", "item", "data", "order", "Order", "order_event", "event", "events", "topic", "extra", "raw", "_id", "envelope", "series"}
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	var members []string
	for _, key := range keys[:1+r.IntN(6)] {
		members = append(members, fmt.Sprintf("%q:%s", key, randomValue(r, depth-1)))
	}
	return "{" + strings.Join(members, ",") + "}"
}

func randomValue(r *rand.Rand, depth int) string {
	switch n := r.IntN(8); {
	case n < 3 && depth > 0:
		return randomObject(r, depth)
	case n < 5 && depth > 0:
		return "[" + randomValue(r, depth-1) + "]"
	}
	return []string{"1", `"x"`, "null", "true", "1.5", "[]", "{}"}[r.IntN(7)]
}
