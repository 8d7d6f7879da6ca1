package emit

import (
	"github.com/specimen-go/specimen/infer"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// wanted returns the kind that a mismatch of a value of the type names, or KindAbsent
// if any kind is accepted, as an Or does.
func wanted(t infer.Type) jsontext.Kind {
	if _, or := infer.InsideOpt(t).(infer.Or); or {
		return jsontext.KindAbsent
	}
	return infer.DomainOf(t).Want
}

// kindOf is wanted as a kind of JSON value: an integer is a number.
func kindOf(t infer.Type) jsontext.Kind {
	if k := wanted(t); k != jsontext.KindInteger {
		return k
	}
	return jsontext.KindNumber
}

// rootKind is kindOf for the root of a body. A Number or a Flag accepts several kinds,
// so that none is a mismatch.
func rootKind(t infer.Type) jsontext.Kind {
	if infer.KeepsNumber(t) || t == infer.Type(infer.Flag) {
		return jsontext.KindAbsent
	}
	return kindOf(t)
}
