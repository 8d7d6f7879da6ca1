package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// kindNames are the kinds as package payload names them.
var kindNames = map[jsontext.Kind]string{
	jsontext.KindAbsent: "KindAbsent", jsontext.KindNull: "KindNull", jsontext.KindBoolean: "KindBoolean",
	jsontext.KindNumber: "KindNumber", jsontext.KindString: "KindString", jsontext.KindArray: "KindArray",
	jsontext.KindObject: "KindObject", jsontext.KindInteger: "KindInteger",
}

// reading holds the arguments of a decoder besides its variable: the Reader, the offset of
// the value, and what is expected after it.
type reading struct {
	r       string // the variable of the Reader
	own     bool   // whether r is the Reader itself, and not a pointer to it
	i, next jen.Code
}

// method returns the selector of one of the Reader's methods.
func (in reading) method(name string) *jen.Statement { return jen.Id(in.r).Dot(name) }

// pointer returns the Reader as an argument.
func (in reading) pointer() jen.Code {
	if in.own {
		return jen.Op("&").Id(in.r)
	}
	return jen.Id(in.r)
}

// function returns a call of the function of package wire that decodes a generic type.
func (h *helpers) function(name string, in reading, address jen.Code) *jen.Statement {
	return jen.Qual(h.wire, name).Call(in.pointer(), in.i, address, in.next)
}

// decode returns the expression that decodes a value into a variable, and returns the
// offset after it. pointer says that the variable is a pointer to where the value
// belongs.
func (h *helpers) decode(t infer.Type, variable *jen.Statement, pointer bool, in reading) *jen.Statement {
	address := variable.Clone()
	if !pointer {
		address = jen.Op("&").Add(variable)
	}
	switch t := t.(type) {
	case infer.Scalar:
		return in.method(names.ScalarID(t)).Call(in.i, address, in.next)
	case *infer.Enum:
		return in.method(names.ScalarID(t.Base)).Call(in.i, jen.Parens(jen.Op("*").Id(t.Base.String())).Parens(address), in.next)
	case *infer.Struct:
		return variable.Clone().Dot("decode").Call(in.pointer(), in.i, in.next)
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			return h.function("Opt"+names.ScalarID(scalar), in, address)
		}
		if enum, ok := t.Elem.(*infer.Enum); ok {
			return h.function("Opt"+names.ScalarID(enum.Base)+"Of", in, address)
		}
	case infer.Slice:
		if t.Elem == infer.Type(infer.String) {
			return in.method("Strings").Call(in.i, address, in.next)
		}
	case infer.Map:
		if t.Elem == infer.Type(infer.String) {
			return h.function("StringMap", in, address)
		}
	}
	return jen.Id(h.Decoder(h.need(t))).Call(in.pointer(), in.i, address, in.next)
}

// valueDecoder writes the decoder of an event whose body is not an object.
func (h *helpers) valueDecoder(f *jen.File, e event) {
	read := h.decode(e.Root, jen.Id("v").Dot(names.Payload), false, here())
	f.Func().Params(jen.Id("v").Op("*").Id(e.Go)).Id("decode").Params(h.reader(), jen.Id("i").Int(), jen.Id("next").String()).Int().Block(
		jen.Return(jen.Id("r").Dot("KeepRoot").Call(jen.Id("i"), read, jen.Op("&").Id("v").Dot("Extra"))),
	)
	f.Line()
	h.unmarshal(f, e.Go, rootKind(e.Root), true)
}
