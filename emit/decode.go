package emit

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// decodeFile returns decode.go: the entry points, then the decoder of each
// struct, then those of the types made of others.
func (p *printer) decodeFile() *jen.File {
	f := p.file()
	f.Add(doc("How to read the decode methods below: each predicts that members come in the order of the examples. " +
		"The case of a member decodes its value at offset i and says what should follow it, and falls through to the case of the next member where that does follow. " +
		"Where it does not, i is negative: Seek then returns k, the next known member, or -1 at the end of the object. Package wire documents the protocol."))
	f.Line()
	p.entryPoints(f)
	p.route(f)
	h := helpers{printer: p, types: make(map[string]infer.Type)}
	structs := slices.DeleteFunc(slices.Clone(p.Structs), func(st *names.Struct) bool { return st.Path == infer.EnvelopeRoot })
	zeros(f, structs)
	for _, st := range structs {
		h.structDecoder(f, st)
	}
	for _, e := range p.events {
		switch {
		case e.Struct == nil:
			h.valueDecoder(f, e)
		case e.Embeds(): // which has the decode method of its body
			h.unmarshal(f, e.Go, jsontext.KindObject, true)
		}
	}
	h.all(h.decoder, f)
	return f
}

// reader is the parameter that every decoder has.
func (p *printer) reader() *jen.Statement { return jen.Id("r").Op("*").Qual(p.wire, "Reader") }

// structDecoder writes a struct's shape, its decode method and UnmarshalJSON.
//
// The method predicts that members come in the order of the examples: the code
// of each member tells the Reader which one is expected next, and falls through
// to that one's code where it comes. Where something else follows, Seek finds out
// what, and the switch goes on there.
func (h *helpers) structDecoder(f *jen.File, st *names.Struct) {
	slots := h.slots(st)
	shape := st.Shape
	h.shape(f, st, slots)
	f.Func().Params(jen.Id("v").Op("*").Id(st.Go)).Id("decode").Params(h.reader(), jen.Id("i").Int(), jen.Id("next").String()).Int().BlockFunc(func(g *jen.Group) {
		g.If(jen.Id("r").Dot("Again").Call()).Block(jen.Op("*").Id("v").Op("=").Id(st.Go).Values())
		g.Id("at").Op(":=").Qual(h.wire, "Place").Values(
			jen.Id("Shape").Op(":").Op("&").Id(shape), jen.Id("Extra").Op(":").Op("&").Id("v").Dot("Extra"), jen.Id("Next").Op(":").Id("next"))
		if len(slots) == 0 {
			g.Return(jen.Id("r").Dot("Unknown").Call(jen.Op("&").Id("at"), jen.Id("i")))
			return
		}
		first := literal(firstKey(slots[0].Key))
		g.List(jen.Id("k"), jen.Id("i")).Op(":=").Id("r").Dot("Enter").Call(jen.Op("&").Id("at"), jen.Id("i"), first)
		seek := jen.List(jen.Id("k"), jen.Id("i")).Op("=").Id("r").Dot("Seek").Call(jen.Op("&").Id("at"), jen.Id("i"), jen.Id("k"))
		g.For(jen.Id("k").Op(">=").Lit(0)).BlockFunc(func(g *jen.Group) {
			g.Switch(jen.Id("k")).BlockFunc(func(g *jen.Group) {
				for i := range slots {
					g.Case(jen.Lit(i)).BlockFunc(func(g *jen.Group) { h.memberCase(g, slots, i) })
				}
			})
			g.Add(seek)
		})
		g.Return(jen.Id("i"))
	})
	f.Line()
	h.unmarshal(f, st.Go, jsontext.KindObject, st.Event)
}

// firstKey returns how JSON without white space begins an object with the member.
func firstKey(name string) string { return "{" + nextKey(name)[1:] }

// nextKey returns how JSON without white space goes on with the member.
func nextKey(name string) string { return string(jsontext.AppendKey(nil, name)) }

// endOfSent returns the number of members before those at the end that no payload has.
// Objects are expected to end there. It is that of all members if no payload has any of
// them.
func endOfSent(slots []slot) int {
	n := len(slots)
	for n > 0 && slots[n-1].NotSent && !slots[n-1].Required && hasRoom(slots[n-1].Type) {
		n--
	}
	if n == 0 {
		return len(slots)
	}
	return n
}

// memberCase writes the code of one member.
func (h *helpers) memberCase(g *jen.Group, slots []slot, i int) {
	last := i+1 == endOfSent(slots) || i+1 == len(slots)
	next := literal("}")
	if !last {
		next = literal(nextKey(slots[i+1].Key))
	}
	l := slots[i]
	at := jen.Id("i")
	if l.Required && hasRoomForNull(l.Type) {
		at = jen.Id("r").Dot("Need").Call(at, h.want(l.Type))
	}
	read := jen.List(jen.Id("i"), jen.Id("k")).Op("=").Add(h.decode(l.Type, l.of("v"), false, reading{r: "r", i: at, next: next})).Op(",").Lit(i + 1)
	if last {
		g.Add(read)
		return
	}
	g.If(read, jen.Id("i").Op("<").Lit(0)).Block(jen.Break())
	g.Fallthrough()
}

