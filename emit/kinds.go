package emit

import (
	"github.com/specimen-go/specimen/emit/payload"
	"github.com/specimen-go/specimen/infer"
)

// kindOf returns the kind of JSON value that a type takes, KindAbsent for any.
func kindOf(t infer.Type) payload.Kind {
	switch t := t.(type) {
	case *infer.Struct, infer.Map:
		return payload.KindObject
	case infer.Slice:
		return payload.KindArray
	case *infer.Enum, infer.JSON:
		return payload.KindString
	case infer.Opt:
		return kindOf(t.Elem)
	case infer.Scalar:
		return map[infer.Scalar]payload.Kind{
			infer.Bool: payload.KindBoolean, infer.Flag: payload.KindBoolean,
			infer.Int: payload.KindNumber, infer.Float: payload.KindNumber, infer.Number: payload.KindNumber,
			infer.String: payload.KindString, infer.Timestamp: payload.KindString,
		}[t]
	}
	return payload.KindAbsent
}

// wanted returns the kind that a mismatch of a member of the type names:
// KindAbsent where any kind is welcome.
func wanted(t infer.Type) payload.Kind {
	if opt, ok := t.(infer.Opt); ok {
		t = opt.Elem
	}
	if t == infer.Type(infer.Int) {
		return payload.KindInteger
	}
	return kindOf(t)
}

// rootKind is kindOf for the root of a body. A Number and a Flag take values of
// several kinds, so that none is wrong.
func rootKind(t infer.Type) payload.Kind {
	if t == infer.Type(infer.Number) || t == infer.Type(infer.Flag) {
		return payload.KindAbsent
	}
	return kindOf(t)
}
