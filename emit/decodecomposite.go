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
		return fn.BlockFunc(func(g *jen.Group) { h.optDecoder(g, t) })
	case infer.Or:
		return fn.BlockFunc(func(g *jen.Group) { h.orDecoder(g, t) })
	case infer.ObjectOrList:
		return fn.BlockFunc(func(g *jen.Group) { h.objectOrListDecoder(g, t) })
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

// grow writes the statements that make room for one more element of a list or map.
func (h *helpers) grow(g *jen.Group, most int) {
	g.If(jen.Len(jen.Id("list")).Op("==").Cap(jen.Id("list"))).Block(
		jen.Id("list").Op("=").Qual(h.wire, "Longer").Call(jen.Id("r"), jen.Id("list"), jen.Lit(expected(most))),
	)
	g.Id("list").Op("=").Id("list").Index(jen.Op(":").Len(jen.Id("list")).Op("+").Lit(1))
}

// last returns the element of a list or map that is being decoded.
func last() *jen.Statement { return jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1)) }

// read writes the statement that hands the result of an element's decoder to list, the state
// of decoding a list or map.
func read(list string, elem infer.Type, result jen.Code) jen.Code {
	if zeroIsNull(elem) {
		return jen.Id(list).Dot("ReadOrNull").Call(jen.Id("r"), result)
	}
	return jen.Id(list).Dot("Read").Call(result)
}

func (h *helpers) sliceDecoder(g *jen.Group, t infer.Slice) {
	part := reading{r: "r", i: jen.Id("a").Dot("At"), next: jen.Lit("")}
	g.List(jen.Id("a"), jen.Id("list")).Op(":=").List(jen.Id("r").Dot("Array").Call(jen.Id("i")), h.goType(t).Values())
	g.For(jen.Id("a").Dot("Next").Call(jen.Id("r"), jen.Len(jen.Id("list")))).BlockFunc(func(g *jen.Group) {
		h.grow(g, t.Most)
		g.Add(read("a", t.Elem, h.decode(t.Elem, last(), false, part)))
	})
	g.If(jen.Op("*").Id("p").Op("=").Id("list"), jen.Op("!").Id("a").Dot("Holds").Call(jen.Id("r"))).Block(
		jen.Op("*").Id("p").Op("=").Nil(),
	)
	g.Return(jen.Id("a").Dot("End").Call(jen.Id("r"), jen.Id("next")))
}

func (h *helpers) mapDecoder(g *jen.Group, t infer.Map) {
	part := reading{r: "r", i: jen.Id("o").Dot("At"), next: jen.Lit("")}
	g.List(jen.Id("o"), jen.Id("list")).Op(":=").List(jen.Id("r").Dot("Object").Call(jen.Id("i")), h.goType(t).Values())
	g.For(jen.Id("o").Dot("Next").Call(jen.Id("r"), jen.Len(jen.Id("list")))).BlockFunc(func(g *jen.Group) {
		h.grow(g, t.Most)
		g.Id("e").Op(":=").Op("&").Add(last())
		g.Id("e").Dot("Key").Op("=").Id("o").Dot("Key")
		g.Add(read("o", t.Elem, h.decode(t.Elem, jen.Id("e").Dot("Value"), false, part)))
	})
	g.Op("*").Id("p").Op("=").Qual(h.wire, "Entries").Call(jen.Id("r"), jen.Op("&").Id("o"), jen.Id("list"))
	g.Return(jen.Id("o").Dot("End").Call(jen.Id("r"), jen.Id("next")))
}

func (h *helpers) optDecoder(g *jen.Group, t infer.Opt) {
	end := func(value jen.Code) jen.Code {
		return jen.Return(jen.Id("r").Dot("OptEnd").Call(value, jen.Id("presence")))
	}
	g.List(jen.Id("v"), jen.Id("presence")).Op(":=").Qual(h.wire, "Opt").Call(jen.Id("p"))
	g.If(jen.Id("r").Dot("Null").Call(jen.Id("i"))).Block(
		jen.Return(jen.Id("r").Dot("OptNull").Call(jen.Id("i"), jen.Id("presence"), jen.Id("next"))),
	)
	if !t.Pointer {
		g.Add(end(h.decode(t.Elem, jen.Id("v"), true, here())))
		return
	}
	v := h.allocate(g, t.Elem, end)
	g.Id("i").Op("=").Id("r").Dot("OptEnd").Call(h.decode(t.Elem, v, true, here()), jen.Id("presence"))
	g.If(jen.Id("p").Dot("IsAbsent").Call()).Block(jen.Op("*").Id("v").Op("=").Nil())
	g.Return(jen.Id("i"))
}

