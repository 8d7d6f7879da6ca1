package emit

import (
	"net/http"

	"github.com/dave/jennifer/jen"
)

// receiveTestFile returns receive_test.go: that each example reaches the function of its
// event, and that the vectors verify. It returns nil if there are neither.
func (p *printer) receiveTestFile() *jen.File {
	spec := p.NamesSpec()
	if !spec.Examples && !spec.Vectors {
		return nil
	}
	f := p.file()
	p.importNames(f)
	if spec.Examples {
		p.receiverTest(f)
	}
	if spec.Vectors {
		p.vectorsTest(f)
	}
	return f
}

// receiverTest writes TestReceiver.
func (p *printer) receiverTest(f *jen.File) {
	record := jen.Id("got").Op("=").Id("e")
	taker := func(event jen.Code) *jen.Statement {
		return jen.Func().Params(jen.Id("_").Qual("context", "Context"), jen.Id("e").Add(event)).Error().Block(record, jen.Return(jen.Nil()))
	}
	args := []jen.Code{taker(jen.Id("Event"))}
	delivery, want := []jen.Code{jen.Id("Body").Op(":").Id("body")}, jen.Id("Decode").Call(jen.Id("Topic").Call(jen.Id("c").Dot("Topic")), jen.Id("body"))
	switch {
	case p.Member != "":
		want = jen.Id("DecodeBody").Call(jen.Id("body"))
	case p.Header != "":
		delivery = append(delivery, jen.Id("Header").Op(":").Qual("net/http", "Header").Values(
			quoted(http.CanonicalHeaderKey(p.Header)).Op(":").Values(jen.Id("c").Dot("Topic"))))
	default:
		args = append(args, jen.Id("Topic").Call(jen.Id("c").Dot("Topic")))
	}
	if h := p.Deliveries.Handshake; h != nil && h.Setting != "" {
		args = append(args, jen.Lit(""))
	}
	args = append(args, jen.Func().Params(jen.Qual("context", "Context"), p.receive("Delivery")).Error().Block(jen.Return(jen.Nil())))
	constructor := "NewReceiverFunc"
	if p.Deliveries.Signature == nil {
		constructor = "NewReceiver"
	}
	fatal := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Id("t").Dot("Fatalf").Call(jen.Lit("%s: %v"), jen.Id("c").Dot("File"), jen.Err()))
	f.Add(doc("TestReceiver delivers every documented example, which reaches the function of its event."))
	f.Func().Id("TestReceiver").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("testCases").Call()).BlockFunc(func(g *jen.Group) {
			g.List(jen.Id("body"), jen.Err()).Op(":=").Qual("os", "ReadFile").Call(jen.Id("c").Dot("File"))
			g.Add(fatal.Clone())
			g.Var().Id("got").Id("Event")
			g.List(jen.Id("r"), jen.Err()).Op(":=").Id(constructor).Call(args...)
			g.Add(fatal.Clone())
			for _, e := range p.events {
				if len(e.topics) > 0 {
					g.Id("r").Dot(handlerName(e)).Op("=").Add(taker(jen.Op("*").Id(e.Go)))
				}
			}
			g.If(
				jen.Err().Op(":=").Id("r").Dot("Handle").Call(jen.Id("t").Dot("Context").Call(), p.receive("Delivery").Values(delivery...)),
				jen.Err().Op("!=").Nil(),
			).Block(jen.Id("t").Dot("Fatalf").Call(jen.Lit("%s: %v"), jen.Id("c").Dot("File"), jen.Err()))
			g.List(jen.Id("want"), jen.Err()).Op(":=").Add(want)
			g.Add(fatal.Clone())
			g.If(jen.Qual("reflect", "TypeOf").Call(jen.Id("got")).Op("!=").Qual("reflect", "TypeOf").Call(jen.Id("want"))).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("%s: a %T was handled, want a %T"), jen.Id("c").Dot("File"), jen.Id("got"), jen.Id("want")),
			)
		}),
	)
	f.Line()
}

