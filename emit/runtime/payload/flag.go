package payload

import (
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// Flag is true or false, sent as a boolean, as 0 or 1, or as one of the strings
// "0", "1", "false" and "true". It keeps the form.
//
// The zero Flag is absent: it is neither true nor false. A member that is absent is
// encoded by leaving it out, an element of a list as null. A member that was null is absent too,
// and Extra.Get of its struct returns the null.
type Flag uint8

// The forms of a Flag. The last bit of each says whether it is true.
const (
	Flag0         Flag = iota + 2 // 0
	Flag1                         // 1
	FlagText0                     // "0"
	FlagText1                     // "1"
	FlagFalse                     // false
	FlagTrue                      // true
	FlagTextFalse                 // "false"
	FlagTextTrue                  // "true"
)

// Bool returns whether the flag is true. ok is false for an absent one.
func (f Flag) Bool() (value, ok bool) { return f&1 != 0 && f.valid(), f.valid() }

// IsZero reports whether the flag is absent.
func (f Flag) IsZero() bool { return f == 0 }

// valid reports whether f is one of the forms.
func (f Flag) valid() bool { return f >= Flag0 && f <= FlagTextTrue }

// With returns the flag that says b in the form of f, which is that of a boolean for an
// absent one.
func (f Flag) With(b bool) Flag {
	if !f.valid() {
		f = FlagFalse
	}
	if b {
		return f | 1
	}
	return f &^ 1
}

// Or returns whether the flag is true, or fallback for an absent one.
func (f Flag) Or(fallback bool) bool {
	if value, ok := f.Bool(); ok {
		return value
	}
	return fallback
}

// String returns the text of the flag without quotes, "" for an absent one.
func (f Flag) String() string { return strings.Trim(f.json(), `"`) }

// GoString returns the name of the form.
func (f Flag) GoString() string {
	switch f {
	case Flag0:
		return "payload.Flag0"
	case Flag1:
		return "payload.Flag1"
	case FlagText0:
		return "payload.FlagText0"
	case FlagText1:
		return "payload.FlagText1"
	case FlagFalse:
		return "payload.FlagFalse"
	case FlagTrue:
		return "payload.FlagTrue"
	case FlagTextFalse:
		return "payload.FlagTextFalse"
	case FlagTextTrue:
		return "payload.FlagTextTrue"
	}
	return fmt.Sprintf("payload.Flag(%d)", uint8(f))
}

// json returns the JSON of the flag, "" for an absent one.
func (f Flag) json() string { return state.FlagText(uint8(f)) }

// MarshalJSON returns the flag in its form, null for an absent one.
func (f Flag) MarshalJSON() ([]byte, error) {
	if !f.valid() {
		return []byte("null"), nil
	}
	return []byte(f.json()), nil
}

// UnmarshalJSON decodes any form; null is absent. It fails for other values.
func (f *Flag) UnmarshalJSON(text []byte) error {
	*f = 0
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

// flagOf implements Value.Flag.
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
		return 0, false
	}
	for f := Flag0; f <= FlagTextTrue; f++ {
		if f.json() == `"`+text+`"` {
			return f, true
		}
	}
	return 0, false
}
