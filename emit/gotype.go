package emit

import (
	"regexp"

	"github.com/dave/jennifer/jen"

	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// goType returns a type as Go writes it.
func (s *scheme) goType(t infer.Type) *jen.Statement {
	generic := func(name string, elem *jen.Statement) *jen.Statement {
		return jen.Qual(s.payload, name).Types(elem)
	}
	switch t := t.(type) {
	case infer.Scalar:
		switch t {
		case infer.Bool, infer.Int, infer.Float, infer.String:
			return jen.Id(t.String())
		}
		return jen.Qual(s.payload, t.String())
	case *infer.Struct:
		return jen.Id(s.structs[t].name)
	case *infer.Enum:
		return jen.Id(t.Name)
	case infer.Slice:
		return jen.Index().Add(s.goType(t.Elem))
	case infer.Map:
		return generic("Map", s.goType(t.Elem))
	case infer.Opt:
		return generic("Opt", s.held(t.Elem, t.Pointer))
	case infer.Or:
		return generic("Or", s.held(t.Elem, t.Pointer))
	case infer.JSON:
		return generic("JSON", s.goType(t.Elem))
	}
	panic("emit: a type of no known kind")
}

// held returns the type of what an Opt or an Or holds.
func (s *scheme) held(elem infer.Type, pointer bool) *jen.Statement {
	if pointer {
		return jen.Op("*").Add(s.goType(elem))
	}
	return s.goType(elem)
}

// typeID returns a type's name as a part of the names of its helpers: its parts
// from the outside to the inside, so that no two types have one.
func (s *scheme) typeID(t infer.Type) string {
	switch t := t.(type) {
	case infer.Scalar:
		return scalarNames[t]
	case *infer.Struct:
		return namedID(s.structs[t].name)
	case *infer.Enum:
		return namedID(t.Name)
	case infer.Slice:
		return "SliceOf" + s.typeID(t.Elem)
	case infer.Map:
		return "MapOf" + s.typeID(t.Elem)
	case infer.Opt:
		return "OptOf" + pointerID(t.Pointer) + s.typeID(t.Elem)
	case infer.Or:
		id := ""
		for k := payload.KindNull; k <= payload.KindObject; k++ {
			if t.Also.Has(k) {
				id += goName(k.String()) + "Or"
			}
		}
		return id + "Else" + pointerID(t.Pointer) + s.typeID(t.Elem)
	case infer.JSON:
		return "JSONOf" + s.typeID(t.Elem)
	}
	panic("emit: a type of no known kind")
}

func pointerID(pointer bool) string {
	if pointer {
		return "PointerTo"
	}
	return ""
}

var (
	// madeID matches the typeIDs of all types but structs and enums.
	madeID     = regexp.MustCompile(`^(?:(?:SliceOf|MapOf|OptOf|JSONOf|PointerTo|(?:(?:Null|Boolean|Number|String|Array|Object)Or)*Else).*|Bool|Int|Float|String|Number|Timestamp|Flag|Value)$`)
	namedStart = regexp.MustCompile(`^(?:Named)+`)
	// shapeEnd matches names that end as those of shapes do.
	shapeEnd = regexp.MustCompile(`Shape(?:Type)*$`)
)

// namedID returns the typeID of a struct or enum by its name, which may be the
// typeID of another type, or end so that a helper has the name of a shape. Such a
// name gets a word more, and so does one that has that word already.
func namedID(name string) string {
	if madeID.MatchString(namedStart.ReplaceAllString(name, "")) {
		name = "Named" + name
	}
	if shapeEnd.MatchString(name) {
		name += "Type"
	}
	return name
}

// scalarNames are the scalars as the methods and functions of package payload
// name them.
var scalarNames = map[infer.Scalar]string{
	infer.Bool: "Bool", infer.Int: "Int", infer.Float: "Float", infer.String: "String",
	infer.Number: "Number", infer.Timestamp: "Timestamp", infer.Flag: "Flag", infer.Value: "Value",
}
