package payload

// AppendOptBool appends the JSON of p to b, null where it has no value, as the
// functions below do.
func AppendOptBool(b []byte, p Opt[bool]) []byte { return appendOpt(b, p, AppendBool) }

// AppendOptInt is AppendOptBool for an integer.
func AppendOptInt(b []byte, p Opt[int64]) []byte { return appendOpt(b, p, AppendInt) }

// AppendOptFloat is AppendOptBool for a number.
func AppendOptFloat(b []byte, p Opt[float64]) []byte { return appendOpt(b, p, AppendFloat) }

// AppendOptString is AppendOptBool for a string.
func AppendOptString(b []byte, p Opt[string]) []byte { return appendOpt(b, p, AppendString) }

// AppendOptNumber is AppendOptBool for a Number.
func AppendOptNumber(b []byte, p Opt[Number]) []byte { return appendOpt(b, p, AppendNumber) }

// AppendOptTimestamp is AppendOptBool for a Timestamp.
func AppendOptTimestamp(b []byte, p Opt[Timestamp]) []byte { return appendOpt(b, p, AppendTimestamp) }

// AppendOptFlag is AppendOptBool for a Flag.
func AppendOptFlag(b []byte, p Opt[Flag]) []byte { return appendOpt(b, p, AppendFlag) }

func appendOpt[T any](b []byte, p Opt[T], value func([]byte, T) []byte) []byte {
	if p.state != optValue {
		return append(b, "null"...)
	}
	return value(b, p.value)
}
