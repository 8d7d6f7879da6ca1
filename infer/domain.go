package infer

import "github.com/specimen-go/specimen/infer/jsontext"

// Domain is the set of JSON values that fit a type, besides null: the values of some
// kinds, except those that show some facts.
type Domain struct {
	Want   jsontext.Kind // the kind that a mismatch names, KindAbsent for any
	Kinds  jsontext.Kinds
	Except []FactKind
}

const anyKind = jsontext.Kinds(1<<jsontext.KindBoolean | 1<<jsontext.KindNumber | 1<<jsontext.KindString |
	1<<jsontext.KindArray | 1<<jsontext.KindObject)

// DomainOf returns the domain of a type. It does not look at elements and members.
func DomainOf(t Type) Domain {
	kinds := jsontext.KindsOf
	switch t := InsideOpt(t).(type) {
	case Scalar:
		return scalarDomain(t)
	case *Enum:
		return scalarDomain(t.Base)
	case JSON:
		return Domain{Want: jsontext.KindString, Kinds: kindString | plainKinds(t), Except: []FactKind{FactNotJSON}}
	case Slice:
		return Domain{Want: jsontext.KindArray, Kinds: kinds(jsontext.KindArray)}
	case Map, *Struct:
		return Domain{Want: jsontext.KindObject, Kinds: kinds(jsontext.KindObject)}
	case ObjectOrList:
		return Domain{Want: jsontext.KindObject, Kinds: kindObject | kindArray}
	case Or:
		d := DomainOf(t.Elem)
		d.Kinds |= t.Also
		return d
	}
	panic("infer: unknown type")
}

// plainKinds returns the kinds of the plain values that a JSON takes: those of its Elem,
// or arrays and objects for one that has no Elem yet.
func plainKinds(t JSON) jsontext.Kinds {
	if t.Elem == nil {
		return kindArray | kindObject
	}
	return DomainOf(t.Elem).Kinds
}

func scalarDomain(t Scalar) Domain {
	kinds := jsontext.KindsOf
	switch t {
	case Bool:
		return Domain{Want: jsontext.KindBoolean, Kinds: kinds(jsontext.KindBoolean)}
	case Int: // takes 5.0
		return Domain{Want: jsontext.KindInteger, Kinds: kinds(jsontext.KindNumber), Except: []FactKind{FactNotInteger}}
	case Float:
		return Domain{Want: jsontext.KindNumber, Kinds: kinds(jsontext.KindNumber), Except: []FactKind{FactNotFloat, FactLong}}
	case Number, Unix, UnixMilli, UnixMicro:
		return Domain{Want: jsontext.KindNumber, Kinds: kinds(jsontext.KindNumber, jsontext.KindString), Except: []FactKind{FactLong}}
	case String, Timestamp, Base64: // of which the last two keep text of any form
		return Domain{Want: jsontext.KindString, Kinds: kinds(jsontext.KindString)}
	case Flag:
		return Domain{
			Want: jsontext.KindBoolean, Except: []FactKind{FactNotFlag},
			Kinds: kinds(jsontext.KindBoolean, jsontext.KindNumber, jsontext.KindString),
		}
	}
	return Domain{Want: jsontext.KindAbsent, Kinds: anyKind}
}
