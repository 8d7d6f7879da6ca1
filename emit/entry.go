package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// entryPoints writes Decode, DecodeBody, and Decoder with its methods.
func (p *printer) entryPoints(f *jen.File) {
	f.Add(doc("Decode decodes the body of a delivery on the given topic. It returns the event whose comment lists the topic: for an undocumented topic, and for one without a documented payload, an UnknownEvent.\n\n" +
		"Members may be absent or null, and values that do not fit their types are kept and listed by Mismatches. Decode fails only for a body that is not JSON, " +
		"with a [*payload.SyntaxError]; for one that exceeds a limit, with a [*payload.LimitError]; and for one whose root is not of the kind that the topic has, with a [*payload.MismatchError]."))
	f.Func().Id("Decode").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Index().Byte()).Params(jen.Id("Event"), jen.Error()).Block(
		jen.Return(jen.Id("Decoder").Values().Dot("Decode").Call(jen.Id("topic"), jen.Id("body"))),
	)
	f.Line()
	if p.Member != "" {
		f.Add(doc("DecodeBody is Decode for the topic that the body names at TopicMember. For a body that does not name one, it returns an UnknownEvent with a mismatch."))
		f.Func().Id("DecodeBody").Params(jen.Id("body").Index().Byte()).Params(jen.Id("Event"), jen.Error()).Block(
			jen.Return(jen.Id("Decoder").Values().Dot("DecodeBody").Call(jen.Id("body"))),
		)
		f.Line()
	}
	f.Add(doc("A Decoder is Decode with options. Its zero value has the defaults of Decode. It may be used concurrently if OnMismatch may.\n\n" +
		"An event keeps at most [payload.MemoryFactor] times the length of its body in memory, or that of [payload.MemoryFloor] bytes for a shorter body. " +
		"A list or map that exceeds this is left unset, which is a mismatch; Extra keeps its raw value."))
	f.Type().Id("Decoder").Struct(
		doc("Strict reports mismatches as an error: a [*payload.MismatchError] that lists all of them."),
		jen.Id("Strict").Bool(),
		doc("MaxBytes limits the length of a body. The default, 0, means [payload.DefaultMaxBytes]."),
		jen.Id("MaxBytes").Int(),
		doc("MaxDepth limits how deep arrays and objects are nested. The default, 0, means [payload.DefaultMaxDepth]."),
		jen.Id("MaxDepth").Int(),
		doc("MaxItems limits how many elements the lists and maps of a body have in total. The default, 0, means [payload.DefaultMaxItems]."),
		jen.Id("MaxItems").Int(),
		doc("OnMismatch, if not nil, is called for each mismatch of a body."),
		jen.Id("OnMismatch").Func().Params(jen.Qual(p.payload, "Mismatch")),
	)
	f.Line()
	f.Add(doc("Decode is like the function [Decode], with the options of d."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("Decode").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Index().Byte()).
		Params(jen.Id("Event"), jen.Error()).Block(
		p.startReader("Start"),
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("topic"), jen.Op("&").Id("r"))),
	)
	f.Line()
	p.decodeOwned(f)
	if p.Member != "" {
		p.decodeBody(f)
	}
	if p.Batch != "" {
		p.decodeBatch(f)
	}
}

// decodeBatch writes the function and the method that decode each event of a body.
func (p *printer) decodeBatch(f *jen.File) {
	events := func() *jen.Statement { return jen.Qual("iter", "Seq2").Index(jen.List(jen.Id("Event"), jen.Error())) }
	f.Add(doc("DecodeBatch decodes each event of a body, which has them at " + p.Batch + ", as DecodeBody does. A body without such an array is one event."))
	f.Func().Id("DecodeBatch").Params(jen.Id("body").Add(byteSlice())).Add(events()).Block(
		jen.Return(jen.Id("Decoder").Values().Dot("DecodeBatch").Call(jen.Id("body"))),
	)
	f.Line()
	args := []jen.Code{
		jen.Id("body"), p.limits(),
		jen.Func().Params(jen.Id("event").Add(byteSlice())).Bool().Block(jen.Return(jen.Id("yield").Call(jen.Id("d").Dot("DecodeBody").Call(jen.Id("event"))))),
	}
	for _, token := range jsonpointer.Tokens(p.Batch) {
		args = append(args, quoted(token))
	}
	f.Add(doc("DecodeBatch is like the function [DecodeBatch], with the options of d."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("DecodeBatch").Params(jen.Id("body").Add(byteSlice())).Add(events()).Block(
		jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.Id("Event"), jen.Error()).Bool()).Block(
			jen.Qual(p.wire, "Batch").Call(args...),
		)),
	)
	f.Line()
}

