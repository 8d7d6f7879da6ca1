package wire

import (
	"slices"
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// AppendString appends s to b as a JSON string.
func AppendString(b []byte, s string) []byte { return jsontext.AppendString(b, s) }

// AppendInt appends n to b.
func AppendInt(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }

// AppendFloat appends f to b.
func AppendFloat(b []byte, f float64) []byte { return jsontext.AppendFloat(b, f) }

// AppendBool appends v to b.
func AppendBool(b []byte, v bool) []byte { return strconv.AppendBool(b, v) }

// AppendTimestamp appends the text of t to b as a JSON string.
func AppendTimestamp(b []byte, t payload.Timestamp) []byte { return AppendString(b, string(t)) }

// AppendBase64 appends the text of t to b as a JSON string.
func AppendBase64(b []byte, t payload.Base64) []byte { return AppendString(b, string(t)) }

// AppendNumber appends the JSON of n to b, null for an absent number.
func AppendNumber(b []byte, n payload.Number) []byte { return AppendValue(b, payload.Value(n)) }

// AppendFlag appends the JSON of f to b, null for an absent flag.
func AppendFlag(b []byte, f payload.Flag) []byte {
	text := state.FlagText(uint8(f))
	if text == "" {
		text = "null"
	}
	return append(b, text...)
}

// AppendValue appends the text of v to b, null for an absent value.
func AppendValue(b []byte, v payload.Value) []byte {
	if v.IsZero() {
		return append(b, "null"...)
	}
	return append(b, v.Raw()...)
}

// AppendOptBool appends the JSON of p to b, null if absent or null; so do the other AppendOpt
// functions.
func AppendOptBool(b []byte, p payload.Opt[bool]) []byte {
	return appendOpt(b, p, AppendBool)
}

// AppendOptInt appends an integer or null.
func AppendOptInt(b []byte, p payload.Opt[int64]) []byte {
	return appendOpt(b, p, AppendInt)
}

// AppendOptFloat appends a number or null.
func AppendOptFloat(b []byte, p payload.Opt[float64]) []byte {
	return appendOpt(b, p, AppendFloat)
}

// AppendOptString appends a string or null.
func AppendOptString(b []byte, p payload.Opt[string]) []byte {
	return appendOpt(b, p, AppendString)
}

// AppendOptNumber appends a Number or null.
func AppendOptNumber(b []byte, p payload.Opt[payload.Number]) []byte {
	return appendOpt(b, p, AppendNumber)
}

// AppendOptTimestamp appends a Timestamp or null.
func AppendOptTimestamp(b []byte, p payload.Opt[payload.Timestamp]) []byte {
	return appendOpt(b, p, AppendTimestamp)
}

// AppendOptBase64 appends a Base64 or null.
func AppendOptBase64(b []byte, p payload.Opt[payload.Base64]) []byte {
	return appendOpt(b, p, AppendBase64)
}

// AppendOptFlag appends a Flag or null.
func AppendOptFlag(b []byte, p payload.Opt[payload.Flag]) []byte {
	return appendOpt(b, p, AppendFlag)
}

func appendOpt[T any](b []byte, p payload.Opt[T], value func([]byte, T) []byte) []byte {
	v, ok := p.Get()
	if !ok {
		return append(b, "null"...)
	}
	return value(b, v)
}

// AppendKey appends a comma and the name of a member to b. CloseObject makes the first
// comma of an object its opening brace, so that a member need not know whether it is the
// first one.
func AppendKey(b []byte, name string) []byte { return jsontext.AppendKey(b, name) }

// Room returns b with room for a few short members. Room is separate so that callers keep
// only b in registers.
//
//go:noinline
func Room(b []byte) []byte {
	if cap(b)-len(b) < 64 {
		b = slices.Grow(b, 64)
	}
	return b
}

// CloseObject ends an object whose members were appended to b from the offset on, each
// after a comma.
func CloseObject(b []byte, from int) []byte {
	if len(b) == from {
		return append(b, '{', '}')
	}
	b[from] = '{'
	return append(b, '}')
}

// CloseArray ends an array whose elements were appended to b from the offset on, each
// after a comma.
func CloseArray(b []byte, from int) []byte {
	if len(b) == from {
		return append(b, '[', ']')
	}
	b[from] = '['
	return append(b, ']')
}

// AppendJSON appends a JSON, null for an absent one.
func AppendJSON[T any](b []byte, p *payload.JSON[T]) []byte {
	_, text := state.JSONParts((*state.JSON[T])(p))
	return appendJSON(b, text)
}

func appendJSON(b []byte, text *state.Text) []byte {
	switch text.Form {
	case state.JSONText:
		return AppendString(b, text.JSON)
	case state.JSONPlain:
		return jsontext.AppendText(b, text.JSON)
	}
	return append(b, "null"...)
}
