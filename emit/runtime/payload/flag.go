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

// UnmarshalJSON decodes any form; null is 0. It fails for other values.
func (f *Flag) UnmarshalJSON(text []byte) error {
	*f = Flag0
	v, err := ParseValue(string(text))
	if err != nil {
		return err
	}
	flag, ok := v.Flag()
	if kind := v.Kind(); !ok && kind != KindNull {
		return misfit(text, KindBoolean, kind)
	}
	*f = flag
	return nil
}

// flagOf is Value.Flag.
func flagOf(v Value) (Flag, bool) {
	switch v.Raw() {
	case `0`:
		return Flag0, true
	case `1`:
		return Flag1, true
	case `"0"`:
		return FlagText0, true
	case `"1"`:
		return FlagText1, true
	case `false`:
		return FlagFalse, true
	case `true`:
		return FlagTrue, true
	case `"false"`:
		return FlagTextFalse, true
	case `"true"`:
		return FlagTextTrue, true
	}
	text, ok := v.Text() // with escapes
	if !ok || len(text) > len("false") {
		return Flag0, false
	}
	for f := Flag0; f <= FlagTextTrue; f++ {
		if f.String() == `"`+text+`"` {
			return f, true
		}
	}
	return Flag0, false
}
