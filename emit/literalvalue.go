package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// valueLiteral returns the literal of a value of a type, or nil for the zero value.
func (p *printer) valueLiteral(t infer.Type, v jsontext.Value) *jen.Statement {
	qual := func(name string) *jen.Statement { return jen.Qual(p.payload, name) }
	switch t := t.(type) {
	case infer.Scalar:
		return p.scalarLiteral(t, v)
	case *infer.Enum:
		return p.scalarLiteral(t.Base, v)
	case *infer.Struct:
		return p.structLiteral(p.Of(t), v, true)
	case infer.Slice:
		if v.Kind() == jsontext.KindNull {
			return nil
		}
		return p.goType(t).ValuesFunc(func(g *jen.Group) {
			some := false
			for item := range v.Items() {
				if st, ok := t.Elem.(*infer.Struct); ok {
					g.Line().Add(p.structLiteral(p.Of(st), item, false))
				} else {
					g.Line().Add(p.full(t.Elem, item))
				}
				some = true
			}
			if some {
				g.Line()
			}
		})
	case infer.Map:
		if v.Kind() == jsontext.KindNull {
			return nil
		}
		return p.goType(t).ValuesFunc(func(g *jen.Group) {
			some := false
			for key, item := range v.Members() {
				g.Line().Values(jen.Id("Key").Op(":").Add(quoted(key)), jen.Id("Value").Op(":").Add(p.full(t.Elem, item)))
				some = true
			}
			if some {
				g.Line()
			}
		})
	case infer.ObjectOrList:
		return p.objectOrListLiteral(t, v)
	case infer.Opt:
		if v.Kind() == jsontext.KindNull {
			return qual("Nil").Types(p.held(t.Elem, t.Pointer)).Call()
		}
		return qual("Some").Types(p.held(t.Elem, t.Pointer)).Call(p.pointed(t.Elem, t.Pointer, v))
	case infer.Or:
		if isElem(t, v) {
			return qual("Is").Types(p.held(t.Elem, t.Pointer)).Call(p.pointed(t.Elem, t.Pointer, v))
		}
		return qual("Other").Types(p.held(t.Elem, t.Pointer)).Call(jen.Qual(p.test, "Value").Call(literal(v.Raw())))
	case infer.JSON:
		return p.jsonLiteral(t, v)
	}
	panic("emit: unknown type")
}

// isElem reports whether a value has the type of an Or, and not another kind.
func isElem(t infer.Or, v jsontext.Value) bool {
	switch k := v.Kind(); {
	case infer.KeepsNumber(t.Elem):
		return k == jsontext.KindNumber || k == jsontext.KindString
	case t.Elem == infer.Type(infer.Flag):
		return flagName(v) != ""
	default:
		return infer.DomainOf(t.Elem).Kinds.Has(k)
	}
}

// objectOrListLiteral returns the literal of an object or a list, or nil for null.
func (p *printer) objectOrListLiteral(t infer.ObjectOrList, v jsontext.Value) *jen.Statement {
	switch v.Kind() {
	case jsontext.KindObject:
		return p.goType(t).Values(jen.Id("Object").Op(":").Op("&").Add(p.full(t.Object, v)))
	case jsontext.KindArray:
		return p.goType(t).Values(jen.Id("List").Op(":").Add(p.full(t.List, v)))
	}
	return nil
}

// pointed is full for the value of an Opt or an Or.
func (p *printer) pointed(elem infer.Type, pointer bool, v jsontext.Value) *jen.Statement {
	lit := p.full(elem, v)
	if _, ok := elem.(*infer.Struct); ok && pointer {
		return jen.Op("&").Add(lit)
	}
	if pointer {
		return jen.New(lit)
	}
	return lit
}

// full is valueLiteral with an expression for the zero value too.
func (p *printer) full(t infer.Type, v jsontext.Value) *jen.Statement {
	if lit := p.valueLiteral(t, v); lit != nil {
		return lit
	}
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool:
			return jen.False()
		case infer.Int, infer.Float:
			return jen.Lit(0)
		case infer.String, infer.Timestamp, infer.Base64:
			return jen.Lit("")
		case infer.Flag:
			return jen.Lit(0)
		}
	case *infer.Enum:
		return p.full(t.Base, v)
	case infer.Slice, infer.Map:
		return jen.Nil()
	}
	return p.goType(t).Values()
}

// jsonLiteral returns the literal of a JSON.
func (p *printer) jsonLiteral(t infer.JSON, v jsontext.Value) *jen.Statement {
	call := func(name string) *jen.Statement { return jen.Qual(p.test, name).Types(p.goType(t.Elem)) }
	text, quoted := v.Text()
	switch {
	case v.Kind() == jsontext.KindNull:
		return call("NullJSON").Call()
	case !quoted:
		return call("PlainJSON").Call(literal(v.Raw()), p.full(t.Elem, v))
	}
	inner, err := jsontext.ParseValue(strings.TrimSpace(text))
	if err != nil { // it is empty
		return call("EmptyJSON").Call()
	}
	return call("JSON").Call(literal(text), p.full(t.Elem, inner))
}
