package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// eventInterface writes Event, what all events share, and UnknownEvent.
func (s *scheme) eventInterface(f *jen.File) {
	f.Add(doc("Event is the decoded body of a delivery: one of the event types of this package, or an UnknownEvent."))
	f.Type().Id("Event").Interface(
		doc("Topic returns the documented name of the delivery's topic."),
		jen.Id("Topic").Params().Id("Topic"),
		doc("Raw returns a copy of the body."),
		jen.Id("Raw").Params().Index().Byte(),
		doc("Mismatches returns what did not fit its type, in the order of the body."),
		jen.Id("Mismatches").Params().Index().Qual(s.payload, "Mismatch"),
		doc("AppendJSON appends the event's JSON to b: an equal value to the body's, as far as the event was not changed."),
		jen.Id("AppendJSON").Params(jen.Id("b").Index().Byte()).Index().Byte(),
		jen.Line(),
		jen.Id("deliver").Params(jen.Id("delivery")),
	)
	f.Line()
	f.Add(doc("delivery is what every event knows of its delivery."))
	f.Type().Id("delivery").Struct(
		jen.Id("topic").Id("Topic"),
		jen.Id("raw").String(),
		jen.Id("mismatches").Index().Qual(s.payload, "Mismatch"),
	)
	f.Line()
	method := func(name string, result jen.Code, value jen.Code) {
		f.Func().Params(jen.Id("d").Op("*").Id("delivery")).Id(name).Params().Add(result).Block(jen.Return(value))
		f.Line()
	}
	f.Add(doc("Topic returns the documented name of the delivery's topic."))
	method("Topic", jen.Id("Topic"), jen.Id("d").Dot("topic"))
	f.Add(doc("Raw returns a copy of the body."))
	method("Raw", jen.Index().Byte(), jen.Index().Byte().Call(jen.Id("d").Dot("raw")))
	f.Add(doc("Mismatches returns a copy of the list of what did not fit its type, in the order of the body."))
	method("Mismatches", jen.Index().Qual(s.payload, "Mismatch"), jen.Qual("slices", "Clone").Call(jen.Id("d").Dot("mismatches")))
	f.Func().Params(jen.Id("d").Op("*").Id("delivery")).Id("deliver").Params(jen.Id("of").Id("delivery")).Block(
		jen.Op("*").Id("d").Op("=").Id("of"),
	)
	f.Line()
	f.Add(doc("UnknownEvent is the body of a delivery on a topic that is not documented, or whose payload is not."))
	f.Type().Id("UnknownEvent").Struct(jen.Id("delivery"), jen.Id("Value").Qual(s.payload, "Value"))
	f.Line()
}

// entryPoints writes Decoder and its methods, and the functions for its zero
// value.
func (s *scheme) entryPoints(f *jen.File) {
	errors := "It fails for a body that is no JSON, with a *payload.SyntaxError; for one beyond a limit, " +
		"with a *payload.LimitError; and for one whose root is of another kind than the topic's, with a *payload.MismatchError."
	f.Add(doc("Decode returns the event in the body of a delivery on the topic. " +
		"A topic that is not documented, or has no documented payload, gives an *UnknownEvent. " + errors))
	f.Func().Id("Decode").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Index().Byte()).Params(jen.Id("Event"), jen.Error()).Block(
		jen.Return(jen.Id("Decoder").Values().Dot("Decode").Call(jen.Id("topic"), jen.Id("body"))),
	)
	f.Line()
	if s.Member != "" {
		f.Add(doc("DecodeBody is Decode for the topic that the body names, at TopicMember. A body that names none gives an *UnknownEvent with a mismatch."))
		f.Func().Id("DecodeBody").Params(jen.Id("body").Index().Byte()).Params(jen.Id("Event"), jen.Error()).Block(
			jen.Return(jen.Id("Decoder").Values().Dot("DecodeBody").Call(jen.Id("body"))),
		)
		f.Line()
	}
	f.Add(doc("Decoder decodes deliveries in other ways than Decode does. Its zero value is what Decode uses. It may be used concurrently if OnMismatch may. " +
		"An event keeps at most payload.MemoryFactor times the memory of its body, or of payload.MemoryFloor bytes where that is shorter. " +
		"A list or map that there is no memory for is left unset; Extra keeps its raw value, and it is a mismatch."))
	f.Type().Id("Decoder").Struct(
		doc("Strict makes mismatches an error, a *payload.MismatchError that lists them all."),
		jen.Id("Strict").Bool(),
		doc("MaxBytes is the length of the longest body; 0 means payload.DefaultMaxBytes."),
		jen.Id("MaxBytes").Int(),
		doc("MaxDepth is how many arrays and objects may be inside one another; 0 means payload.DefaultMaxDepth."),
		jen.Id("MaxDepth").Int(),
		doc("MaxItems is how many elements its lists and maps may have, all in all; 0 means payload.DefaultMaxItems."),
		jen.Id("MaxItems").Int(),
		doc("OnMismatch is called for each mismatch of a body that is decoded."),
		jen.Id("OnMismatch").Func().Params(jen.Qual(s.payload, "Mismatch")),
	)
	f.Line()
	reader := jen.Id("r").Op(":=").Qual(s.payload, "NewReader").Call(jen.Id("body"), s.limits())
	f.Add(doc("Decode is the function Decode with the Decoder's settings."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("Decode").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Index().Byte()).
		Params(jen.Id("Event"), jen.Error()).Block(
		reader,
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("topic"), jen.Op("&").Id("r"))),
	)
	f.Line()
	s.decodeOwned(f)
	if s.Member != "" {
		s.decodeBody(f, reader)
	}
}

