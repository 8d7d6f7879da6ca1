package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// fixtures is the name of the package with the examples, for importers' tests.
func (p Platform) fixtures() string { return p.Package + "test" }

// fixturesFile returns the file of the package with the examples. It has no example for a
// topic that the platform does not have.
func (p *printer) fixturesFile(data []testdata) *jen.File {
	f := jen.NewFile(p.fixtures())
	f.HeaderComment("// " + header)
	f.ImportName(p.self, p.Package)
	if slices.Contains([]string{"x", "topic", "name", "text", "event", "err"}, p.Package) { // which are variables here
		f.ImportAlias(p.self, p.Package+"pkg")
	}
	title := oneLine(p.Title)
	f.PackageComment(comment("Package " + p.fixtures() + " has the payloads that " + title + " documents, for the tests of programs that receive them."))
	f.Comment("//go:embed all:testdata")
	f.Var().Id("testdata").Qual("embed", "FS")
	f.Line()
	topic := func() jen.Code { return jen.Id("topic").Qual(p.self, "Topic") }
	x := func() *jen.Statement { return jen.Func().Params(jen.Id("x").Id("Example")) }
	must := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Panic(jen.Err()))

	f.Add(doc("An Example is a documented payload."))
	f.Type().Id("Example").Struct(
		jen.Id("Topic").Qual(p.self, "Topic"),
		jen.Id("Name").String().Comment("among the examples of the topic"),
		jen.Line(),
		jen.Id("file").String(),
	)
	f.Line()
	f.Add(doc("Payload returns the JSON of the example."))
	f.Add(x()).Id("Payload").Params().Add(byteSlice()).Block(
		jen.List(jen.Id("text"), jen.Err()).Op(":=").Id("testdata").Dot("ReadFile").Call(jen.Id("x").Dot("file")),
		must, jen.Return(jen.Id("text")),
	)
	f.Line()
	f.Add(doc("Event returns what the example decodes to."))
	f.Add(x()).Id("Event").Params().Qual(p.self, "Event").Block(
		jen.List(jen.Id("event"), jen.Err()).Op(":=").Qual(p.self, "Decode").Call(jen.Id("x").Dot("Topic"), jen.Id("x").Dot("Payload").Call()),
		must, jen.Return(jen.Id("event")),
	)
	f.Line()
	f.Add(doc("Payload returns the JSON of an example of the topic: that with the name, or the first one for an empty name. It panics if there is none."))
	f.Func().Id("Payload").Params(topic(), jen.Id("name").String()).Add(byteSlice()).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("x")).Op(":=").Range().Id("Examples").Call()).Block(
			jen.If(jen.Id("x").Dot("Topic").Op("==").Id("topic").Op("&&").Parens(jen.Id("x").Dot("Name").Op("==").Id("name").Op("||").Id("name").Op("==").Lit(""))).Block(
				jen.Return(jen.Id("x").Dot("Payload").Call()),
			),
		),
		jen.Panic(jen.Qual("fmt", "Sprintf").Call(jen.Lit(p.fixtures()+": the topic %q has no example %q"), jen.Id("topic"), jen.Id("name"))),
	)
	f.Line()
	f.Add(doc("Examples returns the documented payloads. Those of a topic stand in their order."))
	f.Func().Id("Examples").Params().Index().Id("Example").Block(
		jen.Return(jen.Index().Id("Example").ValuesFunc(func(g *jen.Group) {
			constants := p.constants()
			for _, x := range data {
				if constant, ok := constants[x.Topic]; ok {
					g.Line().Values(jen.Qual(p.self, constant), quoted(x.Name), jen.Lit(strings.TrimPrefix(x.file, p.fixtures()+"/")))
				}
			}
			g.Line()
		})),
	)
	return f
}
