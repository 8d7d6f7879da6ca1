package payload

import (
	"encoding/json"
	"iter"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// Value is any JSON value, kept as the text that arrived. It is the type of a member that
// may hold anything, and of one whose type nobody documents and no example shows. The zero
// Value is absent; the Kind of null is [KindNull].
type Value jsontext.Value

// ParseValue returns text as a Value. It fails, with a *SyntaxError or a *LimitError,
// when text is not one JSON value.
func ParseValue(text string) (Value, error) {
	v, err := jsontext.ParseValue(text)
	return Value(v), own(err)
}

// Raw returns the JSON text, "" for an absent value.
func (v Value) Raw() string { return jsontext.Value(v).Raw() }

// IsZero reports whether the value is absent.
func (v Value) IsZero() bool { return jsontext.Value(v).IsAbsent() }

// Kind returns the kind of the value.
func (v Value) Kind() Kind { return Kind(jsontext.Value(v).Kind()) }

// Text returns the text of a string. ok is false for every other kind.
func (v Value) Text() (text string, ok bool) { return jsontext.Value(v).Text() }

// Bool returns a boolean. ok is false for every other kind.
func (v Value) Bool() (value, ok bool) { return jsontext.Value(v).Bool() }

// Number returns a number, or a string as a quoted one. ok is false for every other
// kind.
func (v Value) Number() (n Number, ok bool) {
	switch v.Kind() {
	case KindNumber:
		return Number(v), true
	case KindString:
		return quotedNumber(v), true
	}
	return Number{}, false
}

// Flag returns true, false, 0 or 1, as they are or in quotes. ok is false for every
// other value.
func (v Value) Flag() (f Flag, ok bool) { return flagOf(v) }

// Decode decodes the value into the variable that into points to, as json.Unmarshal does.
// It fails for an absent value.
func (v Value) Decode(into any) error { return json.Unmarshal([]byte(v.Raw()), into) }

// Get returns the member of an object that has the name, the last one where there are
// several. ok is false where there is none, and for a value that is not an object.
func (v Value) Get(name string) (member Value, ok bool) {
	m, ok := jsontext.Value(v).Get(name)
	return Value(m), ok
}

// At returns the member at the end of a path of names, each that of a member of the one
// before. It is absent where there is none.
func (v Value) At(names ...string) Value {
	for _, name := range names {
		v, _ = v.Get(name)
	}
	return v
}

// Members yields the members of an object in their order, and nothing for a value that
// is not an object.
func (v Value) Members() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		for name, member := range jsontext.Value(v).Members() {
			if !yield(name, Value(member)) {
				return
			}
		}
	}
}

// Items yields the elements of an array in their order, and nothing for a value that is
// not an array.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for item := range jsontext.Value(v).Items() {
			if !yield(Value(item)) {
				return
			}
		}
	}
}

// MarshalJSON returns the raw text, null for an absent value.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.IsZero() {
		return []byte("null"), nil
	}
	return []byte(v.Raw()), nil
}

// UnmarshalJSON keeps the text.
func (v *Value) UnmarshalJSON(text []byte) (err error) {
	*v, err = ParseValue(string(text))
	return err
}

// Equal reports whether both mean the same in JSON: the order of the members of an object,
// blanks, escapes and the way to write a number do not count. The last of several members of
// a name counts. An absent value equals an absent one only.
func (v Value) Equal(w Value) bool { return sameJSON(v.Raw(), w.Raw()) }

// String returns the text of a string, and the JSON of any other value; "" for an absent
// one.
func (v Value) String() string {
	if text, ok := v.Text(); ok {
		return text
	}
	return v.Raw()
}
