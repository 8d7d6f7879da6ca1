package emit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// decodeFile returns decode.go: the entry points, then the decoder of each
// struct, then those of the types made of others.
func (s *scheme) decodeFile() *jen.File {
	f := s.file()
	s.eventInterface(f)
	s.entryPoints(f)
	s.route(f)
	h := helpers{scheme: s, types: make(map[string]infer.Type)}
	for _, st := range s.ordered {
		if st.Path != infer.EnvelopeRoot {
			h.structDecoder(f, st)
		}
	}
	for _, e := range s.events {
		if e.root == nil {
			h.valueDecoder(f, e)
		}
	}
	h.all(h.decoder, f)
	return f
}

// helpers collects the types that need a function of their own.
type helpers struct {
	*scheme
	types map[string]infer.Type // by typeID
}

// all writes the functions of the collected types, and of those that they are
// made of, in the order of their names.
func (h *helpers) all(write func(id string, t infer.Type) jen.Code, f *jen.File) {
	code := make(map[string]jen.Code)
	for len(code) < len(h.types) {
		for _, id := range sortedKeys(h.types) {
			if code[id] == nil {
				code[id] = write(id, h.types[id])
			}
		}
	}
	for _, id := range sortedKeys(code) {
		f.Add(code[id])
		f.Line()
	}
}

// reader is the parameter that every decoder has.
func (s *scheme) reader() *jen.Statement { return jen.Id("r").Op("*").Qual(s.payload, "Reader") }

// lowerFirst makes a Go name an unexported one.
func lowerFirst(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}

// slot is a member's field, as a decoder or encoder of its struct reaches it.
type slot struct {
	field
	path []string // names from the struct's variable
}

// of returns the field as an expression on the variable.
func (l slot) of(variable string) *jen.Statement {
	code := jen.Id(variable)
	for _, name := range l.path {
		code.Dot(name)
	}
	return code
}

// slots returns a struct's members: those of the envelope, then its own.
func (s *scheme) slots(st *structure) []slot {
	var all []slot
	for _, f := range s.envelope(st) {
		all = append(all, slot{f, []string{s.structs[s.model.Envelope].name, f.name}})
	}
	for _, f := range st.fields {
		all = append(all, slot{f, []string{f.name}})
	}
	return all
}

// structDecoder writes a struct's shape, its decode method and UnmarshalJSON.
func (h *helpers) structDecoder(f *jen.File, st *structure) {
	slots := h.slots(st)
	shape := lowerFirst(st.name) + "Shape"
	h.shape(f, shape, slots)
	f.Func().Params(jen.Id("v").Op("*").Id(st.name)).Id("decode").Params(h.reader()).Bool().BlockFunc(func(g *jen.Group) {
		g.Op("*").Id("v").Op("=").Id(st.name).Values()
		g.Var().Id("o").Qual(h.payload, "Object")
		g.If(jen.Op("!").Id("r").Dot("Object").Call(jen.Op("&").Id("o"))).Block(jen.Return(jen.False()))
		g.Var().Id("seen").Index(jen.Lit(len(room(slots)))).Uint64()
		unknown := jen.Id("r").Dot("Unknown").Call(jen.Op("&").Id("o"), jen.Op("&").Id("v").Dot("Extra"))
		g.For(jen.Id("r").Dot("Next").Call(jen.Op("&").Id("o"))).BlockFunc(func(g *jen.Group) {
			if len(slots) == 0 {
				g.Add(unknown)
				return
			}
			g.Id("i").Op(",").Id("exact").Op(":=").Lit(0).Op(",").True()
			g.Switch(jen.Id("o").Dot("Name")).BlockFunc(func(g *jen.Group) {
				for i, l := range slots {
					g.Case(jen.Lit(l.Key)).Block(
						jen.Id("i").Op(",").Id("exact").Op("=").Lit(i).Op(",").Add(h.decode(l.Type, l.of("v"), false)),
					)
				}
				g.Default().Block(unknown, jen.Continue())
			})
			g.Id("seen").Index(jen.Id("i").Op("/").Lit(64)).Op("|=").Lit(1).Op("<<").Parens(jen.Id("i").Op("%").Lit(64))
			g.If(jen.Op("!").Id("exact")).Block(
				jen.Id("r").Dot("Keep").Call(jen.Op("&").Id("o"), jen.Op("&").Id("v").Dot("Extra"), jen.Id("i")),
			)
		})
		g.Id("r").Dot("Close").Call(jen.Op("&").Id("o"), jen.Op("&").Id("v").Dot("Extra"), jen.Id("seen").Index(jen.Op(":")), jen.Op("&").Id(shape))
		g.Return(jen.True())
	})
	f.Line()
	h.unmarshal(f, st.name, payload.KindObject)
}

