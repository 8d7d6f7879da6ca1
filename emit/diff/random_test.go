package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
)

// state is what a random spec says, in a form that can be shuffled and changed a
// little.
type state struct {
	examples  []infer.Example
	tables    []infer.Table
	decisions infer.Decisions
	platform  emit.Platform
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// randomValue writes a JSON value of few keys and forms, so that two of them
// often have much in common.
func randomValue(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(2) == 0 {
		return pick(r, "null", "1", "1", "7", "2.5", `"x"`, `"x"`, `""`, `"1"`, "true", `"2024-01-02"`, `"{\"a\":1}"`, "[]", "{}", "1e30")
	}
	if r.IntN(4) == 0 {
		var parts []string
		for range r.IntN(3) {
			parts = append(parts, randomValue(r, depth-1))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	var parts []string
	for _, key := range []string{"a", "b", "c"} {
		if r.IntN(3) > 0 {
			parts = append(parts, fmt.Sprintf("%q:%s", key, randomValue(r, depth-1)))
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func randomExample(r *rand.Rand, event string, i int) infer.Example {
	text := fmt.Sprintf(`{"ts":%s,"a":%s,"b":%s}`, pick(r, "1", "2", `"1"`), randomValue(r, 3), randomValue(r, 3))
	if r.IntN(12) == 0 {
		text = randomValue(r, 2)
	}
	return infer.Example{ID: fmt.Sprintf("%s#%d", event, i), Event: event, Text: text}
}

func randomState(r *rand.Rand) *state {
	s := &state{platform: emit.Platform{Package: "acme", Header: pick(r, "X-Topic", "X-Topic", "")}}
	if s.platform.Header == "" && r.IntN(3) > 0 {
		s.platform.Member = "/ts"
	}
	for _, event := range []string{"Order", "Cart", "User"} {
		if r.IntN(5) > 0 {
			s.addEvent(r, event)
		}
	}
	s.document(r)
	s.decide(r)
	return s
}

// document adds lines of tables about events that have examples.
func (s *state) document(r *rand.Rand) {
	for i := range r.IntN(4) {
		if len(s.examples) == 0 {
			return
		}
		x := pick(r, s.examples...)
		words := infer.TableWords()
		line := infer.TableMember{
			Path: pick(r, "a", "b", "c", "a/a", "told"), Type: &infer.TableType{Word: pick(r, words...)},
			Null: r.IntN(4) == 0, Optional: r.IntN(4) == 0, Required: r.IntN(4) == 0,
			Order: 100 + len(s.tables), Ref: infer.Ref(fmt.Sprintf("/documented/%d", i)),
		}
		s.tables = append(s.tables, infer.Table{Event: x.Event, Members: []infer.TableMember{line}})
	}
}

func (s *state) addEvent(r *rand.Rand, event string) {
	for i := range 1 + r.IntN(2) {
		s.examples = append(s.examples, randomExample(r, event, i))
	}
	for _, topic := range []string{"create", "update"} {
		t := emit.Topic{Topic: names.Topic{Name: strings.ToLower(event) + "/" + topic, Event: event}}
		if r.IntN(4) == 0 {
			t.Event = ""
		}
		if r.IntN(4) == 0 {
			t.Aliases = []string{strings.ToLower(event) + "/old"}
		}
		if r.IntN(6) == 0 {
			t.GoName = event + "Topic" + topic
		}
		if topic == "create" {
			t.Event = event // somebody has to have it
		}
		s.platform.Topics = append(s.platform.Topics, t)
	}
}

// decide adds random decisions, as far as they fit the examples.
func (s *state) decide(r *rand.Rand) {
	evidence := s.evidence()
	try := func(change func(*infer.Decisions)) {
		d := s.decisions
		d.Types, d.Fields, d.Enums = slices.Clone(d.Types), slices.Clone(d.Fields), slices.Clone(d.Enums)
		change(&d)
		if _, problems := infer.Decide(evidence, d); !infer.HasErrors(problems) {
			s.decisions = d
		}
	}
	place := func() string {
		return pick(r, "OrderEvent", "CartEvent", "UserEvent") + pick(r, "/a", "/b", "/a/a", "/a/b", "/b/*", "/a/*")
	}
	for range r.IntN(4) {
		try(func(d *infer.Decisions) {
			t := infer.TypeDecision{Name: pick(r, "One", "Two", "Three"), Why: "so"}
			for range 1 + r.IntN(2) {
				t.At = append(t.At, infer.PathRef{Path: place()})
			}
			d.Types = append(slices.DeleteFunc(d.Types, func(o infer.TypeDecision) bool { return o.Name == t.Name }), t)
		})
	}
	for range r.IntN(4) {
		try(func(d *infer.Decisions) {
			d.Fields = append(d.Fields, infer.FieldDecision{
				Path: place(), Type: pick(r, append([]string{"", "json", "map", "value"}, infer.TypeWords()...)...),
				Name: pick(r, "", "", "Else"), Required: r.IntN(3) == 0, Why: "so",
			})
		})
	}
	for range r.IntN(3) {
		try(func(d *infer.Decisions) {
			e := infer.EnumDecision{Name: pick(r, "Status", "State"), At: []infer.PathRef{{Path: place()}}, Integers: r.IntN(3) == 0, Why: "so"}
			for _, text := range pick(r, []string{"1"}, []string{"1", "2"}, []string{"2"}) {
				e.Values = append(e.Values, infer.EnumValue{Text: text, Name: pick(r, "", "", "Some"+text)})
			}
			d.Enums = append(d.Enums, e)
			d.Enums = slices.CompactFunc(d.Enums, func(a, b infer.EnumDecision) bool { return a.Name == b.Name })
		})
	}
	if r.IntN(2) == 0 {
		try(func(d *infer.Decisions) {
			d.Envelope = pick(r, []infer.EnvelopeMember{{Name: "ts"}}, []infer.EnvelopeMember{{Name: "ts"}, {Name: "a"}})
		})
	}
}

func (s *state) evidence() infer.Evidence {
	e, _ := infer.Observe(s.examples...)
	tables, _ := infer.ObserveTables(s.tables...)
	return infer.Merge(e, tables)
}

func (s *state) side(t *testing.T) Side {
	t.Helper()
	model, problems := infer.Decide(s.evidence(), s.decisions)
	if infer.HasErrors(problems) {
		t.Fatal(problems)
	}
	return Side{Platform: s.platform, Model: model, Names: names.Of(s.platform.NamesSpec(), model), Decisions: s.decisions}
}

// changed returns a state that is like s but for a little, or for all of it.
func (s *state) changed(r *rand.Rand) *state {
	out := &state{platform: s.platform}
	out.platform.Topics = slices.Clone(s.platform.Topics)
	if out.tables = slices.Clone(s.tables); len(out.tables) > 0 && r.IntN(3) == 0 {
		out.tables = out.tables[1:]
	}
	switch r.IntN(4) {
	case 0:
		return randomState(r)
	case 1: // one example more
		out.examples = append(slices.Clone(s.examples), randomExample(r, pick(r, s.events()...), 9))
	case 2: // an event under another name
		from, to := pick(r, s.events()...), "Purchase"
		for _, x := range s.examples {
			if x.Event == from {
				x.Event = to
			}
			out.examples = append(out.examples, x)
		}
		for i, table := range out.tables {
			if table.Event == from {
				out.tables[i].Event = to
			}
		}
		for i, topic := range out.platform.Topics {
			if topic.Event == from {
				out.platform.Topics[i].Event = to
			}
		}
		return out
	default: // other decisions
		out.examples = s.examples
	}
	if r.IntN(2) == 0 {
		out.decisions = s.decisions
		if _, problems := infer.Decide(out.evidence(), out.decisions); infer.HasErrors(problems) {
			out.decisions = infer.Decisions{}
		}
	}
	out.decide(r)
	return out
}

func (s *state) events() []string {
	all := []string{"Order"}
	for _, x := range s.examples {
		all = append(all, x.Event)
	}
	return all
}

// shuffled returns the same state in another order.
func (s *state) shuffled(r *rand.Rand) *state {
	out := &state{platform: s.platform, decisions: s.decisions}
	out.examples = shuffle(r, s.examples)
	out.tables = shuffle(r, s.tables)
	out.platform.Topics = shuffle(r, s.platform.Topics)
	out.decisions.Types = shuffle(r, s.decisions.Types)
	out.decisions.Fields = shuffle(r, s.decisions.Fields)
	return out
}

func shuffle[T any](r *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
