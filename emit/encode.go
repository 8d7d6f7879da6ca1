package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// encodeFile returns encode.go: AppendJSON and MarshalJSON of each struct, then the
// functions for composite types.
func (p *printer) encodeFile() *jen.File {
	f := p.file()
	h := helpers{printer: p, types: make(map[string]infer.Type)}
	for _, st := range p.Structs {
		if st.Path != infer.EnvelopeRoot {
			h.structEncoder(f, st)
		}
	}
	for _, e := range p.events {
		switch {
		case e.Struct == nil:
			h.valueEncoder(f, e)
		case e.Embeds():
			h.bodyEncoder(f, e)
		}
	}
	p.unknownEncoder(f)
	h.all(h.appender, f)
	return f
}

// spare is how many bytes an encoder has room for beyond the length of the decoded body,
// so that few edits make the buffer grow again.
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
			g.Id("b").Op("=").Add(grown())
		}
		g.Id("from").Op(":=").Len(jen.Id("b"))
		g.Var().Id("marked").Index(jen.Lit(len(room(slots)))).Uint64()
		if len(slots) > 0 {
			g.If(hasExtra).Block(jen.Id("v").Dot("mark").Call(marked))
		}
		g.Id("b").Op("=").Qual(h.wire, "Room").Call(jen.Id("b"))
		for i, l := range slots {
			h.member(g, i, l)
		}
		g.If(hasExtra).Block(
			jen.Id("b").Op("=").Qual(h.wire, "AppendExtra").Call(jen.Id("b"), extra, shape, marked),
		)
		g.Return(jen.Qual(h.wire, "CloseObject").Call(jen.Id("b"), jen.Id("from")))
	})
	f.Line()
	h.marshal(f, st.Go)
	if len(slots) > 0 {
		h.mark(f, st, slots)
	}
}

// mark writes the method that finds out which members an encoder leaves to Extra, and the
// one that links the members of the struct's shape to its fields.
func (h *helpers) mark(f *jen.File, st *names.Struct, slots []slot) {
	receiver := func() *jen.Statement { return jen.Id("v").Op("*").Id(st.Go) }
	method := func(name string) jen.Code { return jen.Parens(jen.Op("*").Id(st.Go)).Dot(name) }
	memory := func() *jen.Statement { return jen.Index(jen.Lit(len(slots))).Any() }
	f.Add(doc("mark marks the members that v is encoded without, because Extra has them: see wire.Mark."))
	f.Func().Params(receiver()).Id("mark").Params(jen.Id("marked").Index().Uint64()).Block(
		jen.If(jen.Qual(h.wire, "Keeps").Call(jen.Id("v").Dot("Extra"), jen.Op("&").Id(st.Shape))).Block(
			jen.Var().Id("all").Add(memory()),
			jen.Qual(h.wire, "Mark").Call(jen.Id("marked"), jen.Op("&").Id("v").Dot("Extra"), jen.Op("&").Id(st.Shape),
				jen.Id("v").Dot("fields").Call(jen.Op("&").Id("all")), method("fields"), method("decode")),
		),
	)
	f.Line()
	f.Add(doc("fields puts pointers to the fields of v into all, in the order of " + st.Shape + ", and returns it as a slice."))
	f.Func().Params(receiver()).Id("fields").Params(jen.Id("all").Op("*").Add(memory())).Index().Any().Block(
		jen.Return(jen.AppendFunc(func(g *jen.Group) {
			g.Id("all").Index(jen.Op(":").Lit(0))
			width := commentWidth
			for _, l := range slots {
				field := jen.Op("&").Add(l.of("v"))
				if width += len(strings.Join(l.path, ".")) + len("&v., "); width > commentWidth {
					field, width = jen.Line().Add(field), 0
				}
				g.Add(field)
			}
			g.Line()
		})),
	)
	f.Line()
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

// add returns the expression that appends a member, or nil if package wire has no
// function for its type.
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
		name, value = names.ScalarID(t.Base), jen.Id(t.Base.String()).Call(value)
	case infer.JSON:
		name, value = "String", value.Dot("Text").Call()
	}
	if name == "" {
		return nil
	}
	return jen.Qual(h.wire, "Add"+name).Call(jen.Id("b"), key(l.Key), value)
}

// key returns a comma and the name of a member as a literal.
func key(name string) *jen.Statement {
	return literal(string(jsontext.AppendKey(nil, name)))
}

// append returns the expression that appends a value to b.
func (h *helpers) append(t infer.Type, value *jen.Statement) *jen.Statement {
	b := jen.Id("b")
	switch t := t.(type) {
	case infer.Scalar:
		return jen.Qual(h.wire, "Append"+names.ScalarID(t)).Call(b, value)
	case *infer.Enum:
		return jen.Qual(h.wire, "Append"+names.ScalarID(t.Base)).Call(b, jen.Id(t.Base.String()).Call(value))
	case *infer.Struct:
		return value.Clone().Dot("AppendJSON").Call(b)
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			return jen.Qual(h.wire, "AppendOpt"+names.ScalarID(scalar)).Call(b, value)
		}
	case infer.JSON:
		return jen.Qual(h.wire, "AppendString").Call(b, value.Clone().Dot("Text").Call())
	}
	if call := h.appendParts(t, value); call != nil {
		return call
	}
	return jen.Id(h.Appender(h.need(t))).Call(b, jen.Op("&").Add(value))
}

// marshal writes MarshalJSON for a type with an AppendJSON method.
func (h *helpers) marshal(f *jen.File, name string) {
	f.Add(doc("MarshalJSON returns the JSON of v, Extra included."))
	f.Func().Params(jen.Id("v").Id(name)).Id("MarshalJSON").Params().Params(byteSlice(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil()), jen.Nil()),
	)
	f.Line()
}

// valueEncoder writes the encoder of an event whose body is not an object.
func (h *helpers) valueEncoder(f *jen.File, e event) {
	f.Add(doc("AppendJSON appends the JSON of v to b, Extra included."))
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Var().Id("was").Id(e.Go),
		jen.If(
			jen.List(jen.Id("raw"), jen.Id("ok")).Op(":=").Qual(h.wire, "Root").Call(jen.Id("v").Dot("Extra"), jen.Op("&").Id("was"), jen.Parens(jen.Op("*").Id(e.Go)).Dot("decode")),
			jen.Id("ok").Op("&&").Qual("reflect", "DeepEqual").Call(jen.Id("was").Dot("Value"), jen.Id("v").Dot("Value")),
		).Block(jen.Return(jen.Qual(h.wire, "AppendValue").Call(jen.Id("b"), jen.Id("raw")))),
		jen.Return(h.append(e.Root, jen.Id("v").Dot("Value"))),
	)
	f.Line()
	h.marshal(f, e.Go)
}

// unknownEncoder writes the encoder of UnknownEvent.
func (p *printer) unknownEncoder(f *jen.File) {
	f.Add(doc("AppendJSON appends the body to b."))
	f.Func().Params(jen.Id("v").Op("*").Id("UnknownEvent")).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Return(jen.Qual(p.wire, "AppendValue").Call(jen.Id("b"), jen.Id("v").Dot("Value"))),
	)
	f.Line()
	f.Add(doc("MarshalJSON returns the body."))
	f.Func().Params(jen.Id("v").Id("UnknownEvent")).Id("MarshalJSON").Params().Params(byteSlice(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil()), jen.Nil()),
	)
	f.Line()
}
