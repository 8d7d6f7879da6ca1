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
			example := infer.Example{ID: x.ID, Order: len(all), Event: t.Event, Text: x.Text, Ref: infer.Ref(x.Ref)}
			for _, e := range x.Elided {
				example.Elided = append(example.Elided, infer.Elision{Pointer: e.Text, Ref: infer.Ref(e.Ref)})
			}
			all = append(all, example)
		}
	}
	return all
}

// decisionsOf returns the decisions of a spec.
func decisionsOf(p *specs.Platform) infer.Decisions {
	var d infer.Decisions
	for _, x := range p.Types {
		d.Types = append(d.Types, infer.TypeDecision{Name: x.Name, At: pathsOf(x.At), About: x.About, Why: x.Why, Ref: infer.Ref(x.Ref)})
	}
	for _, x := range p.Fields {
		d.Fields = append(d.Fields, infer.FieldDecision{
			Path: x.Path, Type: x.Type, Name: x.Name, Required: x.Required,
			About: x.About, Why: x.Why, Ref: infer.Ref(x.Ref),
		})
	}
	for _, x := range p.Enums {
		d.Enums = append(d.Enums, infer.EnumDecision{
			Name: x.Name, At: pathsOf(x.At), Values: x.Values, Names: x.Names, About: x.About, Why: x.Why, Ref: infer.Ref(x.Ref),
		})
	}
	for _, x := range p.Envelope.Members {
		d.Envelope = append(d.Envelope, infer.EnvelopeMember{Name: x.Text, Ref: infer.Ref(x.Ref)})
	}
	return d
}

func pathsOf(items []specs.Item) []infer.PathRef {
	var paths []infer.PathRef
	for _, x := range items {
		paths = append(paths, infer.PathRef{Path: x.Text, Ref: infer.Ref(x.Ref)})
	}
	return paths
}

// packageOf returns what a package needs beyond its types. Examples are sorted by id,
// so that their order in the spec does not show.
func packageOf(p *specs.Platform) emit.Platform {
	out := emit.Platform{
		Package: p.Name, Title: p.Title, About: p.About,
		Header: p.Topic.Header, Member: p.Topic.Member, MemberRef: "/topic/member",
	}
	for _, t := range p.Topics {
		topic := emit.Topic{
			Topic: names.Topic{Name: t.Name, GoName: t.GoName, Event: t.Event, Ref: infer.Ref(t.Ref)},
			About: t.About, Since: t.Since, Says: t.Says.Topic, Nameless: t.Says.Nothing, PayloadRef: payloadRef(t),
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