// decodeOwned writes the entry point for a body that the caller gives away.
func (s *scheme) decodeOwned(f *jen.File) {
	f.Add(doc("DecodeOwned is Decode for a body that the caller gives away: the event keeps the slice, " +
		"up to its capacity, and its strings are parts of it, so nothing may write to it any more. " +
		"It writes 16 bytes behind the body, and copies it only where the slice has no capacity for them: " +
		"pass body[:len(body):len(body)] where what is behind it belongs to somebody else."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("DecodeOwned").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Add(byteSlice())).
		Params(jen.Id("Event"), jen.Error()).Block(
		jen.Id("r").Op(":=").Qual(s.payload, "OwnReader").Call(jen.Id("body"), s.limits()),
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("topic"), jen.Op("&").Id("r"))),
	)
	f.Line()
}

// limits returns the limits of a Decoder d.
func (s *scheme) limits() jen.Code {
	return jen.Qual(s.payload, "Limits").Values(
		jen.Id("MaxBytes").Op(":").Id("d").Dot("MaxBytes"), jen.Id("MaxDepth").Op(":").Id("d").Dot("MaxDepth"),
		jen.Id("MaxItems").Op(":").Id("d").Dot("MaxItems"))
}

func (s *scheme) decodeBody(f *jen.File, reader jen.Code) {
	find := []jen.Code{}
	for _, name := range jsontext.Tokens(s.Member) {
		find = append(find, quoted(name))
	}
	f.Add(doc("DecodeBody is the function DecodeBody with the Decoder's settings."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("DecodeBody").Params(jen.Id("body").Index().Byte()).
		Params(jen.Id("Event"), jen.Error()).Block(
		reader,
		jen.Id("topic").Op(":=").Id("r").Dot("Find").Call(find...),
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.Op("&").Id("r"))),
	)
	f.Line()
}

// route writes the method that chooses an event's type by its topic.
func (s *scheme) route(f *jen.File) {
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("decode").Params(jen.Id("topic").Id("Topic"), s.reader()).
		Params(jen.Id("Event"), jen.Error()).BlockFunc(func(g *jen.Group) {
		g.Id("topic").Op("=").Id("topic").Dot("documented").Call()
		g.Id("got").Op(":=").Id("r").Dot("Kind").Call()
		g.Id("want").Op(":=").Qual(s.payload, "KindObject")
		g.Var().Id("event").Id("Event")
		g.Switch(jen.Id("topic")).BlockFunc(func(g *jen.Group) {
			for _, e := range s.events {
				if len(e.topics) > 0 {
					s.routeEvent(g, e)
				}
			}
			g.Default().Block(
				jen.Id("v").Op(":=").New(jen.Id("UnknownEvent")),
				jen.Id("r").Dot("Value").Call(jen.Op("&").Id("v").Dot("Value")),
				jen.Id("event").Op(",").Id("want").Op("=").Id("v").Op(",").Id("got"),
			)
		})
		g.If(jen.Id("err").Op(":=").Id("r").Dot("Root").Call(jen.Id("want"), jen.Id("got")), jen.Id("err").Op("!=").Nil()).Block(
			jen.Return(jen.Nil(), jen.Id("err")),
		)
		g.Id("mismatches").Op(":=").Id("r").Dot("Mismatches").Call()
		g.If(jen.Id("d").Dot("OnMismatch").Op("!=").Nil()).Block(
			jen.For(jen.Id("_").Op(",").Id("m").Op(":=").Range().Id("mismatches")).Block(
				jen.Id("d").Dot("OnMismatch").Call(jen.Id("m")),
			),
		)
		g.If(jen.Id("d").Dot("Strict").Op("&&").Len(jen.Id("mismatches")).Op(">").Lit(0)).Block(
			jen.Return(jen.Nil(), jen.Op("&").Qual(s.payload, "MismatchError").Values(jen.Id("Mismatches").Op(":").Id("mismatches"))),
		)
		g.Id("event").Dot("deliver").Call(jen.Id("delivery").Values(jen.Id("topic"), jen.Id("r").Dot("Text").Call(), jen.Id("mismatches")))
		g.Return(jen.Id("event"), jen.Nil())
	})
	f.Line()
}

func (s *scheme) routeEvent(g *jen.Group, e event) {
	body := []jen.Code{
		jen.Id("v").Op(":=").New(jen.Id(e.Go)),
		decodeRoot("v", "r"),
		jen.Id("event").Op("=").Id("v"),
	}
	switch want := rootKind(e.Root); want {
	case jsontext.KindObject:
	case jsontext.KindAbsent:
		body = append(body, jen.Id("want").Op("=").Id("got"))
	default:
		body = append(body, jen.Id("want").Op("=").Qual(s.payload, kindNames[want]))
	}
	g.CaseFunc(func(g *jen.Group) {
		for i, t := range e.topics {
			if i > 0 {
				g.Line().Id(t.constant)
			} else {
				g.Id(t.constant)
			}
		}
	}).Block(body...)
}