// shape writes the table of a struct's members.
func (h *helpers) shape(f *jen.File, st *names.Struct, slots []slot) {
	f.Var().Id(st.Shape).Op("=").Qual(h.wire, "Shape").ValuesFunc(func(g *jen.Group) {
		g.Line().Id("Names").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
			var lines filling
			for _, l := range slots {
				lines.add(quoted(l.Key))
			}
			lines.write(g)
		})
		g.Line().Id("Room").Op(":").Index().Uint64().ValuesFunc(func(g *jen.Group) {
			for _, word := range room(slots) {
				g.Id(fmt.Sprintf("%#x", word))
			}
		})
		g.Line().Id("Index").Op(":").Func().Params(jen.Id("name").String()).Int().BlockFunc(func(g *jen.Group) {
			if len(slots) > 0 {
				g.Switch(jen.Id("name")).BlockFunc(func(g *jen.Group) {
					for i, l := range slots {
						g.Case(quoted(l.Key)).Block(jen.Return(jen.Lit(i)))
					}
				})
			}
			g.Return(jen.Lit(-1))
		})
		g.Line().Id("Zero").Op(":").Op("&").Add(zeroOf(st))
		if len(slots) > 0 {
			g.Line().Id("Fields").Op(":").Index().Any().ValuesFunc(func(g *jen.Group) {
				for _, l := range slots {
					g.Line().Op("&").Add(l.in(zeroOf(st)))
				}
				g.Line()
			})
		}
		if slices.ContainsFunc(slots, func(l slot) bool { return nextKey(l.Key) != `,"`+l.Key+`":` }) {
			g.Line().Id("Escaped").Op(":").True()
		}
		if need := h.required(slots); need != nil {
			g.Line().Id("Need").Op(":").Index().Qual(h.wire, "Need").Values(need...)
		}
		g.Line()
	})
	f.Line()
}

// zeros declares a variable of each struct, to whose fields the shapes point.
func zeros(f *jen.File, structs []*names.Struct) {
	if len(structs) == 0 {
		return
	}
	f.Add(doc(names.Zero + " has a variable of each type, which stays zero: the shapes below point to its fields."))
	f.Var().Id(names.Zero).StructFunc(func(g *jen.Group) {
		for _, st := range structs {
			g.Id(st.Go).Id(st.Go)
		}
	})
	f.Line()
}

// zeroOf returns the variable of a struct.
func zeroOf(st *names.Struct) *jen.Statement { return jen.Id(names.Zero).Dot(st.Go) }

// required returns the members whose absence, and whose null, is a mismatch.
func (h *helpers) required(slots []slot) []jen.Code {
	var all []jen.Code
	for i, l := range slots {
		if l.Required {
			all = append(all, jen.Values(jen.Id("Index").Op(":").Lit(i), jen.Id("Want").Op(":").Add(h.want(l.Type))))
		}
	}
	return all
}

// want returns the kind of the values that a type is for.
func (h *helpers) want(t infer.Type) jen.Code { return jen.Qual(h.payload, kindNames[wanted(t)]) }

// unmarshal writes UnmarshalJSON for a type with a decode method. An event keeps its topic.
func (p *printer) unmarshal(f *jen.File, name string, want jsontext.Kind, event bool) {
	v := jen.Id("v")
	text := "UnmarshalJSON decodes with Decode's tolerance and returns its errors."
	reset := []jen.Code{jen.Op("*").Id("v").Op("=").Id(name).Values()}
	if event {
		text += " The event keeps its topic."
		// In three statements, because one that reads v makes a whole event besides.
		kept := v.Clone().Dot(names.EventDelivery)
		reset = []jen.Code{jen.Id("delivery").Op(":=").Add(kept), reset[0], kept.Clone().Op("=").Id("delivery")}
	}
	decode := v.Clone().Dot("decode").Call(jen.Op("&").Id("r"), jen.Id("r").Dot("Begin").Call(), jen.Lit(""))
	kind := jen.Qual(p.payload, kindNames[want])
	end := jen.Id("r").Dot("End").Call(decode, kind)
	if event {
		end = jen.Qual(p.wire, "Received").Call(jen.Op("&").Id("r"), decode, kind, jen.Op("&").Add(deliveryOf("v")))
	}
	f.Add(doc(text))
	body := []jen.Code{
		jen.Var().Id("r").Qual(p.wire, "Reader"),
		jen.Id("r").Dot("Start").Call(jen.Id("text"), jen.Qual(p.wire, "Limits").Values()),
	}
	body = append(append(body, reset...), jen.Return(end))
	f.Func().Params(jen.Id("v").Op("*").Id(name)).Id("UnmarshalJSON").Params(jen.Id("text").Index().Byte()).Error().Block(body...)
	f.Line()
}
