package emit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/specs/finding"
	"github.com/specimen-go/specimen/specs/jsonpointer"
)

// testdata is an example and its file.
type testdata struct {
	Example
	file string // relative to the package
}

// testdata returns the files of the examples. Two examples with the same file are a
// problem.
func (p *printer) testdata() []testdata {
	var all []testdata
	first := make(map[string]Example)
	for _, x := range p.Examples {
		file := p.fixtures() + "/testdata/" + slug(x.Topic) + "/" + slug(x.Name) + ".json"
		if other, ok := first[strings.ToLower(file)]; ok {
			p.problems = append(p.problems, infer.Problem{
				Cause: infer.Say(finding.FileCollision, "two examples have the file "+file, "give one of them another name"),
				Where: infer.Where{Ref: x.Ref}, Also: []infer.Where{{Ref: other.Ref}},
			})
		}
		first[strings.ToLower(file)] = x
		all = append(all, testdata{x, file})
	}
	return all
}

// maxLiteral is the length of the longest example that is compared with a literal.
// Compilers take seconds for a literal of some megabytes.
const maxLiteral = 256 << 10

// testFile returns decode_test.go: a table of the examples and what they decode to. Without
// examples there is no table.
func (p *printer) testFile() *jen.File {
	f := p.file()
	pkg := p.test
	f.ImportName(pkg, "payloadtest")
	roots := make(map[string]event)
	for _, e := range p.events {
		for _, t := range e.topics {
			roots[t.Name] = e
		}
	}
	if len(p.Examples) == 0 {
		return f // of a platform that documents no payload
	}
	cases := jen.Index().Qual(pkg, "Case")
	f.Add(doc("TestExamples decodes every documented example, and edits of each at every path, and encodes them again."))
	f.Func().Id("TestExamples").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.Qual(pkg, "Run").Call(jen.Id("t"), jen.Id("testDecode"), jen.Id("testCases").Call()),
	)
	f.Line()
	f.Add(doc("FuzzDecode decodes bodies that differ more from the examples, and encodes them again."))
	f.Func().Id("FuzzDecode").Params(jen.Id("f").Op("*").Qual("testing", "F")).Block(
		jen.Qual(pkg, "Fuzz").Call(jen.Id("f"), jen.Id("testDecode"), jen.Id("testCases").Call()),
	)
	f.Line()
	f.Func().Id("testDecode").Params(jen.Id("topic").String(), jen.Id("body").Add(byteSlice())).Params(jen.Qual(pkg, "Event"), jen.Error()).Block(
		jen.Id("event").Op(",").Id("err").Op(":=").Id("Decode").Call(jen.Id("Topic").Call(jen.Id("topic")), jen.Id("body")),
		jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Id("err"))),
		jen.Return(jen.Id("event").Assert(jen.Qual(pkg, "Event")), jen.Nil()),
	)
	f.Line()
	f.Func().Id("testCases").Params().Add(cases.Clone()).Block(
		jen.Return(cases.Clone().ValuesFunc(func(g *jen.Group) {
			for _, x := range p.testdata() {
				e, ok := roots[x.Topic]
				if !ok {
					continue
				}
				g.Line().Values(p.testCase(x, e)...)
			}
			g.Line()
		})),
	)
	f.Line()
	f.Add(doc("Forget makes an event equal to a literal of its type."))
	f.Func().Params(jen.Id("d").Op("*").Id(names.EventDelivery)).Id("Forget").Params().Block(jen.Op("*").Id("d").Op("=").Id(names.EventDelivery).Values())
	f.Line()
	return f
}

func (p *printer) testCase(x testdata, e event) []jen.Code {
	fields := []jen.Code{
		jen.Line().Id("Topic").Op(":").Add(quoted(x.Topic)),
		jen.Line().Id("File").Op(":").Lit(x.file),
	}
	if len(x.Text) > maxLiteral {
		return append(fields, jen.Line())
	}
	want := p.eventLiteral(e, x.Text)
	return append(fields, jen.Line().Id("Want").Op(":").Add(want), jen.Line())
}

// topicsTest writes a test of the topics, and of one that is not documented.
func (p *printer) topicsTest(f *jen.File) {
	f.Func().Id("TestTopics").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.For(jen.Id("_").Op(",").Id("topic").Op(":=").Range().Id("Topics").Call()).Block(
			jen.If(jen.Op("!").Id("topic").Dot("Known").Call()).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("Topic(%q).Known() = false, want true"), jen.Id("topic")),
			),
			jen.If(jen.Id("got").Op(":=").Id("topic").Dot("New").Call().Dot("Topic").Call(), jen.Id("got").Op("!=").Id("topic")).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("Topic(%q).New() has the topic %q"), jen.Id("topic"), jen.Id("got")),
			),
		),
		jen.List(jen.Id("event"), jen.Id("err")).Op(":=").Id("Decode").Call(jen.Lit("no such topic"), jen.Index().Byte().Call(jen.Lit(`{"a": [1.0]}`))),
		jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Id("t").Dot("Fatal").Call(jen.Id("err"))),
		jen.If(jen.List(jen.Id("_"), jen.Id("ok")).Op(":=").Id("event").Assert(jen.Op("*").Id("UnknownEvent")), jen.Op("!").Id("ok")).Block(
			jen.Id("t").Dot("Errorf").Call(jen.Lit("a topic that is not documented decodes to a %T"), jen.Id("event")),
		),
		jen.If(jen.Id("got").Op(":=").String().Call(jen.Id("event").Dot("AppendJSON").Call(jen.Nil())), jen.Id("got").Op("!=").Lit(`{"a": [1.0]}`)).Block(
			jen.Id("t").Dot("Errorf").Call(jen.Lit("it encodes to %s"), jen.Id("got")),
		),
	)
	f.Line()
}

