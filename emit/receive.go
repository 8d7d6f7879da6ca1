package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
)

// importNames tells jennifer the names of the packages that receivers import.
func (p *printer) importNames(f *jen.File) {
	f.ImportName(p.payload, "payload")
	for _, name := range []string{"receive", "internal/receiver", "internal/signature", p.Package + "/internal/profile"} {
		f.ImportName(p.base+"/"+name, name[strings.LastIndexByte(name, '/')+1:])
	}
}

// receive returns the name of something in package receive; receiver and profile do the
// same for the packages of these names.
func (p *printer) receive(name string) *jen.Statement { return jen.Qual(p.base+"/receive", name) }

func (p *printer) receiver(name string) *jen.Statement {
	return jen.Qual(p.base+"/internal/receiver", name)
}

func (p *printer) profile(name string) *jen.Statement {
	return jen.Qual(p.base+"/"+p.Package+"/internal/profile", name)
}

// inContext returns the parameter that is a context.
func inContext() *jen.Statement { return jen.Id("ctx").Qual("context", "Context") }

// receiveFile returns receive.go: Verify, and the Receiver with its constructors.
func (p *printer) receiveFile() *jen.File {
	f := p.file()
	p.importNames(f)
	if p.Deliveries.Signature != nil {
		p.verify(f)
	}
	p.receiverType(f)
	p.constructors(f)
	p.receiverMethods(f)
	return f
}

func (p *printer) verify(f *jen.File) {
	f.Add(doc("Verify returns nil if a delivery is signed with one of the secrets. Otherwise the error is one of those of package receive, such as [receive.ErrSignature]; it holds neither a signature nor a secret."))
	f.Func().Id("Verify").Params(jen.Id("d").Add(p.receive("Delivery")), jen.Id("secrets").Op("...").String()).Error().Block(
		jen.Return(p.receiver("Verify").Call(jen.Op("&").Add(p.profile("Signature")), jen.Id("d"), jen.Id("secrets"))),
	)
	f.Line()
}

// receiverType writes Receiver.
func (p *printer) receiverType(f *jen.File) {
	f.Add(doc("A Receiver is an http.Handler for deliveries. It authenticates and decodes them, and calls the function of their event, or the fallback where that is nil. " +
		"An error of the function is answered with 500, so that the platform sends the delivery again. Package receive has the options, and the order of what is checked.\n\n" +
		"Set the fields before the first delivery. A Receiver must not be copied."))
	f.Type().Id("Receiver").StructFunc(func(g *jen.Group) {
		g.Add(p.receive("Options"))
		g.Line()
		for _, e := range p.events {
			if len(e.topics) > 0 {
				g.Add(doc(handlerName(e) + " handles " + topicList(e) + "."))
				g.Id(handlerName(e)).Func().Params(jen.Qual("context", "Context"), jen.Op("*").Id(e.Go)).Error()
			}
		}
		g.Line()
		g.Id("fallback").Add(p.fallbackType())
		g.Id("core").Add(p.receiver("Receiver"))
	})
	f.Line()
}

// handlerName returns the name of the field with the function of an event.
func handlerName(e event) string { return "On" + e.Name }

// maxListed is how many topics a comment lists.
const maxListed = 4

// topicList returns the topics of an event in words: the first of many, because its type
// lists them all.
func topicList(e event) string {
	var all []string
	for i, t := range e.topics {
		if i == maxListed && len(e.topics) > maxListed+1 {
			return strings.Join(all, ", ") + " and the other topics of [" + e.Go + "]"
		}
		all = append(all, oneLine(t.Name))
	}
	if len(all) > 1 {
		return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
	}
	return all[0]
}

func (p *printer) fallbackType() *jen.Statement {
	return jen.Func().Params(jen.Qual("context", "Context"), jen.Id("Event")).Error()
}

func (p *printer) authenticateType() *jen.Statement {
	return jen.Func().Params(jen.Qual("context", "Context"), p.receive("Delivery")).Error()
}

