package payload

// Flag is true or false, sent as a boolean, as 0 or 1, or as one of the strings
// "0", "1", "false" and "true". It keeps the form. The zero Flag is the number 0.
type Flag uint8

// The forms of a Flag.
const (
	Flag0         Flag = iota // 0
	Flag1                     // 1
	FlagText0                 // "0"
	FlagText1                 // "1"
	FlagFalse                 // false
	FlagTrue                  // true
	FlagTextFalse             // "false"
	FlagTextTrue              // "true"
)

// Bool returns what the flag says.
func (f Flag) Bool() bool { return f&1 != 0 }

// With returns the flag that says b in the form of f.
func (f Flag) With(b bool) Flag {
	if b {
		return f | 1
	}
	return f &^ 1
}

// String returns the JSON of the flag.
func (f Flag) String() string {
	switch f {
	case Flag0:
		return `0`
	case Flag1:
		return `1`
	case FlagText0:
		return `"0"`
	case FlagText1:
		return `"1"`
	case FlagTextFalse:
		return `"false"`
	case FlagTextTrue:
		return `"true"`
	}
	if f.Bool() {
		return `true`
	}
	return `false`
}

// MarshalJSON returns the flag in its form.
func (f Flag) MarshalJSON() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalJSON reads any form; null is 0. It fails for other values.
func (f *Flag) UnmarshalJSON(text []byte) error {
	r := NewTextReader(string(text))
	r.Flag(f)
	return r.strict()
}

// Flag reads true, false, 0 or 1, as they are or in quotes.
func (r *Reader) Flag(p *Flag) bool {
	*p = Flag0
	k, at := r.Kind(), r.i
	if k != KindBoolean && k != KindNumber && k != KindString {
		return r.reject(KindBoolean)
	}
	if k == KindString {
		switch text, exact := r.text(); text {
		case "0":
			*p = FlagText0
			return exact
		case "1":
			*p = FlagText1
			return exact
		case "false":
			*p = FlagTextFalse
			return exact
		case "true":
			*p = FlagTextTrue
			return exact
		}
	} else {
		raw := r.Raw()
		for _, f := range []Flag{Flag0, Flag1, FlagFalse, FlagTrue} {
			if f.String() == raw {
				*p = f
				return true
			}
		}
	}
	r.misfit(at, KindBoolean, k, true)
	return false
}

// IsFlagAt reports whether one of the forms of a Flag stands at i. It is for
// decoders.
func (r *Reader) IsFlagAt(i int) bool {
	at := *r
	at.EndAt(i)
	at.found, at.spare, at.slab = nil, nil, nil
	var f Flag
	return at.Flag(&f)
}

// AppendFlag appends the JSON of f to b.
func AppendFlag(b []byte, f Flag) []byte { return append(b, f.String()...) }
