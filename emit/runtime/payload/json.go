package payload

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// JSON is a T that is sent as JSON inside a JSON string, or as it is, which is its plain
// form. It keeps the form and the text, so that it can be sent again as it was; the text
// of a string that is not JSON is kept as well. It has room for null and for absence too;
// the zero JSON is absent.
//
// The text is what is encoded, and the value that Get returns agrees with it: it cannot
// be changed on its own. To send another value, assign a new JSON:
//
//	list := order.Discounts.Or(nil)
//	list[0].Title = "new"
//	order.Discounts, err = order.Discounts.With(list)
type JSON[T any] state.JSON[T]

// NewJSON returns a JSON in a string whose text is the encoding of value, and which shares
// no memory with value. A nil list is an empty one. It fails when value cannot be encoded.
func NewJSON[T any](value T) (j JSON[T], err error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return j, err
	}
	text := string(bytes.TrimSpace(b.Bytes()))
	if empty := emptyJSON(reflect.TypeOf(value)); text == "null" && empty != "" {
		text = empty
	}
	*j.state().Fill(text) = value
	own, ok := j.Get()
	if text == "null" || !ok { // null does not decode to a T
		j.state().Keep()
		return j, nil
	}
	*j.state().Fill(text) = own
	return j, nil
}

// With returns what NewJSON returns, in the form of j: plain where j is plain.
func (j JSON[T]) With(value T) (JSON[T], error) {
	other, err := NewJSON(value)
	if err == nil && j.IsPlain() {
		return other.Plain(), nil
	}
	return other, err
}

// Plain returns j in its plain form. A j whose text does not say a T stays as it is.
func (j JSON[T]) Plain() JSON[T] {
	if j.state().Ptr() != nil {
		j.state().Plain()
	}
	return j
}

// Get returns what the text says, as a copy. ok is false when the member was absent or
// null, and when the string is empty or does not hold JSON of T's kind.
//
// The copy takes time in proportion to the value. A T of the program's own with
// unexported fields that may share memory is decoded from the text instead.
func (j JSON[T]) Get() (value T, ok bool) {
	p := j.state().Ptr()
	if p == nil {
		return value, false
	}
	value = *p
	if separate(reflect.ValueOf(&value).Elem()) {
		return value, true
	}
	var read T
	if json.Unmarshal([]byte(j.Text()), &read) != nil {
		return *new(T), false
	}
	return read, true
}

// Or returns the value that Get returns, or fallback where there is none.
func (j JSON[T]) Or(fallback T) T {
	if value, ok := j.Get(); ok {
		return value
	}
	return fallback
}

// Text returns the JSON text, without the quotes and escapes of a string. It is "" for an
// empty string, and for null and absence.
func (j JSON[T]) Text() string { return j.state().Text() }

// IsPlain reports whether the value is sent as it is, and not inside a string.
func (j JSON[T]) IsPlain() bool { return j.state().Form() == state.JSONPlain }

// IsAbsent reports whether the member was absent.
func (j JSON[T]) IsAbsent() bool { return j.state().Form() == state.JSONAbsent }

// IsNull reports whether the member was null.
func (j JSON[T]) IsNull() bool { return j.state().Form() == state.JSONNull }

// IsZero reports whether j is absent, for omitzero.
func (j JSON[T]) IsZero() bool { return j.IsAbsent() }

// MarshalJSON returns the text, as a JSON string unless the form is plain, and null when
// it is absent or null.
func (j JSON[T]) MarshalJSON() ([]byte, error) {
	switch j.state().Form() {
	case state.JSONText:
		return jsontext.AppendString(nil, j.Text()), nil
	case state.JSONPlain:
		return []byte(j.Text()), nil
	}
	return []byte("null"), nil
}

// UnmarshalJSON decodes a string, a plain T or null. It fails for other values. The text
// of a string that is not JSON of T's kind is kept.
func (j *JSON[T]) UnmarshalJSON(text []byte) error {
	*j = JSON[T]{}
	v, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	switch kind := v.Kind(); kind {
	case KindNull:
		j.state().SetNull()
	case KindString:
		inner, _ := v.Text()
		value := j.state().Fill(inner)
		_, any := any(value).(*Value) // null is a Value
		in := jsontext.NewScanner(inner)
		if in.Kind() == jsontext.KindNull && !any || json.Unmarshal([]byte(inner), value) != nil {
			j.state().Keep()
		}
	default:
		value := j.state().Fill(v.Raw())
		if j.state().Plain(); json.Unmarshal([]byte(v.Raw()), value) != nil {
			j.state().Clear()
			return misfit(text, KindString, kind)
		}
	}
	return nil
}

func (j *JSON[T]) state() *state.JSON[T] { return (*state.JSON[T])(j) }

// separate implements separator: no part of the value leaves a JSON.
func (j *JSON[T]) separate() bool { return true }

// Equal reports whether both have the same text in the same form.
func (j JSON[T]) Equal(k JSON[T]) bool {
	return j.Text() == k.Text() && j.state().Form() == k.state().Form()
}

// String returns the JSON that is sent, or "absent".
func (j JSON[T]) String() string { return shown(j.IsAbsent(), j) }
