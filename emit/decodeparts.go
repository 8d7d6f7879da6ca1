package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// here is what the decoder of a type made of others got itself.
func here() reading { return reading{r: "r", i: jen.Id("i"), next: jen.Id("next")} }

// decoder writes the function that reads a type made of others.
func (h *helpers) decoder(id string, t infer.Type) jen.Code {
	fn := jen.Func().Id("decode"+id).Params(h.reader(), jen.Id("i").Int(), jen.Id("p").Op("*").Add(h.goType(t)), jen.Id("next").String()).Int()
	switch t := t.(type) {
	case infer.Slice:
		return fn.BlockFunc(func(g *jen.Group) { h.sliceDecoder(g, t) })
	case infer.Map:
		return fn.BlockFunc(func(g *jen.Group) { h.mapDecoder(g, t) })
	case infer.Opt:
		return fn.Block(
			jen.If(jen.Id("r").Dot("NullAt").Call(jen.Id("i"))).Block(
				jen.Id("p").Dot("Empty").Call(jen.True()),
				afterNull(),
			),
			h.fill(t.Elem, t.Pointer),
			jen.If(jen.Id("i").Op("=").Add(h.decode(t.Elem, jen.Id("v"), true, here())), jen.Id("i").Op("<").Lit(0)).Block(
				jen.Id("p").Dot("Settle").Call(jen.Id("r")),
			),
			jen.Return(jen.Id("i")),
		)
	case infer.Or:
		return fn.BlockFunc(func(g *jen.Group) { h.orDecoder(g, t) })
	case infer.JSON:
		return fn.BlockFunc(func(g *jen.Group) { h.jsonDecoder(g, t) })
	}
	panic("emit: a type of no known kind")
}

// afterNull returns the statement that ends a decoder at a null.
func afterNull() jen.Code {
	return jen.Return(jen.Id("r").Dot("NextAt").Call(jen.Id("i").Op("+").Lit(len("null")), jen.Id("next")))
}

// openList writes the beginning of the decoder of a list or map, up to the loop
// over its parts.
func (h *helpers) openList(g *jen.Group, t infer.Type, enter, kind string) {
	g.Op("*").Id("p").Op("=").Nil()
	g.If(jen.Id("r").Dot("NullAt").Call(jen.Id("i"))).Block(afterNull())
	g.If(jen.Op("!").Id("r").Dot(enter).Call(jen.Id("i"))).Block(
		jen.Return(jen.Id("r").Dot("RejectAt").Call(jen.Id("i"), jen.Qual(h.payload, kind))),
	)
	g.Id("from").Op(",").Id("list").Op(":=").Id("i").Op(",").Add(h.goType(t)).Values()
	g.Id("more").Op(",").Id("exact").Op(":=").False().Op(",").True()
}

// closeList writes the end of the decoder of a list or map, with the statements
// that put the parts where they belong.
func closeList(g *jen.Group, keep ...jen.Code) {
	g.If(jen.Id("r").Dot("Holds").Call(jen.Id("from"), jen.Id("i"), jen.Id("exact"))).Block(keep...)
	g.Return(jen.Id("r").Dot("PartlyAt").Call(jen.Id("from"), jen.Id("i"), jen.Id("exact"), jen.Id("next")))
}

// maxExpected bounds how many parts a list or map has room for at once: one long
// list in an example must not cost every short one its memory.
const maxExpected = 9

// part returns the statements that read one part of a list or map.
func (h *helpers) part(t infer.Type, variable *jen.Statement, expected int) []jen.Code {
	read := h.decode(t, variable, false, reading{r: "r", i: jen.Id("i"), next: jen.Lit("")})
	return []jen.Code{
		jen.Id("list").Op("=").Qual(h.payload, "Grow").Call(jen.Id("r"), jen.Id("list"), jen.Lit(min(expected, maxExpected))),
		jen.If(jen.Id("i").Op("=").Add(read), jen.Id("i").Op("<").Lit(0)).Block(
			jen.Id("i").Op(",").Id("exact").Op("=").Op("^").Id("i").Op(",").False(),
		),
	}
}

func (h *helpers) sliceDecoder(g *jen.Group, t infer.Slice) {
	h.openList(g, t, "ArrayAt", "KindArray")
	g.For(
		jen.List(jen.Id("i"), jen.Id("more")).Op("=").Id("r").Dot("ItemAt").Call(jen.Id("i"), jen.Lit(0)),
		jen.Id("more"),
		jen.List(jen.Id("i"), jen.Id("more")).Op("=").Id("r").Dot("ItemAt").Call(jen.Id("i"), jen.Len(jen.Id("list"))),
	).Block(h.part(t.Elem, jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1)), t.Most)...)
	closeList(g, jen.Op("*").Id("p").Op("=").Id("list"))
}

