package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// encodeFile returns encode.go: AppendJSON and MarshalJSON of each struct, then
// the functions for the types made of others.
func (s *scheme) encodeFile() *jen.File {
	f := s.file()
	h := helpers{scheme: s, types: make(map[string]infer.Type)}
	for _, st := range s.Structs {
		if st.Path != infer.EnvelopeRoot {
			h.structEncoder(f, st)
		}
	}
	for _, e := range s.events {
		if e.Struct == nil {
			h.valueEncoder(f, e)
		}
	}
	s.unknownEncoder(f)
	h.all(h.appender, f)
	return f
}

// spare is how many bytes an encoder makes room for beyond the length of the body
// that was decoded, so that few edits make the buffer grow again.
const spare = 64

// byteSlice is the buffer, as a parameter and as a result.
func byteSlice() *jen.Statement { return jen.Index().Byte() }

// structEncoder writes AppendJSON and MarshalJSON of a struct.
func (h *helpers) structEncoder(f *jen.File, st *names.Struct) {
	slots := h.slots(st)
	shape := jen.Op("&").Id(st.Shape)
	extra := jen.Op("&").Id("v").Dot("Extra")
	marked := jen.Id("marked").Index(jen.Op(":"))
	hasExtra := jen.Id("v").Dot("Extra").Op("!=").Nil()
	f.Add(doc("AppendJSON appends the JSON of v to b, Extra included."))
	f.Func().Params(jen.Id("v").Op("*").Id(st.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).BlockFunc(func(g *jen.Group) {
		if st.Event {
			// What came is a good guess at what goes.
			g.Id("b").Op("=").Qual("slices", "Grow").Call(jen.Id("b"), jen.Len(jen.Id("v").Dot("delivery").Dot("raw")).Op("+").Lit(spare))
		}
		g.Id("from").Op(":=").Len(jen.Id("b"))
		g.Var().Id("marked").Index(jen.Lit(len(room(slots)))).Uint64()
		g.If(hasExtra).Block(
			jen.Qual(h.payload, "Mark").Call(marked, extra, shape, jen.Id("v"), jen.Parens(jen.Op("*").Id(st.Go)).Dot("decode")),
		)
		g.Id("b").Op("=").Qual(h.payload, "Room").Call(jen.Id("b"))
		for i, l := range slots {
			h.member(g, i, l)
		}
		g.If(hasExtra).Block(
			jen.Id("b").Op("=").Qual(h.payload, "AppendExtra").Call(jen.Id("b"), extra, shape, marked),
		)
		g.Return(jen.Qual(h.payload, "CloseObject").Call(jen.Id("b"), jen.Id("from")))
	})
	f.Line()
	h.marshal(f, st.Go)
}

// member writes the statement that appends one member, the ith of its struct.
func (h *helpers) member(g *jen.Group, i int, l slot) {
	wanted := jen.Id("marked").Index(jen.Lit(i / 64)).Op("&").Id(fmt.Sprintf("%#x", uint64(1)<<(i%64))).Op("==").Lit(0)
	if value := h.add(l); value != nil {
		g.If(wanted).Block(jen.Id("b").Op("=").Add(value))
		return
	}
	if hasRoom(l.Type) {
		wanted.Op("&&").Op("!").Add(l.of("v")).Dot("IsZero").Call()
	}
	g.If(wanted).Block(
		jen.Id("b").Op("=").Append(jen.Id("b"), key(l.Key).Op("...")),
		jen.Id("b").Op("=").Add(h.append(l.Type, l.of("v"))),
	)
}

// add returns the expression that appends a member that package payload has a
// function for, nil for the others.
func (h *helpers) add(l slot) *jen.Statement {
	name, value := "", l.of("v")
	switch t := l.Type.(type) {
	case infer.Scalar:
		name = names.ScalarID(t)
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			name = "Opt" + names.ScalarID(scalar)
		}
	case *infer.Enum:
		name, value = "String", jen.String().Call(value)
	case infer.JSON:
		name, value = "String", value.Dot("Text").Call()
	}
	if name == "" {
		return nil
	}
	return jen.Qual(h.payload, "Add"+name).Call(jen.Id("b"), key(l.Key), value)
}

// key returns a comma and a member's name as a literal.
func key(name string) *jen.Statement {
	return literal(string(jsontext.AppendKey(nil, name)))
}

// append returns the expression that appends a value to b.
func (h *helpers) append(t infer.Type, value *jen.Statement) *jen.Statement {
	b := jen.Id("b")
	switch t := t.(type) {
	case infer.Scalar:
		return jen.Qual(h.payload, "Append"+names.ScalarID(t)).Call(b, value)
	case *infer.Enum:
		return jen.Qual(h.payload, "AppendString").Call(b, jen.String().Call(value))
	case *infer.Struct:
		return value.Clone().Dot("AppendJSON").Call(b)
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			return jen.Qual(h.payload, "AppendOpt"+names.ScalarID(scalar)).Call(b, value)
		}
	case infer.JSON:
		return jen.Qual(h.payload, "AppendString").Call(b, value.Clone().Dot("Text").Call())
	}
	return jen.Id("append"+h.need(t)).Call(b, jen.Op("&").Add(value))
}

