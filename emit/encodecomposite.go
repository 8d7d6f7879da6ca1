package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
)

// appendParts returns the expression that appends a composite type of structs, or nil for
// other types.
func (h *helpers) appendParts(t infer.Type, value *jen.Statement) *jen.Statement {
	call := func(name string, elem infer.Type, value jen.Code) *jen.Statement {
		st, ok := elem.(*infer.Struct)
		if !ok {
			return nil
		}
		return jen.Qual(h.wire, name).Call(jen.Id("b"), value, jen.Parens(jen.Op("*").Id(h.Struct(st))).Dot("AppendJSON"))
	}
	switch t := t.(type) {
	case infer.Slice:
		return call("AppendSlice", t.Elem, value)
	case infer.Map:
		return call("AppendMap", t.Elem, value)
	case infer.Opt:
		if !t.Pointer {
			return call("AppendOpt", t.Elem, jen.Op("&").Add(value))
		}
	}
	return nil
}

// appender writes the function that appends a composite type.
func (h *helpers) appender(t infer.Type) jen.Code {
	fn := jen.Func().Id(h.Appender(t)).Params(jen.Id("b").Add(byteSlice()), jen.Id("p").Op("*").Add(h.goType(t))).Add(byteSlice())
	null := jen.Return(jen.Append(jen.Id("b"), jen.Lit("null").Op("...")))
	elem := jen.Parens(jen.Op("*").Id("p")).Index(jen.Id("i"))
	loop := jen.For(jen.Id("i").Op(":=").Range().Op("*").Id("p"))
	switch t := t.(type) {
	case infer.Slice:
		return fn.Block(
			jen.If(jen.Op("*").Id("p").Op("==").Nil()).Block(null),
			jen.Id("from").Op(":=").Len(jen.Id("b")),
			loop.Block(
				jen.Id("b").Op("=").Append(jen.Id("b"), jen.LitRune(',')),
				jen.Id("b").Op("=").Add(h.append(t.Elem, elem)),
			),
			jen.Return(jen.Qual(h.wire, "CloseArray").Call(jen.Id("b"), jen.Id("from"))),
		)
	case infer.Map:
		return fn.Block(
			jen.If(jen.Op("*").Id("p").Op("==").Nil()).Block(null),
			jen.Id("from").Op(":=").Len(jen.Id("b")),
			loop.Block(
				jen.Id("e").Op(":=").Op("&").Add(elem),
				jen.Id("b").Op("=").Qual(h.wire, "AppendKey").Call(jen.Id("b"), jen.Id("e").Dot("Key")),
				jen.Id("b").Op("=").Add(h.append(t.Elem, jen.Id("e").Dot("Value"))),
			),
			jen.Return(jen.Qual(h.wire, "CloseObject").Call(jen.Id("b"), jen.Id("from"))),
		)
	case infer.Opt:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(null),
			emptyList(t.Elem, jen.Op("*").Id("v")),
			jen.Return(h.appendAt(t.Elem)),
		)
	case infer.Or:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				jen.Return(jen.Qual(h.wire, "AppendValue").Call(jen.Id("b"), jen.Id("p").Dot("Other").Call())),
			),
			emptyList(t.Elem, jen.Op("*").Id("v")),
			jen.Return(h.appendAt(t.Elem)),
		)
	}
	panic("emit: unknown type")
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
func emptyList(t infer.Type, value jen.Code) jen.Code {
	empty := "[]"
	switch t.(type) {
	case infer.Slice:
	case infer.Map:
		empty = "{}"
	default:
		return jen.Null()
	}
	return jen.If(jen.Add(value).Op("==").Nil()).Block(jen.Return(jen.Append(jen.Id("b"), jen.Lit(empty).Op("..."))))
}

// appendAt returns the expression that appends the value that v points to.
func (h *helpers) appendAt(t infer.Type) *jen.Statement {
	if _, ok := t.(*infer.Struct); ok {
		return h.append(t, jen.Id("v"))
	}
	if call := h.appendParts(t, jen.Parens(jen.Op("*").Id("v"))); call != nil {
		return call
	}
	switch t.(type) {
	case infer.Slice, infer.Map, infer.Opt, infer.Or:
		return jen.Id(h.Appender(h.need(t))).Call(jen.Id("b"), jen.Id("v"))
	}
	return h.append(t, jen.Parens(jen.Op("*").Id("v")))
}