// shape writes the table of a struct's members.
func (h *helpers) shape(f *jen.File, name string, slots []slot) {
	f.Var().Id(name).Op("=").Qual(h.payload, "Shape").ValuesFunc(func(g *jen.Group) {
		g.Line().Id("Names").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
			for _, l := range slots {
				g.Line().Lit(l.Key)
			}
			g.Line()
		})
		g.Line().Id("Room").Op(":").Index().Uint64().ValuesFunc(func(g *jen.Group) {
			for _, word := range room(slots) {
				g.Id(fmt.Sprintf("%#x", word))
			}
		})
		if need := h.need(slots); need != nil {
			g.Line().Id("Need").Op(":").Index().Qual(h.payload, "Need").Values(need...)
		}
		g.Line()
	})
	f.Line()
}

// need returns the members whose absence is a mismatch.
func (h *helpers) need(slots []slot) []jen.Code {
	var all []jen.Code
	for i, l := range slots {
		if l.Required {
			kind := kindNames[kindOf(l.Type)]
			all = append(all, jen.Values(jen.Id("Index").Op(":").Lit(i), jen.Id("Want").Op(":").Qual(h.payload, kind)))
		}
	}
	return all
}

// room returns the bits of the members whose type has room for absence, and of
// no member.
func room(slots []slot) []uint64 {
	words := make([]uint64, max((len(slots)+63)/64, 1))
	for i := range len(words) * 64 {
		if i >= len(slots) || hasRoom(slots[i].Type) {
			words[i/64] |= 1 << (i % 64)
		}
	}
	return words
}

// hasRoom reports whether a type tells absence apart.
func hasRoom(t infer.Type) bool {
	switch t := t.(type) {
	case infer.Opt, infer.Or:
		return true
	case infer.Scalar:
		return t == infer.Value
	}
	return false
}

// unmarshal writes UnmarshalJSON for a type with a decode method.
func (h *helpers) unmarshal(f *jen.File, name string, want payload.Kind) {
	wantCode := jen.Qual(h.payload, kindNames[want])
	if want == payload.KindAbsent {
		wantCode = jen.Id("got")
	}
	f.Add(doc("UnmarshalJSON reads v as Decode does; it fails for what Decode fails for."))
	f.Func().Params(jen.Id("v").Op("*").Id(name)).Id("UnmarshalJSON").Params(jen.Id("text").Index().Byte()).Error().Block(
		jen.Id("r").Op(":=").Qual(h.payload, "NewReader").Call(jen.Id("text"), jen.Qual(h.payload, "Limits").Values()),
		jen.Id("got").Op(":=").Id("r").Dot("Kind").Call(),
		jen.Id("v").Dot("decode").Call(jen.Op("&").Id("r")),
		jen.Return(jen.Id("r").Dot("Root").Call(wantCode, jen.Id("got"))),
	)
	f.Line()
}

// kindNames are the kinds as package payload names them.
var kindNames = map[payload.Kind]string{
	payload.KindAbsent: "KindAbsent", payload.KindNull: "KindNull", payload.KindBoolean: "KindBoolean",
	payload.KindNumber: "KindNumber", payload.KindString: "KindString", payload.KindArray: "KindArray",
	payload.KindObject: "KindObject", payload.KindInteger: "KindInteger",
}

