package emit

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/names"
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// eventLiteral returns the Go literal of the event that text decodes to. It reads the
// text with the accessors of [jsontext.Value], so that the tests compare two readers.
func (p *printer) eventLiteral(e event, text string) jen.Code {
	v, err := jsontext.ParseValue(strings.TrimSpace(text))
	if err != nil {
		return jen.Nil() // infer reported the example
	}
	if e.Embeds() {
		return jen.Op("&").Id(e.Go).Values(jen.Id(e.Struct.Go).Op(":").Add(p.structLiteral(e.Struct, v, true)))
	}
	if e.Struct != nil {
		return jen.Op("&").Add(p.structLiteral(e.Struct, v, true))
	}
	fields := []jen.Code{jen.Id(names.Payload).Op(":").Add(p.full(e.Root, v))}
	if !exact(e.Root, v) {
		fields = append(fields, p.extraLiteral(p.kept(0, "", v)))
	}
	return jen.Op("&").Id(e.Go).Values(fields...)
}

// extraLiteral returns the field Extra of a literal.
func (p *printer) extraLiteral(members ...jen.Code) jen.Code {
	return jen.Id("Extra").Op(":").Qual(p.test, "Extra").Call(members...)
}

// kept returns the literal of a member that Extra keeps.
func (p *printer) kept(index int, name string, v jsontext.Value) jen.Code {
	return jen.Qual(p.test, "Kept").Call(jen.Lit(index), quoted(name), literal(v.Raw()))
}

// exact reports whether a Go value of a type has all of a JSON value, so that Extra does
// not keep it. A float64 does not have the text of a number such as 0.50 or 1e2, and a
// type without Opt does not have null, which is there for an elided value. Members of
// objects and JSON in strings are not looked at: they have an Extra or a text of their
// own.
func exact(t infer.Type, v jsontext.Value) bool {
	if v.Kind() == jsontext.KindNull {
		return hasRoomForNull(t)
	}
	switch t := t.(type) {
	case infer.Scalar:
		f, err := strconv.ParseFloat(v.Raw(), 64)
		return t != infer.Float || err != nil || string(jsontext.AppendFloat(nil, f)) == v.Raw()
	case infer.Opt:
		return exact(t.Elem, v)
	case infer.Or:
		return !isElem(t, v) || exact(t.Elem, v)
	case infer.ObjectOrList:
		return exact(t.List, v)
	case infer.Slice:
		for item := range v.Items() {
			if !exactElem(t.Elem, item) {
				return false
			}
		}
	case infer.Map:
		for _, item := range v.Members() {
			if !exactElem(t.Elem, item) {
				return false
			}
		}
	}
	return true
}

// exactElem is exact for an element of a list or map.
func exactElem(t infer.Type, v jsontext.Value) bool {
	return exact(t, v) || v.Kind() == jsontext.KindNull && zeroIsNull(t)
}

// structLiteral returns the literal of an object, with its type if typed is set.
func (p *printer) structLiteral(st *names.Struct, v jsontext.Value, typed bool) *jen.Statement {
	lit := jen.Null()
	if typed {
		lit = jen.Id(st.Go)
	}
	return lit.ValuesFunc(func(g *jen.Group) {
		some := false
		if st.Envelope {
			some = true
			g.Line().Id(p.Envelope.Go).Op(":").Add(p.structLiteral(p.Envelope, v, true))
		}
		members := make(map[string]jsontext.Value)
		for name, m := range v.Members() {
			members[name] = m
		}
		for _, f := range st.Fields {
			m, there := members[f.Key]
			if !there {
				continue
			}
			if lit := p.valueLiteral(f.Type, m); lit != nil {
				some = true
				g.Line().Id(f.Go).Op(":").Add(lit)
			}
		}
		if kept := p.keptMembers(st, v); kept != nil {
			some = true
			g.Line().Add(p.extraLiteral(kept...))
		}
		if some {
			g.Line()
		}
	})
}

// keptMembers returns the members of an object that Extra keeps, in their order, and
// then its marks of those that the object lacks.
func (p *printer) keptMembers(st *names.Struct, v jsontext.Value) []jen.Code {
	if v.Kind() != jsontext.KindObject {
		return nil // an elided null
	}
	if st.Path == infer.EnvelopeRoot {
		return nil // the Extra of the event keeps those of the envelope too
	}
	slots := p.slots(st)
	index := make(map[string]int, len(slots))
	for i, l := range slots {
		index[l.Key] = i
	}
	there := make([]bool, len(slots))
	var kept []jen.Code
	for name, m := range v.Members() {
		i, known := index[name]
		if !known {
			continue
		}
		if there[i] = true; !exact(slots[i].Type, m) {
			kept = append(kept, p.kept(i, name, m))
		}
	}
	for i, l := range slots {
		if !there[i] && !hasRoom(l.Type) { // in an edition that was replaced
			kept = append(kept, jen.Qual(p.test, "Absent").Call(jen.Lit(i), quoted(l.Key)))
		}
	}
	return kept
}
