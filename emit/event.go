package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// eventFile returns event.go: what all events have, then what stores each of them.
func (p *printer) eventFile() *jen.File {
	f := p.file()
	p.eventInterface(f)
	p.eventDelivery(f)
	p.unknownEvent(f)
	p.newEvent(f)
	return f
}

// eventInterface writes Event.
func (p *printer) eventInterface(f *jen.File) {
	var types []string
	for _, e := range p.events {
		if len(e.topics) > 0 {
			types = append(types, "*"+e.Go)
		}
	}
	f.Add(doc("An Event is the decoded body of a delivery: a value of type " + list(append(types, "*"+names.UnknownEvent)) + "."))
	f.Type().Id("Event").Interface(
		jen.Qual(p.payload, "Event"),
		doc("Topic returns the documented name of the delivery's topic."),
		jen.Id("Topic").Params().Id("Topic"),
		jen.Line(),
		jen.Id("deliver").Params(jen.Id("topic").Id("Topic"), jen.Id("body").String(), jen.Id("found").Index().Qual(p.payload, "Mismatch")),
	)
	f.Line()
}

// eventDelivery writes the struct that all events embed.
func (p *printer) eventDelivery(f *jen.File) {
	d := func() *jen.Statement { return jen.Func().Params(jen.Id("d").Op("*").Id(names.EventDelivery)) }
	f.Add(doc("EventDelivery is what an event has besides its payload: the topic, the body as it came, and the mismatches. An event that is built by hand has what [Topic.Delivery] returns, or nothing."))
	f.Type().Id(names.EventDelivery).Struct(jen.Qual(p.payload, names.EventDelivery))
	f.Line()
	f.Add(doc("Topic returns the documented name of the delivery's topic."))
	f.Add(d()).Id("Topic").Params().Id("Topic").Block(jen.Return(jen.Id("Topic").Call(jen.Id("d").Dot("TopicName").Call())))
	f.Line()
	f.Add(doc("Equal returns true, so that package cmp compares payloads: topic, body and mismatches are not part of them."))
	f.Func().Params(jen.Id(names.EventDelivery)).Id("Equal").Params(jen.Id(names.EventDelivery)).Bool().Block(jen.Return(jen.True()))
	f.Line()
	f.Add(d()).Id("deliver").Params(jen.Id("topic").Id("Topic"), jen.Id("body").String(), jen.Id("found").Index().Qual(p.payload, "Mismatch")).Block(
		jen.Qual(p.wire, "Deliver").Call(jen.Op("&").Id("d").Dot(names.EventDelivery), jen.String().Call(jen.Id("topic")), jen.Id("body"), jen.Id("found")),
	)
	f.Line()
}

// deliveryOf returns the payload.EventDelivery of an event.
func deliveryOf(v string) jen.Code {
	return jen.Id(v).Dot(names.EventDelivery).Dot(names.EventDelivery)
}

// unknownEvent writes UnknownEvent, its decoder and its encoder.
func (p *printer) unknownEvent(f *jen.File) {
	payload := jen.Id("v").Dot(names.Payload)
	f.Add(doc("UnknownEvent is the event of an undocumented topic, and of a topic without a documented payload. Its payload is of any kind."))
	f.Type().Id(names.UnknownEvent).Struct(jen.Id(names.EventDelivery), jen.Id(names.Payload).Qual(p.payload, "Value"))
	f.Line()
	f.Func().Params(jen.Id("v").Op("*").Id(names.UnknownEvent)).Id("decode").Params(p.reader(), jen.Id("i").Int(), jen.Id("next").String()).Int().Block(
		jen.Return(jen.Id("r").Dot("Value").Call(jen.Id("i"), jen.Op("&").Add(payload), jen.Id("next"))),
	)
	f.Line()
	p.unmarshal(f, names.UnknownEvent, jsontext.KindAbsent, true)
	f.Add(doc("AppendJSON appends the JSON of v to b and returns the extended buffer."))
	f.Func().Params(jen.Id("v").Op("*").Id(names.UnknownEvent)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Return(jen.Qual(p.wire, "AppendValue").Call(jen.Id("b"), payload)),
	)
	f.Line()
	p.marshal(f, names.UnknownEvent)
}

// newEvent writes what makes an event without a delivery.
func (p *printer) newEvent(f *jen.File) {
	t := func() *jen.Statement { return jen.Func().Params(jen.Id("t").Id("Topic")) }
	f.Add(doc("Delivery returns what an event on the topic embeds that is built by hand."))
	f.Add(t()).Id("Delivery").Params().Params(jen.Id("d").Id(names.EventDelivery)).Block(
		jen.Id("d").Dot("deliver").Call(p.documented("t"), jen.Lit(""), jen.Nil()),
		jen.Return(jen.Id("d")),
	)
	f.Line()
	f.Add(doc("New returns an event on the topic without a payload, to build or to read one into: an UnknownEvent if no payload of the topic is documented."))
	f.Add(t()).Id("New").Params().Id("Event").Block(
		jen.Id("event").Op(":=").Id("t").Dot("event").Call(),
		jen.Id("event").Dot("deliver").Call(p.documented("t"), jen.Lit(""), jen.Nil()),
		jen.Return(jen.Id("event")),
	)
	f.Line()
	f.Add(doc("event returns an empty event of the topic's type."))
	f.Add(t()).Id("event").Params().Id("Event").Block(
		p.ifTopics(jen.Switch(p.documented("t")).BlockFunc(func(g *jen.Group) {
			for _, e := range p.events {
				if len(e.topics) > 0 {
					topicCase(g, e).Block(jen.Return(jen.New(jen.Id(e.Go))))
				}
			}
		})),
		jen.Return(jen.New(jen.Id(names.UnknownEvent))),
	)
	f.Line()
}

// topicCase writes the case of the topics of an event, without its block.
func topicCase(g *jen.Group, e event) *jen.Statement {
	return g.CaseFunc(func(g *jen.Group) {
		for i, t := range e.topics {
			if i > 0 {
				g.Line().Id(t.constant)
			} else {
				g.Id(t.constant)
			}
		}
	})
}

// documented returns the expression for the documented name of a topic.
func (p *printer) documented(t string) *jen.Statement {
	if p.aliased() {
		return jen.Id(t).Dot("canonical").Call()
	}
	return jen.Id(t)
}
