package payload

import "github.com/specimen-go/specimen/infer/jsontext"

// Kind is the kind of a JSON value.
type Kind uint8

// The kinds of JSON values. KindAbsent stands for a missing member, and KindInteger
// for a number that a type wants to be an integer: the kind of a value is KindNumber.
const (
	KindAbsent  Kind = Kind(jsontext.KindAbsent)
	KindNull    Kind = Kind(jsontext.KindNull)
	KindBoolean Kind = Kind(jsontext.KindBoolean)
	KindNumber  Kind = Kind(jsontext.KindNumber)
	KindString  Kind = Kind(jsontext.KindString)
	KindArray   Kind = Kind(jsontext.KindArray)
	KindObject  Kind = Kind(jsontext.KindObject)
	KindInteger Kind = Kind(jsontext.KindInteger)
)

// String returns the name of the kind in JSON Schema, and "absent" for KindAbsent.
func (k Kind) String() string { return jsontext.Kind(k).String() }