// decodeOwned writes the method that decodes a body without copying it.
func (p *printer) decodeOwned(f *jen.File) {
	f.Add(doc("DecodeOwned is like Decode, but does not copy the body. The caller must not write to the slice, up to its capacity, after the call: the event keeps it, and its strings share its memory.\n\n" +
		"DecodeOwned writes 16 bytes behind the body, and copies the body if its capacity has no room for them. Pass body[:len(body):len(body)] if the bytes behind it are in use."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("DecodeOwned").Params(jen.Id("topic").Id("Topic"), jen.Id("body").Add(byteSlice())).
		Params(jen.Id("Event"), jen.Error()).Block(
		p.startReader("StartOwned"),
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("topic"), jen.Op("&").Id("r"))),
	)
	f.Line()
}

// startReader returns the statements that make r a Reader of body.
func (p *printer) startReader(method string) jen.Code {
	return jen.Add(join([]jen.Code{
		jen.Var().Id("r").Qual(p.wire, "Reader"),
		jen.Id("r").Dot(method).Call(jen.Id("body"), p.limits()),
	})...)
}

// limits returns the limits of a Decoder d.
func (p *printer) limits() jen.Code {
	return jen.Qual(p.wire, "Limits").Values(
		jen.Id("MaxBytes").Op(":").Id("d").Dot("MaxBytes"), jen.Id("MaxDepth").Op(":").Id("d").Dot("MaxDepth"),
		jen.Id("MaxItems").Op(":").Id("d").Dot("MaxItems"))
}

func (p *printer) decodeBody(f *jen.File) {
	find := []jen.Code{}
	for _, name := range jsonpointer.Tokens(p.Member) {
		find = append(find, quoted(name))
	}
	f.Add(doc("DecodeBody is like the function [DecodeBody], with the options of d."))
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("DecodeBody").Params(jen.Id("body").Index().Byte()).
		Params(jen.Id("Event"), jen.Error()).Block(
		p.startReader("Start"),
		jen.Id("topic").Op(":=").Id("r").Dot("Find").Call(find...),
		jen.Return(jen.Id("d").Dot("decode").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.Op("&").Id("r"))),
	)
	f.Line()
}

// route writes the method that chooses the type of an event by its topic.
func (p *printer) route(f *jen.File) {
	f.Func().Params(jen.Id("d").Id("Decoder")).Id("decode").Params(jen.Id("topic").Id("Topic"), p.reader()).
		Params(jen.Id("Event"), jen.Error()).BlockFunc(func(g *jen.Group) {
		if p.aliased() {
			g.Id("topic").Op("=").Add(p.documented("topic"))
		}
		g.Var().Id("event").Id("Event")
		g.Id("i").Op(",").Id("want").Op(":=").Id("r").Dot("Begin").Call().Op(",").Qual(p.payload, "KindObject")
		g.Switch(jen.Id("topic")).BlockFunc(func(g *jen.Group) {
			for _, e := range p.events {
				if len(e.topics) > 0 {
					topicCase(g, e).Block(p.decodeRoot(e.Go, kindNames[rootKind(e.Root)])...)
				}
			}
			g.Default().Block(p.decodeRoot(names.UnknownEvent, "KindAbsent")...)
		})
		g.If(jen.Id("err").Op(":=").Id("r").Dot("End").Call(jen.Id("i"), jen.Id("want")), jen.Id("err").Op("!=").Nil()).Block(
			jen.Return(jen.Nil(), jen.Id("err")),
		)
		g.If(jen.Id("d").Dot("OnMismatch").Op("!=").Nil().Op("||").Id("d").Dot("Strict")).Block(
			jen.Id("mismatches").Op(":=").Id("r").Dot("Mismatches").Call(),
			jen.If(jen.Id("d").Dot("OnMismatch").Op("!=").Nil()).Block(
				jen.For(jen.Id("_").Op(",").Id("m").Op(":=").Range().Id("mismatches")).Block(
					jen.Id("d").Dot("OnMismatch").Call(jen.Id("m")),
				),
			),
			jen.If(jen.Id("d").Dot("Strict").Op("&&").Len(jen.Id("mismatches")).Op(">").Lit(0)).Block(
				jen.Return(jen.Nil(), jen.Op("&").Qual(p.payload, "MismatchError").Values(jen.Id("Mismatches").Op(":").Id("mismatches"))),
			),
		)
		g.Id("event").Dot("deliver").Call(jen.Id("topic"), jen.Id("r").Dot("Body").Call(), jen.Id("r").Dot("Found").Call())
		g.Return(jen.Id("event"), jen.Nil())
	})
	f.Line()
}

// decodeRoot returns the statements that decode an event.
func (p *printer) decodeRoot(event string, want string) []jen.Code {
	body := []jen.Code{
		jen.Id("v").Op(":=").New(jen.Id(event)),
		jen.List(jen.Id("event"), jen.Id("i")).Op("=").List(jen.Id("v"), jen.Id("v").Dot("decode").Call(jen.Id("r"), jen.Id("i"), jen.Lit(""))),
	}
	if want != "KindObject" {
		body = append(body, jen.Id("want").Op("=").Qual(p.payload, want))
	}
	return body
}
