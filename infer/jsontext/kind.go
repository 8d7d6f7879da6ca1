package jsontext

// Kind is the kind of a JSON value (RFC 8259, section 3).
type Kind uint8

// The kinds of JSON values. KindAbsent is the kind of a member that is not there.
// KindInteger is only ever wanted by a type, never found in a text: every JSON
// number is a KindNumber.
const (
	KindAbsent Kind = iota
	KindNull
	KindBoolean
	KindNumber
	KindString
	KindArray
	KindObject
	KindInteger
)

// String returns the name of the kind in JSON Schema, and "absent" for KindAbsent.
func (k Kind) String() string {
	switch k {
	case KindAbsent:
		return "absent"
	case KindNull:
		return "null"
	case KindBoolean:
		return "boolean"
	case KindNumber:
		return "number"
	case KindString:
		return "string"
	case KindArray:
		return "array"
	case KindObject:
		return "object"
	case KindInteger:
		return "integer"
	}
	return "unknown"
}

// Kinds is a set of kinds.
type Kinds uint8

// KindsOf returns the set of the given kinds.
func KindsOf(kinds ...Kind) Kinds {
	var set Kinds
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

// Has reports whether k is in the set.
func (s Kinds) Has(k Kind) bool { return s&(1<<k) != 0 }

// KindOf returns the kind of a value that begins with c, and KindAbsent for a byte
// that begins no value.
func KindOf(c byte) Kind {
	switch c {
	case 'n':
		return KindNull
	case 't', 'f':
		return KindBoolean
	case '"':
		return KindString
	case '[':
		return KindArray
	case '{':
		return KindObject
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return KindNumber
	}
	return KindAbsent
}
