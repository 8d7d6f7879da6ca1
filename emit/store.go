package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
)

// storeFile returns store.go: the methods by which other packages store events.
func (p *printer) storeFile() *jen.File {
	f := p.file()
	f.Add(doc("Events are stored as JSON, by packages that take encoding.TextMarshaler and by database/sql, and with their topics, by those that take encoding.BinaryMarshaler, as encoding/gob does."))
	f.Line()
	for _, e := range p.events {
		p.storeEvent(f, e.Go)
	}
	p.storeEvent(f, names.UnknownEvent)
	return f
}

// storeEvent writes the methods of one event.
func (p *printer) storeEvent(f *jen.File, name string) {
	v := func(pointer bool) *jen.Statement {
		if pointer {
			return jen.Func().Params(jen.Id("v").Op("*").Id(name))
		}
		return jen.Func().Params(jen.Id("v").Id(name))
	}
	text := func() *jen.Statement { return jen.Id("v").Dot("AppendJSON").Call(jen.Nil()) }
	address := jen.Op("&").Add(deliveryOf("v"))
	for _, m := range []struct {
		doc  string
		code *jen.Statement
		body jen.Code
	}{
		{
			"MarshalText returns the JSON of v, without its topic.",
			v(false).Id("MarshalText").Params().Params(byteSlice(), jen.Error()), jen.Return(text(), jen.Nil()),
		},
		{
			"UnmarshalText is UnmarshalJSON.",
			v(true).Id("UnmarshalText").Params(jen.Id("text").Add(byteSlice())).Error(), jen.Return(jen.Id("v").Dot("UnmarshalJSON").Call(jen.Id("text"))),
		},
		{
			"MarshalBinary returns the topic and the JSON of v.",
			v(false).Id("MarshalBinary").Params().Params(byteSlice(), jen.Error()),
			jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Qual(p.wire, "AppendTopic").Call(jen.Nil(), address)), jen.Nil()),
		},
		{
			"UnmarshalBinary reads what MarshalBinary returns.",
			v(true).Id("UnmarshalBinary").Params(jen.Id("data").Add(byteSlice())).Error(),
			jen.Return(jen.Qual(p.wire, "UnmarshalBinary").Call(jen.Id("data"), address, jen.Id("v"))),
		},
		{
			"Value returns the JSON of v for a column of package sql, as text.",
			v(false).Id("Value").Params().Params(jen.Qual("database/sql/driver", "Value"), jen.Error()), jen.Return(jen.String().Call(text()), jen.Nil()),
		},
		{
			"Scan is UnmarshalJSON for a column of package sql. It fails for NULL.",
			v(true).Id("Scan").Params(jen.Id("column").Any()).Error(), jen.Return(jen.Qual(p.wire, "Scan").Call(jen.Id("column"), jen.Id("v"))),
		},
	} {
		f.Add(doc(m.doc))
		f.Add(m.code.Block(m.body))
		f.Line()
	}
}