// bodyTest writes a test that each example has its own topic, or the one that the spec
// says its bodies have.
func (p *printer) bodyTest(f *jen.File) {
	table := slices.DeleteFunc(p.testdata(), func(x testdata) bool { return !p.routes(x.Text) })
	if len(table) == 0 {
		return
	}
	constants := p.constants()
	f.Add(doc("TestDecodeBody decodes each example by the topic that it names."))
	f.Func().Id("TestDecodeBody").Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(
		jen.For(jen.List(jen.Id("file"), jen.Id("topic")).Op(":=").Range().Map(jen.String()).Id("Topic").ValuesFunc(func(g *jen.Group) {
			for _, x := range table {
				g.Line().Lit(x.file).Op(":").Id(constants[named(x.Text, jsonpointer.Tokens(p.Member))]) // see Routing
			}
			g.Line()
		})).Block(
			jen.List(jen.Id("body"), jen.Id("err")).Op(":=").Qual("os", "ReadFile").Call(jen.Id("file")),
			jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Id("t").Dot("Fatal").Call(jen.Id("err"))),
			jen.List(jen.Id("event"), jen.Id("err")).Op(":=").Id("DecodeBody").Call(jen.Id("body")),
			jen.If(jen.Id("err").Op("!=").Nil()).Block(jen.Id("t").Dot("Fatalf").Call(jen.Lit("%s: %v"), jen.Id("file"), jen.Id("err"))),
			jen.If(jen.Id("got").Op(":=").Id("event").Dot("Topic").Call(), jen.Id("got").Op("!=").Id("topic")).Block(
				jen.Id("t").Dot("Errorf").Call(jen.Lit("%s: topic %q, want %q"), jen.Id("file"), jen.Id("got"), jen.Id("topic")),
			),
		),
	)
	f.Line()
}

// exampleTest writes the Example of Decode, with the first example payload.
func (p *printer) exampleTest(f *jen.File) {
	for _, x := range p.testdata() {
		for _, e := range p.events {
			for _, t := range e.topics {
				if t.Name == x.Topic {
					p.example(f, x, e, t)
					return
				}
			}
		}
	}
}

func (p *printer) example(f *jen.File, x testdata, e event, t topic) {
	fail := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Panic(jen.Err()))
	f.Func().Id("ExampleDecode").Params().Block(
		jen.List(jen.Id("body"), jen.Err()).Op(":=").Qual("os", "ReadFile").Call(jen.Lit(x.file)),
		fail,
		jen.List(jen.Id("event"), jen.Err()).Op(":=").Id("Decode").Call(jen.Id(t.constant), jen.Id("body")),
		fail,
		jen.Switch(jen.Id("event").Op(":=").Id("event").Assert(jen.Type())).Block(
			jen.Case(jen.Op("*").Id(e.Go)).Block(
				jen.Qual("fmt", "Printf").Call(jen.Lit("%+q, %d mismatches\n"), jen.Id("event").Dot("Topic").Call(), jen.Len(jen.Id("event").Dot("Mismatches").Call())),
			),
			jen.Case(jen.Op("*").Id("UnknownEvent")).Block(jen.Qual("fmt", "Println").Call(jen.Lit("not documented"))),
		),
		jen.Comment(fmt.Sprintf("// Output: %+q, 0 mismatches", t.Name)),
	)
	f.Line()
}

// constants returns the constants of the topics, by name and by alias.
func (p *printer) constants() map[string]string {
	all := make(map[string]string)
	for _, t := range p.topics {
		all[t.Name] = t.constant
		for _, a := range t.Aliases {
			all[a] = t.constant
		}
	}
	return all
}

// checkEvents reports topics with an event that no example shows.
func (p *printer) checkEvents() {
	events := make(map[string]bool)
	for _, e := range p.events {
		events[e.Name] = true
	}
	for _, t := range p.topics {
		if t.Event != "" && !events[t.Event] {
			p.problems = append(p.problems, infer.Problem{
				Cause: infer.Say(finding.MissingExample, fmt.Sprintf("no example shows the event %s of topic %s", t.Event, t.Name), "add an example, or payload: undocumented"),
				Where: infer.Where{Ref: t.Ref},
			})
		}
	}
}
