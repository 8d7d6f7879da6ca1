package payloadtest

import (
	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The functions below are for the literals of the generated tests.

// Value returns text as a Value.
func Value(text string) payload.Value { return payload.Value(jsontext.RawValue(text)) }

// JSON returns a JSON of a text and what the text says.
func JSON[T any](text string, value T) payload.JSON[T] {
	if text == "null" {
		return asJSON(*new(T), state.Text{JSON: text, Form: state.JSONText}) // as when it is decoded
	}
	return asJSON(value, state.Text{JSON: text, Form: state.JSONText, Is: true})
}

// PlainJSON returns a JSON of a plain value.
func PlainJSON[T any](text string, value T) payload.JSON[T] {
	return asJSON(value, state.Text{JSON: text, Form: state.JSONPlain, Is: true})
}

// EmptyJSON returns a JSON of an empty string.
func EmptyJSON[T any]() payload.JSON[T] {
	return asJSON(*new(T), state.Text{Form: state.JSONText})
}

// NullJSON returns a JSON that is null.
func NullJSON[T any]() payload.JSON[T] {
	return asJSON(*new(T), state.Text{Form: state.JSONNull})
}

func asJSON[T any](value T, text state.Text) (j payload.JSON[T]) {
	v, t := state.JSONParts((*state.JSON[T])(&j))
	*v, *t = value, text
	return j
}

// Extra returns Members of what [Kept] returns.
func Extra(members ...state.Member) payload.Members { return payload.Members(members) }

// Absent returns the mark of the known member with an index that was absent, where its
// field does not tell that.
func Absent(index int, name string) state.Member {
	return state.Known(index, name, jsontext.Value{}, false)
}

// Kept returns what a decoder keeps of the known member with an index where its field
// alone does not tell what arrived: 0.50 of a float64.
func Kept(index int, name, raw string) state.Member {
	return state.Known(index, name, jsontext.RawValue(raw), false)
}
