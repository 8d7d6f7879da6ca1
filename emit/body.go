package emit

import "github.com/dave/jennifer/jen"

// bodyEvent writes an event whose body is a declared type.
func (p *printer) bodyEvent(f *jen.File, e event) {
	f.Add(doc(p.eventDoc(e) + " The body is a " + e.Struct.Go + ", whose fields it has."))
	f.Type().Id(e.Go).Struct(jen.Id("delivery"), jen.Id(e.Struct.Go))
	f.Line()
}

// bodyEncoder writes AppendJSON and MarshalJSON of an event whose body is a declared type.
func (h *helpers) bodyEncoder(f *jen.File, e event) {
	f.Add(doc("AppendJSON appends the JSON of v to b, Extra included."))
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Return(jen.Id("v").Dot(e.Struct.Go).Dot("AppendJSON").Call(grown())),
	)
	f.Line()
	h.marshal(f, e.Go)
}

// grown returns b with room for the event. The length of the body is a good guess.
func grown() *jen.Statement {
	return jen.Qual("slices", "Grow").Call(jen.Id("b"), jen.Len(jen.Id("v").Dot("delivery").Dot("raw")).Op("+").Lit(spare))
}