// vectorsTest writes TestVectors.
func (p *printer) vectorsTest(f *jen.File) {
	pairs := func(of *jen.Statement, pairs [][2]string) jen.Code {
		return of.ValuesFunc(func(g *jen.Group) {
			for _, pair := range pairs {
				g.Add(quoted(pair[0])).Op(":").Values(quoted(pair[1]))
			}
		})
	}
	row := jen.Struct(onLines(
		jen.Id("name").String(), jen.Id("secret").String(), jen.Id("unix").Int64(), jen.Id("delivery").Add(p.receive("Delivery")),
	)...)
	f.Add(doc("TestVectors verifies deliveries whose secret is known, and refuses them with another one."))
	f.Func().Id("TestVectors").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Index().Add(row).ValuesFunc(func(g *jen.Group) {
			for _, v := range p.Deliveries.Signature.Vectors {
				unix := int64(0)
				if !v.At.IsZero() {
					unix = v.At.Unix()
				}
				g.Line().Values(quoted(v.Name), quoted(v.Secret), jen.Lit(int(unix)), p.receive("Delivery").Values(onLines(
					jen.Id("Header").Op(":").Add(pairs(jen.Qual("net/http", "Header"), canonicalHeaders(v.Header))),
					jen.Id("Query").Op(":").Add(pairs(jen.Qual("net/url", "Values"), v.Query)),
					jen.Id("Body").Op(":").Index().Byte().Call(quoted(v.Body)),
				)...))
			}
			g.Line()
		})).Block(
			jen.Id("now").Op(":=").Func().Params().Qual("time", "Time").Block(jen.Return(jen.Qual("time", "Unix").Call(jen.Id("v").Dot("unix"), jen.Lit(0)))),
			jen.Id("verify").Op(":=").Func().Params(jen.Id("secrets").Op("...").String()).Error().Block(
				jen.List(jen.Id("authenticate"), jen.Err()).Op(":=").Add(p.receiver("Signed")).Call(
					jen.Op("&").Add(p.profile("Signature")), jen.Op("&").Add(p.receive("Options")).Values(jen.Id("Now").Op(":").Id("now")), jen.Id("secrets")),
				jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
				jen.Return(jen.Id("authenticate").Call(jen.Id("t").Dot("Context").Call(), jen.Id("v").Dot("delivery"))),
			),
			jen.If(jen.Err().Op(":=").Id("verify").Call(jen.Id("v").Dot("secret")), jen.Err().Op("!=").Nil()).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("%s: %v"), jen.Id("v").Dot("name"), jen.Err()),
			),
			jen.Id("v").Dot("delivery").Dot("Body").Op("=").Append(jen.Id("v").Dot("delivery").Dot("Body"), jen.LitRune(' '), jen.LitRune('1')),
			jen.If(jen.Err().Op(":=").Id("verify").Call(jen.Id("v").Dot("secret")), jen.Op("!").Qual("errors", "Is").Call(jen.Err(), p.receive("ErrSignature"))).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("%s, with another body: %v, want %v"), jen.Id("v").Dot("name"), jen.Err(), p.receive("ErrSignature")),
			),
		),
	)
	f.Line()
}

// canonicalHeaders returns headers with their names as package net/http has them.
func canonicalHeaders(pairs [][2]string) [][2]string {
	out := make([][2]string, len(pairs))
	for i, pair := range pairs {
		out[i] = [2]string{http.CanonicalHeaderKey(pair[0]), pair[1]}
	}
	return out
}

// requestFile returns the file of the package for importers' tests that makes deliveries.
func (p *printer) requestFile() *jen.File {
	f := jen.NewFile(p.fixtures())
	f.HeaderComment("// " + header)
	p.importNames(f)
	f.ImportName(p.self, p.Package)
	f.ImportName(p.base+"/internal/receivertest", "receivertest")
	params := []jen.Code{jen.Id("topic").Qual(p.self, "Topic"), jen.Id("body").Add(byteSlice())}
	signature, secret := jen.Code(jen.Nil()), jen.Code(jen.Lit(""))
	text := "Request returns a request that delivers body on the topic, as the platform makes it. Pass it to the ServeHTTP of a Receiver, or send it to a test server after changing its URL."
	if p.Deliveries.Signature != nil {
		params = append(params, jen.Id("secret").String())
		signature, secret = jen.Op("&").Add(p.profile("Signature")), jen.Id("secret")
		text += " It is signed with the secret."
	}
	f.Add(doc(text))
	f.Func().Id("Request").Params(params...).Op("*").Qual("net/http", "Request").Block(
		jen.Return(jen.Qual(p.base+"/internal/receivertest", "Request").Call(
			jen.Op("&").Add(p.profile("Receiver")), signature, jen.String().Call(jen.Id("topic")), jen.Id("body"), secret)),
	)
	return f
}
