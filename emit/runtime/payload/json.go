package payload

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// JSON is a T that is sent as JSON inside a JSON string. It keeps the text of the
// string, so that it can be sent again as it was; a text that is not JSON is kept as
// well. The zero JSON is an empty string.
//
// The text is what is encoded, and the value that Get returns agrees with it: it cannot
// be changed on its own. To send another value, assign a new JSON:
//
//	list, _ := order.Discounts.Get()
//	list[0].Title = "new"
//	order.Discounts, err = payload.NewJSON(list)
type JSON[T any] state.JSON[T]

// NewJSON returns a JSON whose text is the encoding of value, and which shares no memory
// with value. A nil list is an empty one. It fails when value cannot be encoded.
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
	if text == "null" || !ok { // null says no T when it is decoded, either
		j.state().Keep()
		return j, nil
	}
	*j.state().Fill(text) = own
	return j, nil
}

// Get returns what the text says, as a copy. ok is false when the string is empty or
// does not hold JSON of T's kind.
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

// Text returns the text of the string.
func (j JSON[T]) Text() string { return j.state().Text() }

// MarshalJSON returns the text as a JSON string.
func (j JSON[T]) MarshalJSON() ([]byte, error) { return jsontext.AppendString(nil, j.Text()), nil }

// UnmarshalJSON decodes a string; null is the empty one. It fails for other kinds. A
// text that is not JSON of T's kind is kept.
func (j *JSON[T]) UnmarshalJSON(text []byte) error {
	*j = JSON[T]{}
	v, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	inner, ok := v.Text()
	if kind := v.Kind(); !ok && kind != KindNull {
		return misfit(text, KindString, kind)
	}
	value := j.state().Fill(inner)
	_, any := any(value).(*Value) // which null is a value of
	in := jsontext.NewScanner(inner)
	if in.Kind() == jsontext.KindNull && !any || json.Unmarshal([]byte(inner), value) != nil {
		j.state().Keep()
	}
	return nil
}

func (j *JSON[T]) state() *state.JSON[T] { return (*state.JSON[T])(j) }

// separate implements separator: no part of the value leaves a JSON.
func (j *JSON[T]) separate() bool { return true }
