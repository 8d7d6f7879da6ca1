package payload

import "github.com/specimen-go/specimen/emit/runtime/state"

// JSON is a T that is sent as JSON inside a JSON string, or as it is, which is its plain
// form. It keeps the form and the text, so that it can be sent again as it was; the text
// of a string that is not JSON is kept as well. It has room for null and for absence, which
// IsNull and IsAbsent report; the zero JSON is absent, which the tag option omitzero leaves
// out.
//
// The text is what is encoded, and the value that Get returns is a copy. To send another
// value, use Update, or assign a new JSON:
//
//	err := order.Discounts.Update(func(list *[]Discount) { (*list)[0].Title = "new" })
type JSON[T any] state.JSON[T]

// NewJSON returns a JSON in a string whose text is the encoding of value, and which shares
// no memory with value. A nil list is an empty one. It fails when value cannot be encoded.
func NewJSON[T any](value T) (j JSON[T], err error) {
	v, text := state.JSONParts((*state.JSON[T])(&j))
	*v = value
	err = encodeText(v, text)
	return j, err
}

// With returns what NewJSON returns, in the form of j: plain where j is plain.
func (j *JSON[T]) With(value T) (JSON[T], error) {
	other, err := NewJSON(value)
	if j.IsPlain() {
		other = other.Plain()
	}
	return other, err
}

// Plain returns j in its plain form. A j whose text does not say a T stays as it is.
func (j *JSON[T]) Plain() JSON[T] {
	plain := *j
	if text := textOf(&plain); text.Is {
		text.Form = state.JSONPlain
	}
	return plain
}

// Get returns what the text says, as a copy. ok is false when the member was absent or
// null, and when the string is empty or does not hold JSON of T's kind.
//
// The copy takes time in proportion to the value. A T of the program's own with
// unexported fields that may share memory is decoded from the text instead.
func (j *JSON[T]) Get() (value T, ok bool) {
	v, text := state.JSONParts((*state.JSON[T])(j))
	value = *v
	ok = text.Is && makeOwn(&value, text.JSON)
	return value, ok
}

// Or returns the value that Get returns, or fallback where there is none.
func (j *JSON[T]) Or(fallback T) T {
	if value, ok := j.Get(); ok {
		return value
	}
	return fallback
}

// Copy returns a pointer to a copy of the value, or nil where there is none.
func (j *JSON[T]) Copy() *T {
	if value, ok := j.Get(); ok {
		return &value
	}
	return nil
}

// Update calls change with a copy of the value, the zero T where there is none, and keeps
// what change made of it, in the form of j. It fails when that cannot be encoded.
func (j *JSON[T]) Update(change func(value *T)) error {
	value, _ := j.Get()
	change(&value)
	changed, err := j.With(value)
	if err == nil {
		*j = changed
	}
	return err
}

// Text returns the JSON text, without the quotes and escapes of a string. It is "" for an
// empty string, and for null and absence.
func (j *JSON[T]) Text() string { return textOf(j).JSON }

// IsPlain reports whether the value is sent as it is, and not inside a string.
func (j *JSON[T]) IsPlain() bool { return textOf(j).Form == state.JSONPlain }

// IsAbsent reports whether the member was absent.
func (j *JSON[T]) IsAbsent() bool { return textOf(j).Form == state.JSONAbsent }

// IsNull reports whether the member was null.
func (j *JSON[T]) IsNull() bool { return textOf(j).Form == state.JSONNull }

// MarshalJSON returns the text, as a JSON string unless the form is plain, and null when
// it is absent or null.
func (j JSON[T]) MarshalJSON() ([]byte, error) { return marshalText(textOf(&j)), nil }

// UnmarshalJSON decodes a string, a plain T or null. It fails for other values. The text
// of a string that is not JSON of T's kind is kept.
func (j *JSON[T]) UnmarshalJSON(text []byte) error {
	v, own := state.JSONParts((*state.JSON[T])(j))
	return unmarshalText(text, v, own)
}

// MarshalText returns what MarshalJSON returns, and no text when it is absent.
func (j JSON[T]) MarshalText() ([]byte, error) { return marshalJSONText(textOf(&j)), nil }

// UnmarshalText reads what MarshalText returns.
func (j *JSON[T]) UnmarshalText(text []byte) error {
	v, own := state.JSONParts((*state.JSON[T])(j))
	return unmarshalJSONText(text, v, own)
}

// Equal reports whether both are sent in the same form, with texts that mean the same in
// JSON. Texts that are not JSON are equal if they are the same.
func (j JSON[T]) Equal(k JSON[T]) bool {
	return textOf(&j).Form == textOf(&k).Form && sameText(j.Text(), k.Text())
}

// String returns the text.
func (j JSON[T]) String() string { return j.Text() }

func textOf[T any](j *JSON[T]) *state.Text {
	_, text := state.JSONParts((*state.JSON[T])(j))
	return text
}