// appender writes the function that appends a type made of others.
func (h *helpers) appender(id string, t infer.Type) jen.Code {
	fn := jen.Func().Id("append"+id).Params(jen.Id("b").Add(byteSlice()), jen.Id("p").Op("*").Add(h.goType(t))).Add(byteSlice())
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
			jen.Return(jen.Qual(h.payload, "CloseArray").Call(jen.Id("b"), jen.Id("from"))),
		)
	case infer.Map:
		return fn.Block(
			jen.If(jen.Op("*").Id("p").Op("==").Nil()).Block(null),
			jen.Id("from").Op(":=").Len(jen.Id("b")),
			loop.Block(
				jen.Id("e").Op(":=").Op("&").Add(elem),
				jen.Id("b").Op("=").Qual(h.payload, "AppendKey").Call(jen.Id("b"), jen.Id("e").Dot("Key")),
				jen.Id("b").Op("=").Add(h.append(t.Elem, jen.Id("e").Dot("Value"))),
			),
			jen.Return(jen.Qual(h.payload, "CloseObject").Call(jen.Id("b"), jen.Id("from"))),
		)
	case infer.Opt:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(null),
			emptyList(t.Elem),
			jen.Return(h.appendAt(t.Elem)),
		)
	case infer.Or:
		return fn.Block(
			pointed(t.Pointer),
			jen.If(jen.Id("v").Op("==").Nil()).Block(
				jen.Return(jen.Qual(h.payload, "AppendValue").Call(jen.Id("b"), jen.Id("p").Dot("Other").Call())),
			),
			emptyList(t.Elem),
			jen.Return(h.appendAt(t.Elem)),
		)
	}
	panic("emit: a type of no known kind")
}

// pointed returns the statement that makes v the pointer to what an Opt or an Or at
// p holds, nil where it holds nothing.
func pointed(pointer bool) jen.Code {
	if pointer {
		return jen.List(jen.Id("v"), jen.Id("_")).Op(":=").Id("p").Dot("Get").Call()
	}
	return jen.Id("v").Op(":=").Id("p").Dot("Ptr").Call()
}

// emptyList returns the statement that appends a nil list or map at v as an empty
// one, nothing for other types: an Opt or an Or that holds one is not null.
func emptyList(t infer.Type) jen.Code {
	empty := "[]"
	switch t.(type) {
	case infer.Slice:
	case infer.Map:
		empty = "{}"
	default:
		return jen.Null()
	}
	return jen.If(jen.Op("*").Id("v").Op("==").Nil()).Block(jen.Return(jen.Append(jen.Id("b"), jen.Lit(empty).Op("..."))))
}

// appendAt returns the expression that appends the value that v points to.
func (h *helpers) appendAt(t infer.Type) *jen.Statement {
	if _, ok := t.(*infer.Struct); ok {
		return h.append(t, jen.Id("v"))
	}
	switch h.append(t, jen.Id("v")); t.(type) {
	case infer.Slice, infer.Map, infer.Opt, infer.Or:
		return jen.Id("append"+h.ID(t)).Call(jen.Id("b"), jen.Id("v"))
	}
	return h.append(t, jen.Parens(jen.Op("*").Id("v")))
}

// marshal writes MarshalJSON for a type with an AppendJSON method.
func (h *helpers) marshal(f *jen.File, name string) {
	f.Add(doc("MarshalJSON returns the JSON of v, Extra included."))
	f.Func().Params(jen.Id("v").Id(name)).Id("MarshalJSON").Params().Params(byteSlice(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil()), jen.Nil()),
	)
	f.Line()
}

// valueEncoder writes the encoder of an event whose body is no object.
func (h *helpers) valueEncoder(f *jen.File, e event) {
	f.Add(doc("AppendJSON appends the JSON of v to b, Extra included."))
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.If(jen.List(jen.Id("raw"), jen.Id("ok")).Op(":=").Id("v").Dot("Extra").Dot("Root").Call(), jen.Id("ok")).Block(
			jen.Var().Id("was").Id(e.Go),
			jen.Id("r").Op(":=").Id("v").Dot("Extra").Dot("RootReader").Call(),
			decodeRoot("was", "&r"),
			jen.If(jen.Qual("reflect", "DeepEqual").Call(jen.Id("was").Dot("Value"), jen.Id("v").Dot("Value"))).Block(
				jen.Return(jen.Qual(h.payload, "AppendValue").Call(jen.Id("b"), jen.Id("raw"))),
			),
		),
		jen.Return(h.append(e.Root, jen.Id("v").Dot("Value"))),
	)
	f.Line()
	h.marshal(f, e.Go)
}

// unknownEncoder writes the encoder of UnknownEvent.
func (s *scheme) unknownEncoder(f *jen.File) {
	f.Add(doc("AppendJSON appends the body to b."))
	f.Func().Params(jen.Id("v").Op("*").Id("UnknownEvent")).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Return(jen.Qual(s.payload, "AppendValue").Call(jen.Id("b"), jen.Id("v").Dot("Value"))),
	)
	f.Line()
	f.Add(doc("MarshalJSON returns the body."))
	f.Func().Params(jen.Id("v").Id("UnknownEvent")).Id("MarshalJSON").Params().Params(byteSlice(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil()), jen.Nil()),
	)
	f.Line()
}
