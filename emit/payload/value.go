package payload

import (
	"iter"
	"strings"
)

// Value is any JSON value, kept as the text that arrived. It is the type of a
// member that no example shows with a value. The zero Value is an absent one.
type Value struct {
	raw string
}

// ParseValue returns text as a Value. It fails, with a *SyntaxError or a
// *LimitError, when text is not one valid JSON value.
func ParseValue(text string) (Value, error) {
	r := NewTextReader(text)
	v := Value{raw: r.Raw()}
	if err := r.Done(); err != nil {
		return Value{}, err
	}
	return v, nil
}

// RawValue returns text as a Value without looking at it. The caller knows that
// it is one valid JSON value, without white space around it.
func RawValue(text string) Value { return Value{raw: text} }

// reader returns a Reader of the text. The limits were those of the Reader that
// it came from; deepest is what the stack holds.
func (v Value) reader() Reader {
	const deepest = 1 << 20
	return newReader(v.raw+padding, deepest)
}

// Raw returns the JSON text, "" for an absent value.
func (v Value) Raw() string { return v.raw }

// IsZero reports whether the value is absent.
func (v Value) IsZero() bool { return v.raw == "" }

// Kind returns the kind of the value.
func (v Value) Kind() Kind {
	if v.raw == "" {
		return KindAbsent
	}
	return kindAt(v.raw[0])
}

// Text returns the text of a string. ok is false for every other kind.
func (v Value) Text() (text string, ok bool) {
	if v.Kind() != KindString {
		return "", false
	}
	r := v.reader()
	r.String(&text)
	return text, true
}

// Number returns a number, or a string as a quoted one. ok is false for every
// other kind.
func (v Value) Number() (n Number, ok bool) {
	k := v.Kind()
	if k != KindNumber && k != KindString {
		return Number{}, false
	}
	if k == KindString && strings.Contains(v.raw, `\`) {
		r := v.reader()
		r.Number(&n) // which is == to one of an equal text
		return n, true
	}
	return Number(v), true
}

// Bool returns a boolean. ok is false for every other kind.
func (v Value) Bool() (value, ok bool) {
	return v.raw == "true", v.Kind() == KindBoolean
}

// Get returns the member of an object that has the name, the last one where
// there are several. ok is false where there is none, and for a value that is
// no object.
func (v Value) Get(name string) (member Value, ok bool) {
	for n, m := range v.Members() {
		if n == name {
			member, ok = m, true
		}
	}
	return member, ok
}

// Members yields the members of an object in their order, and nothing for a
// value that is no object.
func (v Value) Members() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		if v.Kind() != KindObject {
			return
		}
		r := v.reader()
		var o Object
		for r.Object(&o); r.Next(&o); {
			if raw := r.Raw(); r.err != nil || !yield(o.Name, Value{raw: raw}) {
				return
			}
		}
	}
}

// Items yields the elements of an array in their order, and nothing for a
// value that is no array.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.Kind() != KindArray {
			return
		}
		r := v.reader()
		var a Array
		for r.Array(&a); r.Item(&a); {
			if raw := r.Raw(); r.err != nil || !yield(Value{raw: raw}) {
				return
			}
		}
	}
}

// MarshalJSON returns the raw text, null for an absent value.
func (v Value) MarshalJSON() ([]byte, error) { return AppendValue(nil, v), nil }

// UnmarshalJSON keeps the text.
func (v *Value) UnmarshalJSON(text []byte) (err error) {
	*v, err = ParseValue(string(text))
	return err
}

// Value reads any value and keeps its text.
func (r *Reader) Value(p *Value) bool {
	p.raw = r.Raw()
	return true
}

// AppendValue appends the text of v to b, null for an absent value.
func AppendValue(b []byte, v Value) []byte {
	if v.raw == "" {
		return append(b, "null"...)
	}
	return append(b, v.raw...)
}
