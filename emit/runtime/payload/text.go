package payload

import "fmt"

// The texts of this file are what packages for YAML, MessagePack and the like store. They
// are JSON with its quotes, and no text for what is absent: UnmarshalText brings back the
// very value that MarshalText wrote.

// MarshalText returns the JSON of the number, and no text for an absent one.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.raw()), nil }

// UnmarshalText reads what MarshalText returns. It fails for a text that is not JSON of a
// number, a string or null.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = Number{}
		return nil
	}
	return n.UnmarshalJSON(text)
}

// MarshalText returns the JSON of the flag, and no text for an absent one.
func (f Flag) MarshalText() ([]byte, error) { return []byte(f.json()), nil }

// UnmarshalText reads what MarshalText returns. It fails for a text that is not JSON of a
// flag or null.
func (f *Flag) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*f = 0
		return nil
	}
	return f.UnmarshalJSON(text)
}

// MarshalText returns the JSON of the value, and no text for an absent one.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.Raw()), nil }

// UnmarshalText reads what MarshalText returns.
func (v *Value) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Value{}
		return nil
	}
	return v.UnmarshalJSON(text)
}

// MarshalText returns the name of the kind.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the name of a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	for kind := KindAbsent; kind <= KindInteger; kind++ {
		if kind.String() == string(text) {
			*k = kind
			return nil
		}
	}
	return fmt.Errorf("payload: unknown kind %q", text)
}