// decode returns the expression that reads a value into a variable and reports
// whether that is exact. pointer says that the variable is a pointer to where
// the value belongs.
func (h *helpers) decode(t infer.Type, variable *jen.Statement, pointer bool) *jen.Statement {
	address := variable.Clone()
	if !pointer {
		address = jen.Op("&").Add(variable)
	}
	switch t := t.(type) {
	case infer.Scalar:
		return jen.Id("r").Dot(scalarNames[t]).Call(address)
	case *infer.Enum:
		return jen.Id("r").Dot("String").Call(jen.Parens(jen.Op("*").String()).Parens(address))
	case *infer.Struct:
		return variable.Clone().Dot("decode").Call(jen.Id("r"))
	case infer.Opt:
		if scalar, ok := t.Elem.(infer.Scalar); ok {
			return jen.Id("r").Dot("Opt" + scalarNames[scalar]).Call(address)
		}
	}
	id := h.typeID(t)
	h.types[id] = t
	return jen.Id("decode"+id).Call(jen.Id("r"), address)
}

// decoder writes the function that reads a type made of others.
func (h *helpers) decoder(id string, t infer.Type) jen.Code {
	fn := jen.Func().Id("decode"+id).Params(h.reader(), jen.Id("p").Op("*").Add(h.goType(t))).Bool()
	switch t := t.(type) {
	case infer.Slice:
		return fn.BlockFunc(func(g *jen.Group) { h.sliceDecoder(g, t) })
	case infer.Map:
		return fn.BlockFunc(func(g *jen.Group) { h.mapDecoder(g, t) })
	case infer.Opt:
		return fn.Block(
			jen.If(jen.Id("r").Dot("Null").Call()).Block(
				jen.Id("p").Dot("Empty").Call(jen.True()),
				jen.Return(jen.True()),
			),
			jen.Id("v").Op(":=").Id("p").Dot("Fill").Call(),
			jen.If(h.decode(t.Elem, jen.Id("v"), true)).Block(jen.Return(jen.True())),
			jen.Id("p").Dot("Settle").Call(jen.Id("r")),
			jen.Return(jen.False()),
		)
	case infer.Or:
		return fn.BlockFunc(func(g *jen.Group) { h.orDecoder(g, t) })
	case infer.JSON:
		return fn.BlockFunc(func(g *jen.Group) { h.jsonDecoder(g, t) })
	}
	panic("emit: a type of no known kind")
}

func (h *helpers) sliceDecoder(g *jen.Group, t infer.Slice) {
	list := jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1))
	g.Op("*").Id("p").Op("=").Nil()
	g.If(jen.Id("r").Dot("Null").Call()).Block(jen.Return(jen.True()))
	g.Var().Id("a").Qual(h.payload, "Array")
	g.If(jen.Op("!").Id("r").Dot("Array").Call(jen.Op("&").Id("a"))).Block(jen.Return(jen.False()))
	g.Id("list").Op(",").Id("exact").Op(":=").Add(h.goType(t)).Values().Op(",").True()
	g.For(jen.Id("r").Dot("Item").Call(jen.Op("&").Id("a"))).Block(
		jen.Var().Id("zero").Add(h.goType(t.Elem)),
		jen.Id("list").Op("=").Append(jen.Id("list"), jen.Id("zero")),
		jen.If(jen.Op("!").Add(h.decode(t.Elem, list, false))).Block(jen.Id("exact").Op("=").False()),
	)
	g.Op("*").Id("p").Op("=").Id("list")
	g.Return(jen.Id("exact").Op("||").Id("r").Dot("Partly").Call())
}

