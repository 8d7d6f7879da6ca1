package payload_test

import (
	"bytes"
	"encoding/json"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// FuzzEqual compares what Equal of Values says with what encoding/json and math/big say.
func FuzzEqual(f *testing.F) {
	texts := []string{`null`, `1`, `1.0`, `10e-1`, `-0`, `"1"`, `"\u0031"`, `[1,2]`, `[1.0,2]`, `{"a":1,"b":[{}]}`, `{"b":[{}],"a":0,"a":1e0}`, `{"a":1}`}
	for _, a := range texts {
		for _, b := range texts {
			f.Add(a, b)
		}
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		v, err := payload.ParseValue(a)
		if err != nil {
			t.Skip()
		}
		w, err := payload.ParseValue(b)
		if err != nil {
			t.Skip()
		}
		if !v.Equal(v) || v.Equal(w) != w.Equal(v) {
			t.Errorf("%s and %s: not symmetric", a, b)
		}
		x, ok := standard(a)
		y, ok2 := standard(b)
		if ok && ok2 && reflect.DeepEqual(x, y) != v.Equal(w) {
			t.Errorf("%s and %s: equal is %t", a, b, v.Equal(w))
		}
		if ok && !textual(t, v) {
			t.Errorf("%s: its text is another value", a)
		}
	})
}

// textual reports whether UnmarshalText brings back what MarshalText wrote of a value in
// Members.
func textual(t *testing.T, v payload.Value) bool {
	var x, y payload.Members
	x.Set(v.Raw(), v)
	text, err := x.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	return y.UnmarshalText(text) == nil && reflect.DeepEqual(x, y)
}

// standard returns what encoding/json makes of a text, with numbers as fractions. ok is false
// for texts that it changes, and for numbers that are too large to compare.
func standard(text string) (v any, ok bool) {
	if strings.Contains(text, `\ud`) || strings.Contains(text, `\uD`) || strings.Contains(text, "�") || strings.ToValidUTF8(text, "") != text {
		return nil, false
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return nil, false
	}
	return fractions(v)
}

func fractions(v any) (any, bool) {
	switch v := v.(type) {
	case json.Number:
		if _, exponent, found := strings.Cut(strings.ToLower(v.String()), "e"); found && len(exponent) > 4 {
			return nil, false
		}
		r, ok := new(big.Rat).SetString(v.String())
		if !ok {
			return nil, false
		}
		return struct{ rat string }{r.RatString()}, true
	case []any:
		for i := range v {
			item, ok := fractions(v[i])
			if !ok {
				return nil, false
			}
			v[i] = item
		}
	case map[string]any:
		for name := range v {
			member, ok := fractions(v[name])
			if !ok {
				return nil, false
			}
			v[name] = member
		}
	}
	return v, true
}
