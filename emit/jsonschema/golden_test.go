package jsonschema

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/golden"
)

// TestGolden makes the schema of the examples of each archive, whose names are
// topic#example.json: the event of a topic is its first word. Each topic has the alias
// old/topic, and there is one without a payload. The outputs are "index" and, for a topic,
// "topic NAME".
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *golden.Archive) {
		types := typesOf(t, a)
		a.Compare(t, "index", textOf(t, types.Index()))
		for _, f := range a.Files {
			if name, ok := strings.CutPrefix(f.Name, "topic "); ok {
				s, ok := types.Topic(name)
				if !ok {
					t.Fatalf("no topic %s", name)
				}
				a.Compare(t, f.Name, textOf(t, s))
			}
		}
	})
}

func textOf(t *testing.T, s *Schema) string {
	t.Helper()
	text, err := s.Text()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// typesOf returns the types that an archive describes.
func typesOf(t *testing.T, a *golden.Archive) Types {
	t.Helper()
	decisions, examples := a.ReadDecisions(t), a.Examples()
	p := emit.Platform{Package: "acme", Title: "Acme", Shown: map[string]string{"ThingEvent/count": "5"}}
	seen := make(map[string]bool)
	for i, x := range examples {
		if x.Type != "" {
			continue
		}
		topic, _, _ := strings.Cut(x.ID, "#")
		word, _, _ := strings.Cut(topic, "/")
		examples[i].Event = names.GoName(word)
		if !seen[topic] {
			seen[topic] = true
			p.Topics = append(p.Topics, emit.Topic{Topic: names.Topic{Name: topic, Event: examples[i].Event}, Aliases: []string{"old/" + topic}})
		}
	}
	p.Topics = append(p.Topics, emit.Topic{Topic: names.Topic{Name: "silent"}})
	evidence, problems := infer.Observe(examples...)
	model, more := infer.Decide(evidence, decisions.Decisions)
	if problems = append(problems, more...); infer.HasErrors(problems) {
		t.Fatal(golden.Problems(problems))
	}
	return Of(p, names.Of(p.NamesSpec(), model))
}

// TestUnknown checks that there is no schema of what the platform does not have, and that
// events and topics are found by each of their names.
func TestUnknown(t *testing.T) {
	types := typesOf(t, golden.Read(t, "testdata/kinds.txtar")[0])
	for name, want := range map[string]bool{"Thing": true, "ThingEvent": true, "thing": false, "": false} {
		if _, ok := types.Event(name); ok != want {
			t.Errorf("event %q: %t, want %t", name, ok, want)
		}
	}
	for name, want := range map[string]bool{"thing/create": true, "old/thing/create": true, "silent": true, "Thing": false, "": false} {
		if _, ok := types.Topic(name); ok != want {
			t.Errorf("topic %q: %t, want %t", name, ok, want)
		}
	}
}

// TestSame checks that a schema does not depend on what was asked for before, and that making
// another one does not change it.
func TestSame(t *testing.T) {
	a := golden.Read(t, "testdata/kinds.txtar")[0]
	types := typesOf(t, a)
	event, _ := types.Event("Thing")
	first, index := textOf(t, event), textOf(t, types.Index())
	again, _ := types.Event("Thing")
	if textOf(t, event) != first || textOf(t, again) != first || textOf(t, types.Index()) != index || textOf(t, typesOf(t, a).Index()) != index {
		t.Error("the second schema is another one than the first")
	}
}
