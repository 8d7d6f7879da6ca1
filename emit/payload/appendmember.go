package payload

// The functions that begin with Add append a member of an object to b: key, which
// is its name with a comma before and a colon after it, and then its value.

// AddString appends a string.
func AddString(b []byte, key, s string) []byte { return AppendString(append(b, key...), s) }

// AddTimestamp appends a Timestamp.
func AddTimestamp(b []byte, key string, t Timestamp) []byte { return AddString(b, key, string(t)) }

// AddInt appends an integer.
func AddInt(b []byte, key string, n int64) []byte { return AppendInt(append(b, key...), n) }

// AddFloat appends a number.
func AddFloat(b []byte, key string, f float64) []byte { return AppendFloat(append(b, key...), f) }

// AddBool appends a boolean.
func AddBool(b []byte, key string, v bool) []byte { return AppendBool(append(b, key...), v) }

// AddNumber appends a Number.
func AddNumber(b []byte, key string, n Number) []byte { return AppendNumber(append(b, key...), n) }

// AddFlag appends a Flag.
func AddFlag(b []byte, key string, f Flag) []byte { return AppendFlag(append(b, key...), f) }

// AddValue appends a Value, nothing for an absent one.
func AddValue(b []byte, key string, v Value) []byte {
	if v.raw == "" {
		return b
	}
	return append(append(b, key...), v.raw...)
}

// AddOptString appends a string or null, nothing for an absent one, as the
// functions below do.
func AddOptString(b []byte, key string, p Opt[string]) []byte {
	switch p.state {
	case optAbsent:
		return b
	case optNull:
		return append(append(b, key...), "null"...)
	}
	return AddString(b, key, p.value)
}

// AddOptTimestamp appends a Timestamp.
func AddOptTimestamp(b []byte, key string, p Opt[Timestamp]) []byte {
	return AddOptString(b, key, Opt[string]{string(p.value), p.state})
}

// AddOptInt appends an integer.
func AddOptInt(b []byte, key string, p Opt[int64]) []byte { return addOpt(b, key, p, AppendInt) }

// AddOptFloat appends a number.
func AddOptFloat(b []byte, key string, p Opt[float64]) []byte { return addOpt(b, key, p, AppendFloat) }

// AddOptBool appends a boolean.
func AddOptBool(b []byte, key string, p Opt[bool]) []byte { return addOpt(b, key, p, AppendBool) }

// AddOptNumber appends a Number.
func AddOptNumber(b []byte, key string, p Opt[Number]) []byte { return addOpt(b, key, p, AppendNumber) }

// AddOptFlag appends a Flag.
func AddOptFlag(b []byte, key string, p Opt[Flag]) []byte { return addOpt(b, key, p, AppendFlag) }

func addOpt[T any](b []byte, key string, p Opt[T], value func([]byte, T) []byte) []byte {
	if p.state == optAbsent {
		return b
	}
	return appendOpt(append(b, key...), p, value)
}
