package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/infer"
)

// goType returns a type as an expression of Go, with its import: what [names.Names.Type]
// says in text.
func (p *printer) goType(t infer.Type) *jen.Statement {
	generic := func(name string, elem *jen.Statement) *jen.Statement {
		return jen.Qual(p.payload, name).Types(elem)
	}
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool, infer.Int, infer.Float, infer.String:
			return jen.Id(t.String())
		}
		return jen.Qual(p.payload, t.String())
	case *infer.Struct:
		return jen.Id(p.Struct(t))
	case *infer.Enum:
		return jen.Id(t.Name)
	case infer.Slice:
		return jen.Index().Add(p.goType(t.Elem))
	case infer.Map:
		return generic("Map", p.goType(t.Elem))
	case infer.Opt:
		return generic("Opt", p.held(t.Elem, t.Pointer))
	case infer.Or:
		return generic("Or", p.held(t.Elem, t.Pointer))
	case infer.ObjectOrList:
		return jen.Qual(p.payload, "ObjectOrList").Types(p.goType(t.Object), p.goType(t.List.Elem))
	case infer.JSON:
		return generic("JSON", p.goType(t.Elem))
	}
	panic("emit: unknown type")
}

// held returns the type argument of an Opt or an Or.
func (p *printer) held(elem infer.Type, pointer bool) *jen.Statement {
	if pointer {
		return jen.Op("*").Add(p.goType(elem))
	}
	return p.goType(elem)
}
