package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// here returns the arguments that a composite decoder passes on.
func here() reading { return reading{r: "r", i: jen.Id("i"), next: jen.Id("next")} }

// decoder writes the function that decodes a composite type.
func (h *helpers) decoder(t infer.Type) jen.Code {
	fn := jen.Func().Id(h.Decoder(t)).Params(h.reader(), jen.Id("i").Int(), jen.Id("p").Op("*").Add(h.goType(t)), jen.Id("next").String()).Int()
	switch t := t.(type) {
	case infer.Slice:
		return fn.BlockFunc(func(g *jen.Group) { h.sliceDecoder(g, t) })
	case infer.Map:
		return fn.BlockFunc(func(g *jen.Group) { h.mapDecoder(g, t) })
	case infer.Opt:
		return fn.Block(
			jen.If(jen.Id("r").Dot("Null").Call(jen.Id("i"))).Block(
				jen.Return(jen.Qual(h.wire, "OptNull").Call(jen.Id("r"), jen.Id("i"), jen.Id("p"), jen.Id("next"))),
			),
			h.fill("Opt", t.Elem, t.Pointer),
			h.settle("Opt", h.decode(t.Elem, jen.Id("v"), true, here())),
		)
	case infer.Or:
		return fn.BlockFunc(func(g *jen.Group) { h.orDecoder(g, t) })
	case infer.JSON:
		return fn.BlockFunc(func(g *jen.Group) { h.jsonDecoder(g, t) })
	}
	panic("emit: unknown type")
}

// expected returns the capacity with which a list or map of at most most elements in the
// examples begins. It has three steps, so that few new examples change the decoder.
//
// One constant for all types, or one for each size of an element, makes orders cost 9 to 12 %
// more bytes and up to 7 more allocations, for their one map with 9 entries. More than 9 would
// make each short list cost as much as the one long list of an example.
func expected(most int) int {
	switch {
	case most <= 1:
		return 1
	case most <= 4:
		return 4
	}
	return 9
}

// grow returns the statement that makes room for one more element of a list or map.
func (h *helpers) grow(most int) jen.Code {
	return jen.Id("list").Op("=").Qual(h.wire, "Grow").Call(jen.Id("r"), jen.Id("list"), jen.Lit(expected(most)))
}

// last returns the element of a list or map that is being decoded.
func last() *jen.Statement { return jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1)) }

func (h *helpers) sliceDecoder(g *jen.Group, t infer.Slice) {
	part := reading{r: "r", i: jen.Id("a").Dot("At"), next: jen.Lit("")}
	g.List(jen.Id("a"), jen.Id("list")).Op(":=").List(jen.Id("r").Dot("Array").Call(jen.Id("i")), h.goType(t).Values())
	g.For(jen.Id("a").Dot("Next").Call(jen.Id("r"), jen.Len(jen.Id("list")))).Block(
		h.grow(t.Most),
		jen.Id("a").Dot("Read").Call(h.decode(t.Elem, last(), false, part)),
	)
	g.Op("*").Id("p").Op("=").Qual(h.wire, "Items").Call(jen.Id("r"), jen.Op("&").Id("a"), jen.Id("list"))
	g.Return(jen.Id("a").Dot("End").Call(jen.Id("r"), jen.Id("next")))
}

func (h *helpers) mapDecoder(g *jen.Group, t infer.Map) {
	part := reading{r: "r", i: jen.Id("o").Dot("At"), next: jen.Lit("")}
	g.List(jen.Id("o"), jen.Id("list")).Op(":=").List(jen.Id("r").Dot("Object").Call(jen.Id("i")), h.goType(t).Values())
	g.For(jen.Id("o").Dot("Next").Call(jen.Id("r"), jen.Len(jen.Id("list")))).Block(
		h.grow(t.Most),
		jen.Id("e").Op(":=").Op("&").Add(last()),
		jen.Id("e").Dot("Key").Op("=").Id("o").Dot("Key"),
		jen.Id("o").Dot("Read").Call(h.decode(t.Elem, jen.Id("e").Dot("Value"), false, part)),
	)
	g.Op("*").Id("p").Op("=").Qual(h.wire, "Entries").Call(jen.Id("r"), jen.Op("&").Id("o"), jen.Id("list"))
	g.Return(jen.Id("o").Dot("End").Call(jen.Id("r"), jen.Id("next")))
}

