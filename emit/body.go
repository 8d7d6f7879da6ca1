package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
)

// bodyEvent writes an event whose body is a declared type.
func (p *printer) bodyEvent(f *jen.File, e event) {
	f.Add(doc(p.eventDoc(e) + " The body is a " + e.Struct.Go + ", whose fields it has."))
	f.Type().Id(e.Go).Struct(jen.Id(names.EventDelivery), jen.Id(e.Struct.Go))
	f.Line()
}

// bodyEncoder writes AppendJSON and MarshalJSON of an event whose body is a declared type.
func (h *helpers) bodyEncoder(f *jen.File, e event) {
	f.Add(doc("AppendJSON appends the JSON of v to b, Extra included."))
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Return(jen.Id("v").Dot(e.Struct.Go).Dot("AppendJSON").Call(h.grown())),
	)
	f.Line()
	h.marshal(f, e.Go)
}

// grown returns b with room for the event.
func (h *helpers) grown() *jen.Statement {
	return jen.Qual(h.wire, "Grown").Call(jen.Id("b"), jen.Op("&").Add(deliveryOf("v")))
}
