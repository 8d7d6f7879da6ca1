package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
)

// appender writes the function that appends a composite type after a key.
func (h *helpers) appender(t infer.Type) jen.Code {
	fn := jen.Func().Id(h.Appender(t)).Params(jen.Id("b").Add(byteSlice()), jen.Id("key").String(), jen.Id("p").Op("*").Add(h.goType(t))).Add(byteSlice())
	list := func(closing string, parts ...jen.Code) jen.Code {
		return fn.Block(
			jen.If(jen.Op("*").Id("p").Op("==").Nil()).Block(jen.Return(h.none(jen.True()))),
			jen.Id("b").Op("=").Add(h.after(jen.Id("key")).with),
			jen.Id("from").Op(":=").Len(jen.Id("b")),
			jen.For(jen.Id("i").Op(":=").Range().Op("*").Id("p")).Block(parts...),
			jen.Return(jen.Qual(h.wire, closing).Call(jen.Id("b"), jen.Id("from"))),
		)
	}
	elem := jen.Parens(jen.Op("*").Id("p")).Index(jen.Id("i"))
	switch t := t.(type) {
	case infer.Slice:
		comma := front{jen.Lit(","), jen.Append(jen.Id("b"), jen.LitRune(','))}
		return list("CloseArray", jen.Id("b").Op("=").Add(h.append(t.Elem, elem, comma)))
	case infer.Map:
		return list("CloseObject",
			jen.Id("e").Op(":=").Op("&").Add(elem),
			jen.Id("b").Op("=").Qual(h.wire, "AppendKey").Call(jen.Id("b"), jen.Id("e").Dot("Key")),
			jen.Id("b").Op("=").Add(h.append(t.Elem, jen.Id("e").Dot("Value"), alone())))
	case infer.ObjectOrList:
		object, list := jen.Id("p").Dot("Object"), jen.Id("p").Dot("List")
		return fn.Block(
			jen.Switch().Block(
				jen.Case(object.Clone().Op("!=").Nil()).Block(
					jen.Return(h.append(t.Object, object.Clone(), h.after(jen.Id("key")))),
				),
				jen.Case(list.Clone().Op("!=").Nil()).Block(
					jen.Return(h.append(t.List, list.Clone(), h.after(jen.Id("key")))),
				),
			),
			jen.Return(h.none(jen.True())),
		)
	case infer.Opt:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				jen.Return(h.none(jen.Id("p").Dot("IsNull").Call())),
			),
			h.emptyList(t.Elem, jen.Op("*").Id("v"), h.after(jen.Id("key"))),
			jen.Return(h.appendAt(t.Elem)),
		)
	case infer.Or:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				jen.Return(jen.Qual(h.wire, "AddValue").Call(jen.Id("b"), jen.Id("key"), jen.Id("p").Dot("Other").Call())),
			),
			h.emptyList(t.Elem, jen.Op("*").Id("v"), h.after(jen.Id("key"))),
			jen.Return(h.appendAt(t.Elem)),
		)
	}
	panic("emit: unknown type")
}

// none returns the expression that appends what there is of a type without a value.
func (h *helpers) none(null jen.Code) *jen.Statement {
	return jen.Qual(h.wire, "AddNone").Call(jen.Id("b"), jen.Id("key"), null)
}

// pointed returns the statement that makes v a pointer to the value of an Opt or an Or
// at p, or nil if it has none.
func pointed(pointer bool) jen.Code {
	if pointer {
		return jen.List(jen.Id("v"), jen.Id("_")).Op(":=").Id("p").Dot("Get").Call()
	}
	return jen.Id("v").Op(":=").Id("p").Dot("Ptr").Call()
}

// emptyList returns the statement that appends a nil list or map as an empty one where
// null is something else. It returns nothing for other types.
func (h *helpers) emptyList(t infer.Type, value jen.Code, front front) jen.Code {
	empty := "[]"
	switch t.(type) {
	case infer.Slice:
	case infer.Map:
		empty = "{}"
	default:
		return jen.Null()
	}
	return jen.If(jen.Add(value).Op("==").Nil()).Block(jen.Return(jen.Append(front.with, jen.Lit(empty).Op("..."))))
}

// appendAt returns the expression that appends key and the value that v points to.
func (h *helpers) appendAt(t infer.Type) *jen.Statement {
	front := h.after(jen.Id("key"))
	switch t.(type) {
	case *infer.Struct:
		return h.append(t, jen.Id("v"), front)
	case infer.Slice, infer.Map, infer.ObjectOrList, infer.Opt, infer.Or:
		return h.call(t, jen.Id("v"), front)
	}
	return h.append(t, jen.Op("*").Id("v"), front)
}
