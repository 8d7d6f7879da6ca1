package diff

import (
	"fmt"
	"slices"
	"testing"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// TestCauses: the first cause of a change is a decision on the place, or else what
// one of the states shows there for the first time.
func TestCauses(t *testing.T) {
	side := func(decisions infer.Decisions, texts ...string) Side {
		s := Side{Platform: emit.Platform{Package: "acme", Header: "X", Topics: []emit.Topic{{Topic: names.Topic{Name: "t", Event: "A", Ref: "/t"}, PayloadRef: "/t/event"}}}, Decisions: decisions}
		var all []infer.Example
		for i, text := range texts {
			id := fmt.Sprint("t#", i)
			all = append(all, infer.Example{ID: id, Order: i, Event: "A", Text: text})
			s.Platform.Examples = append(s.Platform.Examples, emit.Example{ID: id, Topic: "t", Text: text})
		}
		evidence, problems := infer.Observe(all...)
		model, more := infer.Decide(evidence, decisions)
		if infer.HasErrors(append(problems, more...)) {
			t.Fatal(problems, more)
		}
		s.Model, s.Names = model, names.Of(s.Platform.NamesSpec(), model)
		return s
	}
	field := func(f infer.FieldDecision) infer.Decisions { return infer.Decisions{Fields: []infer.FieldDecision{f}} }
	none := infer.Decisions{}
	number := field(infer.FieldDecision{Path: "AEvent/a", Type: "number", Ref: "/fields/a"})
	for _, c := range []struct {
		what     string
		old, new Side
		want     string
	}{
		{"a null", side(none, `{"a": 1}`), side(none, `{"a": 1}`, `{"a": 2}`, `{"a": null}`), "new t#2 6"},
		{"no null", side(none, `{"a": 1}`, `{"a": null}`), side(none, `{"a": 1}`), "old t#1 6"},
		{"a fraction", side(none, `{"a": 1}`), side(none, `{"a": 1}`, `{"a": 2.5}`), "new t#1 6"},
		{"absent", side(none, `{"b": {"a": 1}, "id": 1}`), side(none, `{"b": {"a": 1}, "id": 1}`, `{"b": {}, "id": 1}`), "new t#1 6"},
		{"an element", side(none, `{"a": [1]}`), side(none, `{"a": [1, 2, null]}`), "new t#0 13"},
		{"a decision", side(none, `{"a": "1"}`), side(number, `{"a": "1"}`), "new /fields/a/type"},
		{"no decision", side(number, `{"a": "1"}`), side(none, `{"a": "1"}`), "old /fields/a/type"},
		{"a line that says that there are elements", side(field(infer.FieldDecision{Path: "AEvent/a/*", About: "a word", Ref: "/fields/a"}), `{"a": null}`), side(none, `{"a": null}`), "old /fields/a"},
		{"another reason", side(number, `{"a": "1"}`), side(number, `{"a": "1"}`, `{"a": null}`), "new t#1 6"},
	} {
		changes := Compare(c.old, c.new)
		if len(changes) != 1 {
			t.Errorf("%s: %d changes", c.what, len(changes))
			continue
		}
		cause := NewCauses(c.old, c.new).Of(changes[0])[0]
		got := "new "
		if cause.Old {
			got = "old "
		}
		if got += string(cause.Ref) + cause.Example; cause.Example != "" {
			got += fmt.Sprint(" ", cause.Offset)
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}

// TestCauseElsewhere: an event whose body is not an object any more has no envelope, so
// what it had in a member of the envelope decides nothing there. The cause is that body.
func TestCauseElsewhere(t *testing.T) {
	side := func(orders ...string) Side {
		d := infer.Decisions{
			Envelope: []infer.EnvelopeMember{{Name: "ts"}, {Name: "a"}},
			Fields:   []infer.FieldDecision{{Path: "CartEvent/a", Type: "json"}},
			Enums:    []infer.EnumDecision{{Name: "Status", At: []infer.PathRef{{Path: "CartEvent/a/*"}}, Values: []infer.EnumValue{{Text: "x"}}}},
		}
		all := []infer.Example{
			{ID: "Cart#0", Event: "Cart", Text: `{"ts": 1, "a": "[\"x\"]"}`}, {ID: "User#0", Event: "User", Text: `{"ts": 1, "a": ""}`},
		}
		for i, text := range orders {
			all = append(all, infer.Example{ID: fmt.Sprint("Order#", i), Order: i, Event: "Order", Text: text})
		}
		s := &state{examples: all, decisions: d, platform: emit.Platform{Package: "acme", Header: "X"}}
		for _, x := range all {
			topic := names.Topic{Name: x.Event, Event: x.Event}
			if !slices.ContainsFunc(s.platform.Topics, func(t emit.Topic) bool { return t.Name == x.Event }) {
				s.platform.Topics = append(s.platform.Topics, emit.Topic{Topic: topic})
			}
			s.platform.Examples = append(s.platform.Examples, emit.Example{ID: x.ID, Topic: x.Event, Text: x.Text})
		}
		return s.side(t)
	}
	old, new := side(`{"ts": 1, "a": "{\"b\": 1}"}`), side(`{"ts": 1, "a": "{\"b\": 1}"}`, `1`)
	causes := NewCauses(old, new)
	found := false
	for _, x := range Compare(old, new) {
		if x.Kind != Added || x.What != Type {
			continue
		}
		found = true
		if c := causes.Of(x); len(c) == 0 || c[0].Example != "Order#1" || c[0].Old {
			t.Errorf("%s: got %v, want the new body of Order", x, c)
		}
	}
	if !found {
		t.Error("the enum was not added")
	}
}

// TestCausesAnywhere: every change but that of the platform has causes, and each
// is in a state that has it.
func TestCausesAnywhere(t *testing.T) {
	for seed := range uint64(seeds) {
		hasCauses(t, seed)
	}
}

func hasCauses(t *testing.T, seed uint64) {
	a, b, _ := states(seed, 6)
	old, new := a.side(t), b.side(t)
	for _, s := range []struct {
		*Side
		*state
	}{{&old, a}, {&new, b}} {
		for _, x := range s.examples {
			for _, topic := range s.platform.Topics {
				if topic.Event == x.Event {
					s.Platform.Examples = append(s.Platform.Examples, emit.Example{ID: x.ID, Topic: topic.Name, Text: x.Text})
					break
				}
			}
		}
	}
	causes := NewCauses(old, new)
	for _, x := range Compare(old, new) {
		all := causes.Of(x)
		if len(all) == 0 && x.What != Platform {
			t.Fatalf("seed %d: no cause of %s", seed, show([]Change{x}))
		}
		for _, c := range all {
			side := new
			if c.Old {
				side = old
			}
			for _, e := range side.Platform.Examples {
				if e.ID == c.Example && c.Offset >= len(e.Text) {
					t.Fatalf("seed %d: %v is not in %s", seed, c, e.Text)
				}
			}
		}
	}
}