func (h *helpers) mapDecoder(g *jen.Group, t infer.Map) {
	entry := jen.Qual(h.payload, "Entry").Types(h.goType(t.Elem)).Values(jen.Id("Key").Op(":").Id("o").Dot("Name"))
	value := jen.Id("list").Index(jen.Len(jen.Id("list")).Op("-").Lit(1)).Dot("Value")
	g.Op("*").Id("p").Op("=").Nil()
	g.If(jen.Id("r").Dot("Null").Call()).Block(jen.Return(jen.True()))
	g.Var().Id("o").Qual(h.payload, "Object")
	g.If(jen.Op("!").Id("r").Dot("Object").Call(jen.Op("&").Id("o"))).Block(jen.Return(jen.False()))
	g.Id("list").Op(",").Id("exact").Op(":=").Add(h.goType(t)).Values().Op(",").True()
	g.For(jen.Id("r").Dot("Next").Call(jen.Op("&").Id("o"))).Block(
		jen.Id("list").Op("=").Append(jen.Id("list"), entry),
		jen.If(jen.Op("!").Add(h.decode(t.Elem, value, false))).Block(jen.Id("exact").Op("=").False()),
	)
	g.Id("list").Dot("Unique").Call()
	g.Op("*").Id("p").Op("=").Id("list")
	g.Return(jen.Id("exact").Op("||").Id("r").Dot("Partly").Call())
}

func (h *helpers) orDecoder(g *jen.Group, t infer.Or) {
	want := kindOf(t.Elem)
	var also []jen.Code
	for k := payload.KindNull; k <= payload.KindObject; k++ {
		if t.Also.Has(k) {
			also = append(also, jen.Qual(h.payload, kindNames[k]))
		}
	}
	other := jen.Id("k").Op("!=").Qual(h.payload, kindNames[want])
	if t.Elem == infer.Type(infer.Number) {
		other = other.Op("&&").Id("k").Op("!=").Qual(h.payload, "KindString")
	}
	g.If(jen.Id("k").Op(":=").Id("r").Dot("Kind").Call(), other).Block(
		jen.Return(jen.Id("r").Dot("Other").Call(jen.Id("p").Dot("Else").Call(),
			jen.Qual(h.payload, kindNames[want]), jen.Qual(h.payload, "KindsOf").Call(also...))),
	)
	g.Id("v").Op(":=").Id("p").Dot("Fill").Call()
	g.Return(h.decode(t.Elem, jen.Id("v"), true))
}

func (h *helpers) jsonDecoder(g *jen.Group, t infer.JSON) {
	want := jen.Qual(h.payload, kindNames[kindOf(t.Elem)])
	// The expression reads with r; inside the string that is another Reader.
	inner := h.decode(t.Elem, jen.Id("v"), true)
	g.Var().Id("text").String()
	g.Id("outer").Op(",").Id("at").Op(":=").Id("r").Op(",").Id("r").Dot("Offset").Call()
	g.Id("in").Op(",").Id("ok").Op(",").Id("exact").Op(":=").Id("outer").Dot("Inner").Call(want, jen.Op("&").Id("text"))
	g.Id("v").Op(":=").Id("p").Dot("Enter").Call(jen.Id("text"))
	g.If(jen.Id("ok")).Block(
		jen.Id("r").Op(":=").Op("&").Id("in"),
		inner,
		jen.Id("ok").Op("=").Id("outer").Dot("Outer").Call(jen.Id("r"), jen.Id("at"), want),
	)
	g.Id("p").Dot("Leave").Call(jen.Id("ok"))
	g.Return(jen.Id("exact"))
}

// valueDecoder writes the decoder of an event whose body is no object.
func (h *helpers) valueDecoder(f *jen.File, e event) {
	f.Func().Params(jen.Id("v").Op("*").Id(e.name)).Id("decode").Params(h.reader()).Bool().Block(
		jen.Op("*").Id("v").Op("=").Id(e.name).Values(),
		jen.Id("from").Op(":=").Id("r").Dot("Offset").Call(),
		jen.If(jen.Op("!").Add(h.decode(e.Root, jen.Id("v").Dot("Value"), false))).Block(
			jen.Id("r").Dot("KeepRoot").Call(jen.Id("from"), jen.Op("&").Id("v").Dot("Extra")),
		),
		jen.Return(jen.True()),
	)
	f.Line()
	h.unmarshal(f, e.name, kindOf(e.Root))
}

// members returns the reference tokens of a JSON Pointer.
func members(pointer string) []string {
	var names []string
	for _, token := range strings.Split(pointer, "/")[1:] {
		names = append(names, strings.NewReplacer("~1", "/", "~0", "~").Replace(token))
	}
	return names
}