func (h *helpers) mapDecoder(g *jen.Group, t infer.Map) {
	h.openList(g, t, "ObjectAt", "KindObject")
	g.Var().Id("key").String()
	e := jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1))
	body := h.part(t.Elem, jen.Id("e").Dot("Value"), t.Most)
	g.For(
		jen.List(jen.Id("i"), jen.Id("more")).Op("=").Id("r").Dot("KeyAt").Call(jen.Id("i"), jen.Lit(0), jen.Op("&").Id("key"), jen.Op("&").Id("exact")),
		jen.Id("more"),
		jen.List(jen.Id("i"), jen.Id("more")).Op("=").Id("r").Dot("KeyAt").Call(jen.Id("i"), jen.Len(jen.Id("list")), jen.Op("&").Id("key"), jen.Op("&").Id("exact")),
	).Block(
		body[0],
		jen.Id("e").Op(":=").Op("&").Add(e),
		jen.Id("e").Dot("Key").Op("=").Id("key"),
		body[1],
	)
	closeList(g, jen.Id("list").Dot("Unique").Call(), jen.Op("*").Id("p").Op("=").Id("list"))
}

func (h *helpers) orDecoder(g *jen.Group, t infer.Or) {
	want := kindOf(t.Elem)
	var also []jen.Code
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		if t.Also.Has(k) {
			also = append(also, jen.Qual(h.payload, kindNames[k]))
		}
	}
	other := jen.Id("k").Op(":=").Id("r").Dot("KindAt").Call(jen.Id("i")).Op(";").Id("k").Op("!=").Qual(h.payload, kindNames[want])
	switch t.Elem {
	case infer.Type(infer.Number):
		other.Op("&&").Id("k").Op("!=").Qual(h.payload, "KindString")
	case infer.Type(infer.Flag):
		other = jen.Op("!").Id("r").Dot("IsFlagAt").Call(jen.Id("i"))
	}
	g.If(other).Block(
		jen.Return(jen.Id("r").Dot("OtherAt").Call(jen.Id("i"), jen.Id("p").Dot("Else").Call(),
			jen.Qual(h.payload, kindNames[want]), jen.Qual(h.payload, "KindsOf").Call(also...), jen.Id("next"))),
	)
	g.Add(h.fill(t.Elem, t.Pointer))
	switch t.Elem.(type) {
	case infer.Slice, infer.Map, infer.Or, infer.Opt:
		g.If(jen.Id("i").Op("=").Add(h.decode(t.Elem, jen.Id("v"), true, here())), jen.Id("i").Op("<").Lit(0)).Block(
			jen.Id("p").Dot("Settle").Call(jen.Id("r")),
		)
		g.Return(jen.Id("i"))
	default:
		g.Return(h.decode(t.Elem, jen.Id("v"), true, here()))
	}
}

// fill returns the statements that make an Opt or an Or at p hold a value, and v the
// pointer to that.
func (h *helpers) fill(elem infer.Type, pointer bool) jen.Code {
	if pointer {
		return jen.Add(join([]jen.Code{
			jen.Id("v").Op(":=").Qual(h.payload, "New").Types(h.goType(elem)).Call(jen.Id("r"), jen.Id("i")),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				jen.Id("i").Op("=").Id("r").Dot("DropAt").Call(jen.Id("i")),
				jen.Id("p").Dot("Settle").Call(jen.Id("r")),
				jen.Return(jen.Id("i")),
			),
			jen.Op("*").Id("p").Dot("Fill").Call().Op("=").Id("v"),
		})...)
	}
	return jen.Id("v").Op(":=").Id("p").Dot("Fill").Call()
}

func (h *helpers) jsonDecoder(g *jen.Group, t infer.JSON) {
	want := jen.Qual(h.payload, kindNames[kindOf(t.Elem)])
	g.Var().Id("in").Qual(h.payload, "Reader")
	g.Var().Id("text").String()
	g.List(jen.Id("after"), jen.Id("ok")).Op(":=").Id("r").Dot("InnerAt").Call(jen.Id("i"), want, jen.Op("&").Id("in"), jen.Op("&").Id("text"), jen.Id("next"))
	g.Id("v").Op(":=").Id("p").Dot("Enter").Call(jen.Id("text"))
	inside := reading{r: "in", own: true, i: jen.Id("in").Dot("Offset").Call(), next: jen.Lit("")}
	g.If(jen.Id("ok")).Block(
		jen.Id("end").Op(":=").Add(h.decode(t.Elem, jen.Id("v"), true, inside)),
		jen.Id("ok").Op("=").Id("r").Dot("OuterAt").Call(jen.Id("i"), jen.Op("&").Id("in"), jen.Id("end"), want),
	)
	g.Id("p").Dot("Leave").Call(jen.Id("ok"))
	g.Return(jen.Id("after"))
}
