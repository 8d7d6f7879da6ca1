package platform

import (
	"cmp"
	"slices"

	"github.com/specimen-go/specimen/emit"
	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs"
)

// The packages specs, infer and emit do not import each other's input. The functions
// in this file convert it.

// examplesOf returns the examples of a spec, in its order.
func examplesOf(p *specs.Platform) []infer.Example {
	var all []infer.Example
	for _, t := range p.Topics {
		for _, x := range t.Examples {
			all = append(all, exampleOf(x, len(all), t.Event, ""))
		}
	}
	partial := make(map[string]bool)
	for _, t := range p.Topics {
		for _, x := range t.Examples {
			partial[x.ID] = x.Partial
		}
	}
	events := eventsOf(p)
	for _, d := range p.Documented {
		for _, x := range d.Examples {
			partial[x.ID] = x.Partial
			event, typ := events[d.Type], ""
			if event == "" {
				typ = d.Type
			}
			all = append(all, exampleOf(x, len(all), event, typ))
		}
	}
	replace(p, all, partial)
	return all
}

func exampleOf(x specs.Example, order int, event, typ string) infer.Example {
	example := infer.Example{ID: x.ID, Order: order, Event: event, Type: typ, Document: x.Document, Text: x.Text, Ref: infer.Ref(x.Ref)}
	for _, e := range x.Elided {
		example.Elided = append(example.Elided, infer.Elision{Pointer: e.Text, Ref: infer.Ref(e.Ref)})
	}
	return example
}

// eventsOf returns the events of a spec by the names of their types.
func eventsOf(p *specs.Platform) map[string]string {
	events := make(map[string]string)
	for _, t := range p.Topics {
		if t.Event != "" {
			events[infer.EventPath(t.Event)] = t.Event
		}
	}
	return events
}

// replace marks the examples that show kinds of values and not presence: parts of
// objects, and those of documents that another one replaced. An event without others
// keeps both.
func replace(p *specs.Platform, examples []infer.Example, partial map[string]bool) {
	replaced := make(map[string]bool)
	for _, d := range p.Documents {
		replaced[d.ID] = d.ReplacedBy != ""
	}
	former := func(x infer.Example) bool { return partial[x.ID] || replaced[x.Document] }
	for i, x := range examples {
		current := func(y infer.Example) bool { return y.Event == x.Event && y.Type == x.Type && !former(y) }
		examples[i].Former = former(x) && (x.Event == "" || slices.ContainsFunc(examples, current))
	}
}

// tablesOf returns the tables of a spec, in its order. Their lines come after the
// examples.
func tablesOf(p *specs.Platform, examples int) []infer.Table {
	var all []infer.Table
	events, order := eventsOf(p), examples
	for _, d := range p.Documented {
		t := infer.Table{Event: events[d.Type]}
		if t.Event == "" {
			t.Type = d.Type
		}
		for _, m := range d.Members {
			t.Members = append(t.Members, infer.TableMember{
				Path: m.Path, Type: tableType(m.Type), Null: m.Null, Optional: m.Optional, Required: m.Required,
				Order: order, Ref: infer.Ref(m.Ref),
			})
			order++
		}
		all = append(all, t)
	}
	return all
}

func tableType(t *specs.MemberType) *infer.TableType {
	if t == nil {
		return nil
	}
	return &infer.TableType{Word: t.Word, Of: tableType(t.Of)}
}

// observe returns the evidence of examples and of the tables of a spec.
func observe(p *specs.Platform, examples []infer.Example) (infer.Evidence, []infer.Problem) {
	evidence, problems := infer.Observe(examples...)
	if len(p.Documented) == 0 {
		return evidence, problems
	}
	tables, more := infer.ObserveTables(tablesOf(p, len(examples))...)
	return infer.Merge(evidence, tables), append(problems, more...)
}

