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
func JSON[T any](text string, value T) (j payload.JSON[T]) {
	p := (*state.JSON[T])(&j)
	*p.Fill(text) = value
	if text == "null" {
		p.Keep() // as when it is decoded
	}
	return j
}

// PlainJSON returns a JSON of a plain value.
func PlainJSON[T any](text string, value T) payload.JSON[T] {
	j := JSON(text, value)
	(*state.JSON[T])(&j).Plain()
	return j
}

// EmptyJSON returns a JSON of an empty string.
func EmptyJSON[T any]() (j payload.JSON[T]) {
	p := (*state.JSON[T])(&j)
	p.Fill("")
	p.Keep()
	return j
}

// NullJSON returns a JSON that is null.
func NullJSON[T any]() (j payload.JSON[T]) {
	(*state.JSON[T])(&j).SetNull()
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
