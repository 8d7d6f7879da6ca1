package jsontext

import "iter"

// Value is one JSON value, kept as its text. The zero Value is an absent one.
type Value struct {
	raw string
}

// ParseValue returns text as a Value. It fails, with a *SyntaxError or a
// *LimitError, when text is not one JSON value.
func ParseValue(text string) (Value, error) {
	s := NewScanner(text)
	v := Value{raw: s.Raw()}
	if err := s.Done(); err != nil {
		return Value{}, err
	}
	return v, nil
}

// RawValue returns text as a Value without looking at it. The caller knows that it
// is one JSON value, without white space around it.
func RawValue(text string) Value { return Value{raw: text} }

// Scanner returns a Scanner of the text, which is known to be within all limits.
func (v Value) Scanner() Scanner {
	const deepest = 1 << 20 // which the stack holds
	s := NewScanner(v.raw)
	s.Max = deepest
	return s
}

// Raw returns the JSON text, "" for an absent value.
func (v Value) Raw() string { return v.raw }

// IsAbsent reports whether the value is absent.
func (v Value) IsAbsent() bool { return v.raw == "" }

// Kind returns the kind of the value.
func (v Value) Kind() Kind {
	if v.raw == "" {
		return KindAbsent
	}
	return KindOf(v.raw[0])
}

// Text returns the text of a string. ok is false for every other kind.
func (v Value) Text() (text string, ok bool) {
	if v.Kind() != KindString {
		return "", false
	}
	s := v.Scanner()
	text, _ = s.String()
	return text, true
}

// Bool returns a boolean. ok is false for every other kind.
func (v Value) Bool() (value, ok bool) {
	return v.raw == "true", v.Kind() == KindBoolean
}

// Get returns the member of an object that has the name, the last one where there
// are several. ok is false where there is none, and for a value that is not an
// object.
func (v Value) Get(name string) (member Value, ok bool) {
	for n, m := range v.Members() {
		if n == name {
			member, ok = m, true
		}
	}
	return member, ok
}

// Members yields the members of an object in their order, and nothing for a value
// that is not an object.
func (v Value) Members() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		if v.Kind() != KindObject {
			return
		}
		s := v.Scanner()
		var o Object
		for s.Object(&o); s.Next(&o); {
			if raw := s.Raw(); s.Err != nil || !yield(o.Name, Value{raw: raw}) {
				return
			}
		}
	}
}

// Items yields the elements of an array in their order, and nothing for a value that
// is not an array.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.Kind() != KindArray {
			return
		}
		s := v.Scanner()
		var a Array
		for s.Array(&a); s.Item(&a); {
			if raw := s.Raw(); s.Err != nil || !yield(Value{raw: raw}) {
				return
			}
		}
	}
}