// constructors writes NewReceiver, and NewReceiverFunc for a platform that signs.
func (p *printer) constructors(f *jen.File) {
	params, args := []jen.Code{jen.Id("fallback").Add(p.fallbackType())}, []jen.Code{}
	about := "The Receiver calls fallback for events without a function, undocumented topics and bodies that do not fit their topic."
	topic, setting := jen.Code(jen.Lit("")), jen.Code(jen.Lit(""))
	if p.Header == "" && p.Member == "" {
		params, topic = append(params, jen.Id("topic").Id("Topic")), jen.String().Call(jen.Id("topic"))
		about += " All deliveries are on the given topic, because they do not name theirs."
	}
	if h := p.Deliveries.Handshake; h != nil && h.Setting != "" {
		params, setting = append(params, jen.Id("handshake").String()), jen.Id("handshake")
		about += " The platform's first request is answered with handshake, which is " + Sentence(oneLine(h.Setting)) + " If it is empty, that request is a delivery like others."
	}
	args = append(args, topic, setting)
	made := func(authenticate jen.Code) jen.Code {
		return jen.Return(jen.Parens(jen.Op("&").Id("Receiver").Values(jen.Id("fallback").Op(":").Id("fallback"))).Dot("start").Call(append(args, authenticate)...))
	}
	result := []jen.Code{jen.Op("*").Id("Receiver"), jen.Error()}
	own := jen.Id("authenticate").Add(p.authenticateType())
	if p.Deliveries.Signature == nil {
		f.Add(doc("NewReceiver returns a Receiver that calls authenticate for each delivery and handles those for which it returns nil. It is not documented how the platform signs them. " + about))
		f.Func().Id("NewReceiver").Params(append(params, own)...).Params(result...).Block(made(jen.Id("authenticate")))
		f.Line()
		p.start(f)
		return
	}
	f.Add(doc("NewReceiver returns a Receiver of deliveries that are signed with one of the secrets, of which several are in use while one replaces another. It fails without a secret, and for an empty one. " + about))
	f.Func().Id("NewReceiver").Params(append(params[:len(params):len(params)], jen.Id("secrets").Op("...").String())...).Params(result...).Block(
		jen.Id("r").Op(":=").Op("&").Id("Receiver").Values(jen.Id("fallback").Op(":").Id("fallback")),
		jen.List(jen.Id("authenticate"), jen.Err()).Op(":=").Add(p.receiver("Signed")).Call(
			jen.Op("&").Add(p.profile("Signature")), jen.Op("&").Id("r").Dot("Options"), jen.Id("secrets")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
		jen.Return(jen.Id("r").Dot("start").Call(append(args, jen.Id("authenticate"))...)),
	)
	f.Line()
	f.Add(doc("NewReceiverFunc is like [NewReceiver], but the Receiver does not look for signatures: it calls authenticate for each delivery, and handles those for which authenticate returns nil."))
	f.Func().Id("NewReceiverFunc").Params(append(params[:len(params):len(params)], own)...).Params(result...).Block(made(jen.Id("authenticate")))
	f.Line()
	p.start(f)
}

// start writes the method that completes a new Receiver.
func (p *printer) start(f *jen.File) {
	f.Func().Params(jen.Id("r").Op("*").Id("Receiver")).Id("start").Params(
		jen.List(jen.Id("topic"), jen.Id("setting")).String(), jen.Id("authenticate").Add(p.authenticateType()),
	).Params(jen.Op("*").Id("Receiver"), jen.Error()).Block(
		jen.If(jen.Id("r").Dot("fallback").Op("==").Nil().Op("||").Id("authenticate").Op("==").Nil()).Block(
			jen.Return(jen.Nil(), p.receive("ErrNoFunc")),
		),
		jen.Id("r").Dot("core").Op("=").Add(p.receiver("Receiver")).Values(onLines(
			jen.Id("Options").Op(":").Op("&").Id("r").Dot("Options"),
			jen.Id("Profile").Op(":").Op("&").Add(p.profile("Receiver")),
			jen.Id("Topic").Op(":").Id("topic"),
			jen.Id("Setting").Op(":").Id("setting"),
			jen.Id("Authenticate").Op(":").Id("authenticate"),
			jen.Id("Decode").Op(":").Id("r").Dot("decode"),
			jen.Id("Unknown").Op(":").Id("r").Dot("unknown"),
			jen.Id("Handle").Op(":").Id("r").Dot("call"),
		)...),
		jen.Return(jen.Id("r"), jen.Nil()),
	)
	f.Line()
}

// receiverMethod starts a method of Receiver.
func receiverMethod(name string) *jen.Statement {
	return jen.Func().Params(jen.Id("r").Op("*").Id("Receiver")).Id(name)
}

func (p *printer) receiverMethods(f *jen.File) {
	event := jen.Qual(p.payload, "Event")
	f.Add(doc("ServeHTTP answers a request of the platform."))
	f.Add(receiverMethod("ServeHTTP").Params(jen.Id("w").Qual("net/http", "ResponseWriter"), jen.Id("req").Op("*").Qual("net/http", "Request")).Block(
		jen.Id("r").Dot("core").Dot("ServeHTTP").Call(jen.Id("w"), jen.Id("req")),
	))
	f.Line()
	f.Add(doc("Handle does what ServeHTTP does with a delivery from elsewhere, such as a queue. Its error is nil or a [*receive.Error]."))
	f.Add(receiverMethod("Handle").Params(inContext(), jen.Id("d").Add(p.receive("Delivery"))).Error().Block(
		jen.Return(jen.Id("r").Dot("core").Dot("Deliver").Call(jen.Id("ctx"), jen.Id("d"))),
	))
	f.Line()
	f.Add(receiverMethod("decode").Params(jen.Id("topic").String(), jen.Id("body").Index().Byte(), jen.Id("owned").Bool()).Params(event.Clone(), jen.Error()).Block(
		jen.Id("d").Op(":=").Id("Decoder").Values(jen.Id("MaxBytes").Op(":").Id("r").Dot("MaxBytes")),
		jen.If(jen.Id("owned")).Block(jen.Return(jen.Id("d").Dot("DecodeOwned").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.Id("body")))),
		jen.Return(jen.Id("d").Dot("Decode").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.Id("body"))),
	))
	f.Line()
	p.unknownMethod(f)
	f.Add(receiverMethod("call").Params(inContext(), jen.Id("event").Add(event)).Error().Block(
		p.dispatch(),
		jen.Return(jen.Id("r").Dot("fallback").Call(jen.Id("ctx"), jen.Id("event").Assert(jen.Id("Event")))),
	))
	f.Line()
}

