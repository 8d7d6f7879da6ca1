package payload

// Kind is the kind of a JSON value (RFC 8259, section 3).
type Kind uint8

// The kinds of JSON values. KindAbsent is that of a member that is not there.
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

// String gives the kind's name as JSON Schema spells it, "absent" for
// KindAbsent.
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

// KindsOf gives the set of the kinds named.
func KindsOf(kinds ...Kind) Kinds {
	var set Kinds
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

// Has reports whether k is in the set.
func (s Kinds) Has(k Kind) bool { return s&(1<<k) != 0 }

// kindAt gives the kind that a value beginning with c has. A byte that begins
// no value gives KindAbsent.
func kindAt(c byte) Kind {
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
