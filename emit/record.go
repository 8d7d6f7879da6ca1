package emit

import (
	"github.com/dave/jennifer/jen"
)

// records is the name of the package that makes Recorders.
func (p Platform) records() string { return p.Package + "record" }

// recordFile returns the file of the package that makes Recorders.
func (p *printer) recordFile() *jen.File {
	f := jen.NewFile(p.records())
	f.HeaderComment("// " + header)
	f.ImportName(p.self, p.Package)
	f.ImportName(p.payload, "payload")
	f.ImportName(p.base+"/record", "record")
	if p.Package == "events" || p.Package == "topic" { // which are variables here
		f.ImportAlias(p.self, p.Package+"pkg")
	}
	title := oneLine(p.Title)
	f.PackageComment(comment("Package " + p.records() + " records what deliveries of " + title + " show, without keeping any of them."))
	f.Add(doc("New returns a Recorder without evidence. See package record for what it is for."))
	f.Func().Id("New").Params().Op("*").Qual(p.base+"/record", "Recorder").Block(
		jen.Var().Id("events").Index().Qual(p.payload, "Event"),
		jen.For(jen.List(jen.Id("_"), jen.Id("topic")).Op(":=").Range().Qual(p.self, "Topics").Call()).Block(
			jen.Id("events").Op("=").Append(jen.Id("events"), jen.Id("topic").Dot("New").Call()),
		),
		jen.Return(jen.Qual(p.base+"/record", "New").Call(jen.Qual(p.base+"/record", "Platform").CustomFunc(jen.Options{
			Open: "{", Close: "}", Separator: ",", Multi: true,
		}, p.recorded))),
	)
	return f
}

// recorded writes the fields of a record.Platform.
func (p *printer) recorded(g *jen.Group) {
	field := func(name string, value jen.Code) { g.Id(name).Op(":").Add(value) }
	field("Name", quoted(p.Package))
	for _, text := range []struct{ field, value string }{{"Header", p.Header}, {"Member", p.Member}, {"Batch", p.Batch}} {
		if text.value != "" {
			field(text.field, quoted(text.value))
		}
	}
	field("Events", jen.Id("events"))
	if !p.aliased() {
		return
	}
	field("Aliases", jen.Map(jen.String()).String().CustomFunc(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, func(g *jen.Group) {
		for _, t := range p.topics {
			for _, alias := range t.Aliases {
				g.Add(quoted(alias)).Op(":").Add(quoted(t.Name))
			}
		}
	}))
}