func (h *helpers) orDecoder(g *jen.Group, t infer.Or) {
	want := kindOf(t.Elem)
	var also []jen.Code
	for k := jsontext.KindNull; k <= jsontext.KindObject; k++ {
		if t.Also.Has(k) {
			also = append(also, jen.Qual(h.payload, kindNames[k]))
		}
	}
	other := jen.Id("k").Op(":=").Id("r").Dot("Kind").Call(jen.Id("i")).Op(";").Id("k").Op("!=").Qual(h.payload, kindNames[want])
	switch {
	case infer.KeepsNumber(t.Elem):
		other.Op("&&").Id("k").Op("!=").Qual(h.payload, "KindString")
	case t.Elem == infer.Type(infer.Flag):
		other = jen.Op("!").Id("r").Dot("IsFlag").Call(jen.Id("i"))
	}
	args := append([]jen.Code{jen.Id("r"), jen.Id("i"), jen.Id("p"), jen.Id("next"), jen.Qual(h.payload, kindNames[want])}, also...)
	g.If(other).Block(jen.Return(jen.Qual(h.wire, "OrElse").Call(args...)))
	g.Add(h.fill("Or", t.Elem, t.Pointer))
	value := h.decode(t.Elem, jen.Id("v"), true, here())
	switch t.Elem.(type) {
	case infer.Slice, infer.Map, infer.Or, infer.Opt:
		g.Add(h.settle("Or", value))
	default:
		g.Return(value)
	}
}

// fill returns the statements that give an Opt or an Or at p a value, and make v a
// pointer to it.
func (h *helpers) fill(of string, elem infer.Type, pointer bool) jen.Code {
	full := jen.Qual(h.wire, of+"Fill").Call(jen.Id("p"))
	if pointer {
		return jen.Add(join([]jen.Code{
			jen.Id("v").Op(":=").Qual(h.wire, "New").Types(h.goType(elem)).Call(jen.Id("r"), jen.Id("i")),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				h.settle(of, jen.Id("r").Dot("Drop").Call(jen.Id("i"))),
			),
			jen.Op("*").Add(full).Op("=").Id("v"),
		})...)
	}
	return jen.Id("v").Op(":=").Add(full)
}

// settle returns the statement that ends the decoder of an Opt or an Or with what the
// decoder of its value returns.
func (h *helpers) settle(of string, value jen.Code) jen.Code {
	return jen.Return(jen.Qual(h.wire, of+"Settle").Call(jen.Id("r"), value, jen.Id("p")))
}

func (h *helpers) jsonDecoder(g *jen.Group, t infer.JSON) {
	want := jen.Qual(h.payload, kindNames[kindOf(t.Elem)])
	in := jen.Op("&").Id("in")
	plain := h.decode(t.Elem, jen.Id("v"), true, reading{r: "r", own: false, i: jen.Id("i"), next: jen.Lit("")})
	g.If(jen.Id("v").Op(":=").Qual(h.wire, "Plain").Call(jen.Id("r"), jen.Id("i"), jen.Id("p"), want), jen.Id("v").Op("!=").Nil()).Block(
		jen.Return(jen.Qual(h.wire, "PlainEnd").Call(jen.Id("r"), jen.Id("i"), jen.Id("p"), plain, jen.Id("next"))),
	)
	g.Var().Id("in").Qual(h.wire, "Reader")
	g.List(jen.Id("v"), jen.Id("after")).Op(":=").Qual(h.wire, "Inner").Call(jen.Id("r"), jen.Id("i"), jen.Id("p"), want, in, jen.Id("next"))
	inside := reading{r: "in", own: true, i: jen.Id("in").Dot("Begin").Call(), next: jen.Lit("")}
	g.If(jen.Id("v").Op("!=").Nil()).Block(
		jen.Qual(h.wire, "Outer").Call(jen.Id("r"), jen.Id("i"), jen.Id("p"), want, in, h.decode(t.Elem, jen.Id("v"), true, inside)),
	)
	g.Return(jen.Id("after"))
}
