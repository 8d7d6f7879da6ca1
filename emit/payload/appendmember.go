package payload

import "strconv"

// The functions that begin with Add append a member of an object to b: key, which
// is its name with a comma before and a colon after it, and then its value. They
// are not inlined, so that a member is one call.

// AddTimestamp appends a Timestamp.
func AddTimestamp(b []byte, key string, t Timestamp) []byte { return AddString(b, key, string(t)) }

// AddInt appends an integer.
//
//go:noinline
func AddInt(b []byte, key string, n int64) []byte {
	b = appendText(b, key)
	if uint64(n) < 10 {
		return append(b, '0'+byte(n))
	}
	return strconv.AppendInt(b, n, 10)
}

// AddFloat appends a number.
//
//go:noinline
func AddFloat(b []byte, key string, f float64) []byte { return AppendFloat(appendText(b, key), f) }

// AddBool appends a boolean.
//
//go:noinline
func AddBool(b []byte, key string, v bool) []byte { return AppendBool(appendText(b, key), v) }

// AddNumber appends a Number, nothing for an absent one.
func AddNumber(b []byte, key string, n Number) []byte { return AddValue(b, key, Value(n)) }

// AddFlag appends a Flag.
//
//go:noinline
func AddFlag(b []byte, key string, f Flag) []byte { return AppendFlag(appendText(b, key), f) }

// AddValue appends a Value, nothing for an absent one.
//
//go:noinline
func AddValue(b []byte, key string, v Value) []byte {
	if v.raw == "" {
		return b
	}
	return appendText(appendText(b, key), v.raw)
}

// AddOptString appends a string or null, nothing for an absent one, as the
// functions below do.
//
//go:noinline
func AddOptString(b []byte, key string, p Opt[string]) []byte {
	switch p.state {
	case optAbsent:
		return b
	case optNull:
		return append(appendText(b, key), "null"...)
	}
	return AddString(b, key, p.value)
}

// AddOptTimestamp appends a Timestamp.
func AddOptTimestamp(b []byte, key string, p Opt[Timestamp]) []byte {
	return AddOptString(b, key, Opt[string]{string(p.value), p.state})
}

// AddOptInt appends an integer.
//
//go:noinline
func AddOptInt(b []byte, key string, p Opt[int64]) []byte { return addOpt(b, key, p, AppendInt) }

// AddOptFloat appends a number.
//
//go:noinline
func AddOptFloat(b []byte, key string, p Opt[float64]) []byte { return addOpt(b, key, p, AppendFloat) }

// AddOptBool appends a boolean.
//
//go:noinline
func AddOptBool(b []byte, key string, p Opt[bool]) []byte { return addOpt(b, key, p, AppendBool) }

// AddOptNumber appends a Number.
//
//go:noinline
func AddOptNumber(b []byte, key string, p Opt[Number]) []byte { return addOpt(b, key, p, AppendNumber) }

// AddOptFlag appends a Flag.
//
//go:noinline
func AddOptFlag(b []byte, key string, p Opt[Flag]) []byte { return addOpt(b, key, p, AppendFlag) }

func addOpt[T any](b []byte, key string, p Opt[T], value func([]byte, T) []byte) []byte {
	if p.state == optAbsent {
		return b
	}
	return appendOpt(appendText(b, key), p, value)
}
