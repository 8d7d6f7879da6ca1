package jsontext

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for pointer, want := range map[string][]string{
		"":           {},
		"/":          {""},
		"/a/0/b":     {"a", "0", "b"},
		"/a~1b/~0/~": {"a/b", "~", "~"},
		"/~01":       {"~1"},
	} {
		if got := Tokens(pointer); !slices.Equal(got, want) {
			t.Errorf("Tokens(%q) = %q, want %q", pointer, got, want)
		}
	}
	for _, name := range []string{"", "a", "~", "/", "~1", "~0/~1", "a/b~c"} {
		token := EscapeToken(name)
		if strings.Contains(token, "/") || UnescapeToken(token) != name {
			t.Errorf("the token of %q is %q, whose name is %q", name, token, UnescapeToken(token))
		}
	}
}

func TestScanner(t *testing.T) {
	s := NewScanner(` {"a": [1, "x\n", {}, null], "b": {"c": "\ud800"}} `)
	var o, inner Object
	var a Array
	var got []string
	for s.Object(&o); s.Next(&o); {
		switch s.Kind() {
		case KindArray:
			for s.Array(&a); s.Item(&a); {
				if text, exact := s.String(); exact {
					got = append(got, text)
				} else {
					got = append(got, "-")
				}
			}
		case KindObject:
			for s.Object(&inner); s.Next(&inner); {
				text, exact := s.String()
				if text != "\ufffd" || exact {
					t.Errorf("half a surrogate pair is %q, exact: %t", text, exact)
				}
				got = append(got, inner.Name)
			}
		}
	}
	if want := []string{"-", "x\n", "-", "-", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := s.Done(); err != nil {
		t.Error(err)
	}
}

func TestScannerErrors(t *testing.T) {
	for text, want := range map[string]SyntaxError{
		``:               {Path: "", Offset: 0},
		`{"a":[1,]}`:     {Path: "/a/1", Offset: 8},
		`{"a/b":tru}`:    {Path: "/a~1b", Offset: 7},
		`[01]`:           {Path: "/0", Offset: 2},
		`{"a":1} 2`:      {Path: "", Offset: 8},
		`{"a":"x` + "\n": {Path: "/a", Offset: 7},
	} {
		s := NewScanner(text)
		s.Skip()
		var got *SyntaxError
		if err := s.Done(); !errors.As(err, &got) || got.Path != want.Path || got.Offset != want.Offset {
			t.Errorf("%s: %v, want an error at offset %d of %q", text, err, want.Offset, want.Path)
		}
		if s.Kind() != KindAbsent || s.Raw() != "" {
			t.Errorf("%s: the scanner goes on after an error", text)
		}
	}
	s := NewScanner(strings.Repeat("[", 600))
	s.Skip()
	var limit *LimitError
	if err := s.Done(); !errors.As(err, &limit) || limit.Offset != DefaultMaxDepth || limit.Max != DefaultMaxDepth {
		t.Errorf("an array 600 levels deep: %v", err)
	}
}

func TestFind(t *testing.T) {
	text := `{"a": {"b": 1, "b": [10, "x"]}, "c": true}`
	for pointer, want := range map[string]string{
		"/a/b/1": `"x"`, "/a/b/0": "10", "/c": "true", "": text, "/a/b/01": "", "/a/b/2": "", "/a/x": "", "/c/0": "",
	} {
		s := NewScanner(text)
		found := s.Find(Tokens(pointer)...)
		if found != (want != "") || found && s.Raw() != want {
			t.Errorf("%s: found %t, want %q", pointer, found, want)
		}
	}
}

func TestIntegerAndFloat(t *testing.T) {
	for text, want := range map[string]int64{
		"5": 5, "5.0": 5, "50e-1": 5, "-0": 0, "9223372036854775807": math.MaxInt64, "-9223372036854775808": math.MinInt64, "0e999999": 0,
	} {
		if got, ok := Integer(text); !ok || got != want {
			t.Errorf("Integer(%s) = %d, %t", text, got, ok)
		}
	}
	for _, text := range []string{"", "x", "01", "5.5", "1e19", "9223372036854775808", "1e99999999999"} {
		if got, ok := Integer(text); ok {
			t.Errorf("Integer(%s) = %d", text, got)
		}
	}
	if f, ok := Float("1.5e3"); !ok || f != 1500 {
		t.Errorf("Float(1.5e3) = %v, %t", f, ok)
	}
	if _, ok := Float("1e999"); ok {
		t.Error("1e999 is a float64")
	}
}
