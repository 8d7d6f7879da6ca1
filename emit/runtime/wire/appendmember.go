package wire

import (
	"strconv"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/state"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// The functions that begin with Add append a member of an object to b: key, which is its
// name with a comma before and a colon after it, and then its value. They are not inlined,
// so that a member is one call.

// AddKey appends what comes before a value: the key of a member, the comma before an element of
// an array, or nothing.
func AddKey(b []byte, key string) []byte { return jsontext.AppendText(b, key) }

// AddNone appends what there is of an Opt or an Or without a value: null, or nothing for an
// absent member. An element of an array, whose key is a comma, and the value of an entry, which
// has none, are null as well if they are absent.
//
//go:noinline
func AddNone(b []byte, key string, null bool) []byte {
	if !null && len(key) > 1 {
		return b
	}
	return append(AddKey(b, key), "null"...)
}

// AddString appends a string.
func AddString(b []byte, key, s string) []byte { return jsontext.AddString(b, key, s) }

// AddTimestamp appends a Timestamp.
func AddTimestamp(b []byte, key string, t payload.Timestamp) []byte {
	return jsontext.AddString(b, key, string(t))
}

// AddBase64 appends a Base64.
func AddBase64(b []byte, key string, t payload.Base64) []byte {
	return jsontext.AddString(b, key, string(t))
}

// AddInt appends an integer.
//
//go:noinline
func AddInt(b []byte, key string, n int64) []byte {
	b = jsontext.AppendText(b, key)
	if uint64(n) < 10 {
		return append(b, '0'+byte(n))
	}
	return strconv.AppendInt(b, n, 10)
}

// AddFloat appends a number.
//
//go:noinline
func AddFloat(b []byte, key string, f float64) []byte {
	return AppendFloat(jsontext.AppendText(b, key), f)
}

// AddBool appends a boolean.
//
//go:noinline
func AddBool(b []byte, key string, v bool) []byte {
	return AppendBool(jsontext.AppendText(b, key), v)
}

// AddNumber appends a Number, nothing for an absent one.
func AddNumber(b []byte, key string, n payload.Number) []byte {
	return AddValue(b, key, payload.Value(n))
}

// AddFlag appends a Flag, nothing for an absent one.
//
//go:noinline
func AddFlag(b []byte, key string, f payload.Flag) []byte {
	text := state.FlagText(uint8(f))
	if text == "" {
		return b
	}
	return append(jsontext.AppendText(b, key), text...)
}

// AddValue appends a Value, what AddNone appends for an absent one.
//
//go:noinline
func AddValue(b []byte, key string, v payload.Value) []byte {
	raw := v.Raw()
	if raw == "" {
		return AddNone(b, key, false)
	}
	return jsontext.AppendText(jsontext.AppendText(b, key), raw)
}

// AddOptString appends a string or null, nothing for an absent one; so do the other AddOpt
// functions.
//
//go:noinline
func AddOptString(b []byte, key string, p payload.Opt[string]) []byte {
	if p.IsAbsent() {
		return b
	}
	s, ok := p.Get()
	if !ok {
		return append(jsontext.AppendText(b, key), "null"...)
	}
	return jsontext.AddString(b, key, s)
}

// AddOptTimestamp appends a Timestamp.
//
//go:noinline
func AddOptTimestamp(b []byte, key string, p payload.Opt[payload.Timestamp]) []byte {
	if p.IsAbsent() {
		return b
	}
	t, ok := p.Get()
	if !ok {
		return append(jsontext.AppendText(b, key), "null"...)
	}
	return jsontext.AddString(b, key, string(t))
}

// AddOptBase64 appends a Base64.
func AddOptBase64(b []byte, key string, p payload.Opt[payload.Base64]) []byte {
	if p.IsAbsent() {
		return b
	}
	t, ok := p.Get()
	if !ok {
		return append(jsontext.AppendText(b, key), "null"...)
	}
	return jsontext.AddString(b, key, string(t))
}

// AddOptInt appends an integer.
//
//go:noinline
func AddOptInt(b []byte, key string, p payload.Opt[int64]) []byte {
	return addOpt(b, key, p, AppendInt)
}

// AddOptFloat appends a number.
//
//go:noinline
func AddOptFloat(b []byte, key string, p payload.Opt[float64]) []byte {
	return addOpt(b, key, p, AppendFloat)
}

// AddOptBool appends a boolean.
//
//go:noinline
func AddOptBool(b []byte, key string, p payload.Opt[bool]) []byte {
	return addOpt(b, key, p, AppendBool)
}

// AddOptNumber appends a Number.
//
//go:noinline
func AddOptNumber(b []byte, key string, p payload.Opt[payload.Number]) []byte {
	return addOpt(b, key, p, AppendNumber)
}

// AddOptFlag appends a Flag.
//
//go:noinline
func AddOptFlag(b []byte, key string, p payload.Opt[payload.Flag]) []byte {
	return addOpt(b, key, p, AppendFlag)
}

func addOpt[T any](b []byte, key string, p payload.Opt[T], value func([]byte, T) []byte) []byte {
	if p.IsAbsent() {
		return b
	}
	return appendOpt(jsontext.AppendText(b, key), p, value)
}

// AddOptStringOf appends a string of a type. Functions of types that are defined as strings
// share their code.
func AddOptStringOf[T ~string](b []byte, key string, p *payload.Opt[T]) []byte {
	v := p.Ptr()
	if v == nil {
		return AddNone(b, key, p.IsNull())
	}
	return jsontext.AddString(b, key, string(*v))
}

// AddOptIntOf appends an integer of a type.
func AddOptIntOf[T ~int64](b []byte, key string, p *payload.Opt[T]) []byte {
	v := p.Ptr()
	if v == nil {
		return AddNone(b, key, p.IsNull())
	}
	return AddInt(b, key, int64(*v))
}

// AddJSON appends a JSON, nothing for an absent one.
func AddJSON[T any](b []byte, key string, p *payload.JSON[T]) []byte {
	_, text := state.JSONParts((*state.JSON[T])(p))
	return addJSON(b, key, text)
}

//go:noinline
func addJSON(b []byte, key string, text *state.Text) []byte {
	switch text.Form {
	case state.JSONAbsent:
		return b
	case state.JSONText:
		return jsontext.AddString(b, key, text.JSON)
	}
	return appendJSON(jsontext.AppendText(b, key), text)
}
