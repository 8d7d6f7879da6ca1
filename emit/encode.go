package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// encodeFile returns encode.go: AppendJSON and MarshalJSON of each struct, then the
// functions for composite types.
func (p *printer) encodeFile() *jen.File {
	f := p.file()
	f.Add(doc("How to read the methods below: AppendJSON leaves out the members that wire.Mark marks, most of which are in Extra. " +
		"To tell which were changed since decoding, it decodes another struct from what Extra kept of them."))
	f.Line()
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
	h.all(h.appender, f)
	return f
}

// byteSlice is the buffer, as a parameter and as a result.
func byteSlice() *jen.Statement { return jen.Index().Byte() }

// structEncoder writes AppendJSON and MarshalJSON of a struct.
func (h *helpers) structEncoder(f *jen.File, st *names.Struct) {
	slots := h.slots(st)
	shape := jen.Op("&").Id(st.Shape)
	extra := jen.Op("&").Id("v").Dot("Extra")
	marked := jen.Id("marked").Index(jen.Op(":"))
	f.Add(doc("AppendJSON appends the JSON of v, with the members in Extra, to b and returns the extended buffer."))
	f.Func().Params(jen.Id("v").Op("*").Id(st.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).BlockFunc(func(g *jen.Group) {
		if st.Event {
			g.Id("b").Op("=").Add(h.grown())
		}
		g.Id("from").Op(":=").Len(jen.Id("b"))
		g.Var().Id("marked").Index(jen.Lit(len(room(slots)))).Uint64()
		if len(slots) > 0 {
			again := jen.Func().Params(h.reader(), jen.Id("i").Int()).Any().Block(
				jen.Id("was").Op(":=").New(jen.Id(st.Go)),
				jen.Id("was").Dot("decode").Call(jen.Id("r"), jen.Id("i"), jen.Lit("")),
				jen.Return(jen.Id("was")),
			)
			g.If(jen.Qual(h.wire, "Omits").Call(jen.Id("v").Dot("Extra"))).Block(
				jen.Qual(h.wire, "Mark").Call(marked, jen.Id("v"), extra, shape, again),
			)
		}
		g.Id("b").Op("=").Qual(h.wire, "Room").Call(jen.Id("b"))
		for i, l := range slots {
			h.member(g, i, l)
		}
		g.If(jen.Len(jen.Id("v").Dot("Extra")).Op(">").Lit(0)).Block(
			jen.Id("b").Op("=").Qual(h.wire, "AppendExtra").Call(jen.Id("b"), extra, shape, marked),
		)
		g.Return(jen.Qual(h.wire, "CloseObject").Call(jen.Id("b"), jen.Id("from")))
	})
	f.Line()
	h.marshal(f, st.Go)
}

// member writes the statement that appends one member, the ith of its struct.
func (h *helpers) member(g *jen.Group, i int, l slot) {
	wanted := jen.Id("marked").Index(jen.Lit(i / 64)).Op("&").Id(fmt.Sprintf("%#x", uint64(1)<<(i%64))).Op("==").Lit(0)
	if _, opt := l.Type.(infer.Opt); opt { // tested here, because most are absent
		wanted.Op("&&").Op("!").Add(l.of("v")).Dot("IsAbsent").Call()
	}
	value := h.add(l)
	if value == nil {
		value = h.append(l.Type, l.of("v"), front{key(l.Key), jen.Append(jen.Id("b"), key(l.Key).Op("..."))})
	}
	g.If(wanted).Block(jen.Id("b").Op("=").Add(value))
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
		name, value = "JSON", jen.Op("&").Add(value)
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

// front is what an encoder appends before a value.
type front struct {
	key  jen.Code       // the key of a member, a comma, or ""
	with *jen.Statement // the buffer with that
}

// after returns the front that is a key.
func (h *helpers) after(key jen.Code) front {
	return front{key, jen.Qual(h.wire, "AddKey").Call(jen.Id("b"), key)}
}

// alone is the front of a value that nothing goes before, or that is there already.
func alone() front { return front{jen.Lit(""), jen.Id("b")} }

// append returns the expression that appends a value to b.
func (h *helpers) append(t infer.Type, value *jen.Statement, front front) *jen.Statement {
	switch t := t.(type) {
	case infer.Scalar:
		return jen.Qual(h.wire, "Append"+names.ScalarID(t)).Call(front.with, value)
	case *infer.Enum:
		return jen.Qual(h.wire, "Append"+names.ScalarID(t.Base)).Call(front.with, jen.Id(t.Base.String()).Call(value))
	case *infer.Struct:
		return value.Clone().Dot("AppendJSON").Call(front.with)
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			return jen.Qual(h.wire, "AppendOpt"+names.ScalarID(scalar)).Call(front.with, value)
		}
		if enum, ok := t.Elem.(*infer.Enum); ok {
			return jen.Qual(h.wire, "AddOpt"+names.ScalarID(enum.Base)+"Of").Call(jen.Id("b"), front.key, jen.Op("&").Add(value))
		}
	case infer.JSON:
		return jen.Qual(h.wire, "AppendJSON").Call(front.with, jen.Op("&").Add(value))
	}
	return h.call(t, jen.Op("&").Add(value), front)
}

// call returns the call of the function that appends a composite type.
func (h *helpers) call(t infer.Type, pointer *jen.Statement, front front) *jen.Statement {
	return jen.Id(h.Appender(h.need(t))).Call(jen.Id("b"), front.key, pointer)
}

// marshal writes MarshalJSON for a type with an AppendJSON method.
func (p *printer) marshal(f *jen.File, name string) {
	text := "MarshalJSON returns the JSON of v"
	if name != names.UnknownEvent {
		text += ", with the members in Extra"
	}
	f.Add(doc(text + "."))
	f.Func().Params(jen.Id("v").Id(name)).Id("MarshalJSON").Params().Params(byteSlice(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil()), jen.Nil()),
	)
	f.Line()
}

// valueEncoder writes the encoder of an event whose body is not an object.
func (h *helpers) valueEncoder(f *jen.File, e event) {
	f.Add(doc("AppendJSON appends the JSON of v, with the members in Extra, to b and returns the extended buffer."))
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("AppendJSON").Params(jen.Id("b").Add(byteSlice())).Add(byteSlice()).Block(
		jen.Var().Id("was").Id(e.Go),
		jen.If(
			jen.List(jen.Id("raw"), jen.Id("ok")).Op(":=").Qual(h.wire, "Root").Call(jen.Id("v").Dot("Extra"), jen.Op("&").Id("was"), jen.Parens(jen.Op("*").Id(e.Go)).Dot("decode")),
			jen.Id("ok").Op("&&").Qual("reflect", "DeepEqual").Call(jen.Id("was").Dot(names.Payload), jen.Id("v").Dot(names.Payload)),
		).Block(jen.Return(jen.Qual(h.wire, "AppendValue").Call(jen.Id("b"), jen.Id("raw")))),
		h.emptyList(e.Root, jen.Id("v").Dot(names.Payload), alone()),
		jen.Return(h.append(e.Root, jen.Id("v").Dot(names.Payload), alone())),
	)
	f.Line()
	h.marshal(f, e.Go)
}
