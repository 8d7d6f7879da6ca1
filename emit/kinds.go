package emit

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// kindOf returns the kind of the JSON values of a type, or KindAbsent for any kind.
func kindOf(t infer.Type) jsontext.Kind {
	switch t := infer.InsideOpt(t).(type) {
	case *infer.Struct, infer.Map:
		return jsontext.KindObject
	case infer.Slice:
		return jsontext.KindArray
	case *infer.Enum, infer.JSON:
		return jsontext.KindString
	case infer.Scalar:
		return map[infer.Scalar]jsontext.Kind{
			infer.Bool: jsontext.KindBoolean, infer.Flag: jsontext.KindBoolean,
			infer.Int: jsontext.KindNumber, infer.Float: jsontext.KindNumber, infer.Number: jsontext.KindNumber,
			infer.String: jsontext.KindString, infer.Timestamp: jsontext.KindString,
		}[t]
	}
	return jsontext.KindAbsent
}

// wanted returns the kind that a mismatch of a value of the type names, or KindAbsent
// if any kind is accepted.
func wanted(t infer.Type) jsontext.Kind {
	if infer.InsideOpt(t) == infer.Type(infer.Int) {
		return jsontext.KindInteger
	}
	return kindOf(t)
}

// rootKind is kindOf for the root of a body. A Number or a Flag accepts several kinds,
// so that none is a mismatch.
func rootKind(t infer.Type) jsontext.Kind {
	if t == infer.Type(infer.Number) || t == infer.Type(infer.Flag) {
		return jsontext.KindAbsent
	}
	return kindOf(t)
}