func (h *helpers) orDecoder(g *jen.Group, t infer.Or) {
	end := func(value jen.Code) jen.Code {
		return jen.Return(jen.Id("r").Dot("OrEnd").Call(value, jen.Id("other")))
	}
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
	case want == jsontext.KindObject && infer.DomainOf(t.Elem).Kinds.Has(jsontext.KindArray):
		other.Op("&&").Id("k").Op("!=").Qual(h.payload, "KindArray")
	}
	g.List(jen.Id("v"), jen.Id("other")).Op(":=").Qual(h.wire, "Or").Call(jen.Id("p"))
	args := append([]jen.Code{jen.Id("i"), jen.Id("other"), jen.Id("next"), jen.Qual(h.payload, kindNames[want])}, also...)
	g.If(other).Block(jen.Return(jen.Id("r").Dot("OrElse").Call(args...)))
	v := jen.Id("v")
	if t.Pointer {
		v = h.allocate(g, t.Elem, end)
	}
	value := h.decode(t.Elem, v, true, here())
	switch t.Elem.(type) {
	case infer.Slice, infer.Map, infer.ObjectOrList, infer.Or, infer.Opt:
		g.Add(end(value))
	default: // whose decoders leave nothing unset for lack of memory
		g.Id("other").Dot("Is").Op("=").True()
		g.Return(value)
	}
}

func (h *helpers) objectOrListDecoder(g *jen.Group, t infer.ObjectOrList) {
	object, list := jen.Id("p").Dot("Object"), jen.Id("p").Dot("List")
	g.Op("*").Id("p").Op("=").Add(h.goType(t)).Values()
	g.Switch(jen.Id("r").Dot("Kind").Call(jen.Id("i"))).Block(
		jen.Case(jen.Qual(h.payload, "KindArray")).Block(
			jen.Return(h.decode(t.List, list, false, here())),
		),
		jen.Case(jen.Qual(h.payload, "KindObject")).Block(
			jen.If(jen.Op("!").Id("r").Dot("Fits").Call(jen.Id("i"), object.Clone())).Block(
				jen.Return(jen.Id("r").Dot("Drop").Call(jen.Id("i"))),
			),
			object.Clone().Op("=").New(h.goType(t.Object)),
			jen.Return(h.decode(t.Object, object, true, here())),
		),
	)
	g.Return(jen.Id("r").Dot("Reject").Call(jen.Id("i"), jen.Qual(h.payload, "KindObject")))
}

// allocate writes the statements that make the value of an Opt or an Or, which v points to, a
// pointer to a new variable. It returns that pointer.
func (h *helpers) allocate(g *jen.Group, elem infer.Type, end func(value jen.Code) jen.Code) *jen.Statement {
	value := jen.Op("*").Id("v")
	g.If(jen.Op("!").Id("r").Dot("Fits").Call(jen.Id("i"), value)).Block(
		end(jen.Id("r").Dot("Drop").Call(jen.Id("i"))),
	)
	g.Add(value).Op("=").New(h.goType(elem))
	return jen.Parens(value)
}

func (h *helpers) jsonDecoder(g *jen.Group, t infer.JSON) {
	want := jen.Qual(h.payload, kindNames[kindOf(t.Elem)])
	i, text, in, next := jen.Id("i"), jen.Id("text"), jen.Op("&").Id("in"), jen.Id("next")
	plain := h.decode(t.Elem, jen.Id("v"), true, reading{r: "r", own: false, i: i, next: jen.Lit("")})
	inside := h.decode(t.Elem, jen.Id("v"), true, reading{r: "in", own: true, i: jen.Id("in").Dot("Begin").Call(), next: jen.Lit("")})
	reader := func(method string) *jen.Statement { return jen.Id("r").Dot(method) }
	g.List(jen.Id("v"), text).Op(":=").Qual(h.wire, "JSON").Call(jen.Id("p"))
	g.Var().Id("after").Int()
	g.If(reader("Plain").Call(i, text, want)).Block(
		jen.Id("after").Op("=").Add(reader("PlainEnd").Call(i, text, plain, next)),
	).Else().Block(
		jen.Var().Id("in").Qual(h.wire, "Reader"),
		jen.If(jen.Id("after").Op("=").Add(reader("Inner").Call(i, text, want, in, next)), text.Clone().Dot("Is")).Block(
			reader("Outer").Call(i, text, want, in, inside),
		),
	)
	g.If(jen.Op("!").Add(text).Dot("Is")).Block(
		jen.Op("*").Id("v").Op("=").Add(jen.Op("*").New(h.goType(t.Elem))),
	)
	g.Return(jen.Id("after"))
}