// decisionsOf returns the decisions of a spec.
func decisionsOf(p *specs.Platform) infer.Decisions {
	var d infer.Decisions
	for _, x := range p.Types {
		d.Types = append(d.Types, infer.TypeDecision{Name: x.Name, At: pathsOf(x.At), About: x.About, Why: x.Why, Ref: infer.Ref(x.Ref)})
	}
	for _, x := range p.Fields {
		d.Fields = append(d.Fields, infer.FieldDecision{
			Path: x.Path, Type: x.Type, Name: x.Name, Required: x.Required, Optional: x.Optional,
			About: x.About, Why: reasonOf(p, x.Why, x.Document), Ref: infer.Ref(x.Ref),
		})
	}
	for _, x := range p.Enums {
		var values []infer.EnumValue
		for _, v := range x.Values {
			values = append(values, infer.EnumValue(v))
		}
		d.Enums = append(d.Enums, infer.EnumDecision{
			Name: x.Name, At: pathsOf(x.At), Integers: x.Integers, Documented: x.Document != "", Values: values, About: x.About, Why: reasonOf(p, x.Why, x.Document), Ref: infer.Ref(x.Ref),
		})
	}
	for _, x := range p.Documented {
		for _, m := range x.Members {
			if m.About != "" {
				at := infer.PathRef{Path: x.Type + "/" + m.Path, Ref: infer.Ref(m.Ref)}
				d.Abouts = append(d.Abouts, infer.About{PathRef: at, Text: m.About})
			}
		}
	}
	for _, x := range p.Envelope.Members {
		d.Envelope = append(d.Envelope, infer.EnvelopeMember{Name: x.Text, Ref: infer.Ref(x.Ref)})
	}
	for _, x := range p.Envelope.Optional {
		d.Envelope = append(d.Envelope, infer.EnvelopeMember{Name: x.Text, Optional: true, Ref: infer.Ref(x.Ref)})
	}
	return d
}

// reasonOf returns the reason of a decision: its own, or else that a document says it.
func reasonOf(p *specs.Platform, why, document string) string {
	if i := slices.IndexFunc(p.Documents, func(d specs.Document) bool { return d.ID == document }); why == "" && i >= 0 {
		return "documented in " + p.Documents[i].Title
	}
	return why
}

func pathsOf(items []specs.Item) []infer.PathRef {
	var paths []infer.PathRef
	for _, x := range items {
		paths = append(paths, infer.PathRef{Path: x.Text, Ref: infer.Ref(x.Ref), Implied: x.Implied})
	}
	return paths
}

// packageOf returns what a package needs beyond its types. Examples are sorted by id,
// so that their order in the spec does not show.
func packageOf(p *specs.Platform) emit.Platform {
	out := emit.Platform{
		Package: p.Name, Title: p.Title, About: p.About, Notes: p.Notes,
		Header: p.Topic.Header, Member: p.Topic.Member, Batch: p.Topic.Batch, MemberRef: "/topic/member", Deliveries: deliveriesOf(p.Deliveries),
	}
	for _, h := range p.Headers {
		out.Headers = append(out.Headers, emit.Header{Name: h.Name, About: h.About})
	}
	for _, t := range p.Topics {
		topic := emit.Topic{
			Topic: names.Topic{Name: t.Name, GoName: t.GoName, Event: t.Event, Ref: infer.Ref(t.Ref)},
			About: t.About, Also: t.Also, Since: t.Since, Scopes: t.Scopes, Says: t.Says.Topic, Nameless: t.Says.Nothing, PayloadRef: payloadRef(t),
		}
		if t.Payload == specs.Documented {
			topic.EventRef = topic.Ref + "/event"
		}
		for _, a := range t.Aliases {
			topic.Aliases = append(topic.Aliases, a.Text)
		}
		out.Topics = append(out.Topics, topic)
		for _, x := range t.Examples {
			out.Examples = append(out.Examples, emit.Example{ID: x.ID, Topic: t.Name, Name: x.Name, Text: x.Text, Ref: infer.Ref(x.Ref)})
		}
	}
	for _, d := range p.Documented {
		for _, x := range d.Examples {
			out.TypeExamples = append(out.TypeExamples, emit.TypeExample{ID: x.ID, Type: d.Type, Name: x.Name, Text: x.Text, Ref: infer.Ref(x.Ref)})
		}
	}
	slices.SortFunc(out.TypeExamples, func(a, b emit.TypeExample) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Examples, func(a, b emit.Example) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// payloadRef returns the line of a topic that determines its payload.
func payloadRef(t specs.Topic) infer.Ref {
	switch t.Payload {
	case specs.Like:
		return infer.Ref(t.Ref) + "/like"
	case specs.Undocumented:
		return infer.Ref(t.Ref) + "/payload"
	}
	return infer.Ref(t.Ref) + "/event"
}