// dispatch returns the switch that calls the function of an event.
func (p *printer) dispatch() jen.Code {
	events := slices.DeleteFunc(slices.Clone(p.events), func(e event) bool { return len(e.topics) == 0 })
	if len(events) == 0 {
		return jen.Null()
	}
	return jen.Switch(jen.Id("e").Op(":=").Id("event").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
		for _, e := range events {
			call := jen.Id("r").Dot(handlerName(e))
			g.Case(jen.Op("*").Id(e.Go)).Block(
				jen.If(call.Clone().Op("!=").Nil()).Block(jen.Return(call.Clone().Call(jen.Id("ctx"), jen.Id("e")))),
			)
		}
	})
}

// unknownMethod writes the method that makes an event of a body that does not fit its
// topic.
func (p *printer) unknownMethod(f *jen.File) {
	f.Add(receiverMethod("unknown").Params(
		jen.Id("topic").String(), jen.Id("body").Index().Byte(), jen.Id("mismatches").Index().Qual(p.payload, "Mismatch"),
	).Qual(p.payload, "Event").Block(
		jen.Id("v").Op(":=").New(jen.Id(names.UnknownEvent)),
		jen.List(jen.Id("v").Dot(names.Payload), jen.Id("_")).Op("=").Qual(p.payload, "ParseValue").Call(jen.String().Call(jen.Id("body"))).Comment("it was read before"),
		jen.Id("v").Dot("deliver").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.String().Call(jen.Id("body")), jen.Id("mismatches")),
		jen.Return(jen.Id("v")),
	))
	f.Line()
}
