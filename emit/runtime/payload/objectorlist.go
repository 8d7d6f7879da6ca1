package payload

import "encoding/json"

// ObjectOrList is a T where an object arrived, and a list of E where an array did. The other
// one is nil then, and both are nil if there is neither. Where both are set, Object counts.
type ObjectOrList[T, E any] struct {
	Object *T
	List   []E // nil if no array arrived, not if it was empty
}

// MarshalJSON returns the JSON of the object or of the list, null for neither.
func (o ObjectOrList[T, E]) MarshalJSON() ([]byte, error) {
	if o.Object != nil {
		return json.Marshal(o.Object)
	}
	return json.Marshal(o.List)
}

// UnmarshalJSON decodes an object or an array, or null, for which both are nil.
func (o *ObjectOrList[T, E]) UnmarshalJSON(text []byte) error {
	*o = ObjectOrList[T, E]{}
	if len(text) > 0 && text[0] == '[' {
		return json.Unmarshal(text, &o.List)
	}
	return json.Unmarshal(text, &o.Object)
}

// String returns the JSON of the object or of the list, "" for neither.
func (o ObjectOrList[T, E]) String() string {
	switch {
	case o.Object != nil:
		return shown(o.Object)
	case o.List != nil:
		return shown(&o.List)
	}
	return ""
}
