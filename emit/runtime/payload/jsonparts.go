package payload

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The functions below are what the methods of a JSON do with its parts. v points to the T.

// encodeText makes the encoding of the T the text, and the T what the text says, so that it
// shares no memory with what was assigned. If it fails, both are zero.
func encodeText(v any, text *state.Text) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		reflect.ValueOf(v).Elem().SetZero()
		return err
	}
	*text = state.Text{JSON: string(bytes.TrimSpace(b.Bytes())), Form: state.JSONText}
	if empty := emptyJSON(reflect.TypeOf(v).Elem()); text.JSON == "null" && empty != "" {
		text.JSON = empty
	}
	text.Is = makeOwn(v, text.JSON) && text.JSON != "null" // which does not decode to a T
	if !text.Is {
		reflect.ValueOf(v).Elem().SetZero()
	}
	return nil
}

// makeOwn copies the memory that the T shares with copies of it, or decodes the T from the
// text. It reports whether it could do one of them. If not, the T is zero.
func makeOwn(v any, text string) bool {
	t := reflect.ValueOf(v).Elem()
	if separate(t) {
		return true
	}
	t.SetZero()
	if json.Unmarshal([]byte(text), v) != nil {
		t.SetZero()
		return false
	}
	return true
}

// marshalJSONText is marshalText, without a text for what is absent.
func marshalJSONText(text *state.Text) []byte {
	if text.Form == state.JSONAbsent {
		return nil
	}
	return marshalText(text)
}

// unmarshalJSONText is unmarshalText, for which no text is absent.
func unmarshalJSONText(sent []byte, v any, text *state.Text) error {
	if len(sent) > 0 {
		return unmarshalText(sent, v, text)
	}
	reflect.ValueOf(v).Elem().SetZero()
	*text = state.Text{}
	return nil
}

// marshalText returns what a JSON is sent as.
func marshalText(text *state.Text) []byte {
	switch text.Form {
	case state.JSONText:
		return jsontext.AppendString(nil, text.JSON)
	case state.JSONPlain:
		return []byte(text.JSON)
	}
	return []byte("null")
}

// unmarshalText decodes what a JSON is sent as into its parts.
func unmarshalText(sent []byte, v any, text *state.Text) error {
	t := reflect.ValueOf(v).Elem()
	t.SetZero()
	*text = state.Text{}
	value, err := ParseValue(string(sent))
	if err != nil {
		return err
	}
	switch kind := value.Kind(); kind {
	case KindNull:
		text.Form = state.JSONNull
	case KindString:
		inner, _ := value.Text()
		*text = state.Text{JSON: inner, Form: state.JSONText, Is: true}
		_, isValue := v.(*Value)
		in := jsontext.NewScanner(inner)
		if in.Kind() == jsontext.KindNull && !isValue || json.Unmarshal([]byte(inner), v) != nil {
			t.SetZero()
			text.Is = false
		}
	default:
		if json.Unmarshal(sent, v) != nil {
			t.SetZero()
			return misfit(sent, KindString, kind)
		}
		*text = state.Text{JSON: value.Raw(), Form: state.JSONPlain, Is: true}
	}
	return nil
}
