package jsontext

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/specs/jsonpointer"
)

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
		found := s.Find(jsonpointer.Tokens(pointer)...)
		if found != (want != "") || found && s.Raw() != want {
			t.Errorf("%s: found %t, want %q", pointer, found, want)
		}
	}
}

// TestFindTakesTheLast: a name may come again, and be spelled in another way.
func TestFindTakesTheLast(t *testing.T) {
	for _, test := range []struct{ text, pointer, want string }{
		{`{"a":1,"b":"a","a":2}`, "/a", "2"},
		{`{"a":1,"\u0061":2}`, "/a", "2"},
		{`{"a":1,"b":{"a":2}}`, "/a", "1"},
		{`{"a":1,"b":"\u0061"}`, "/a", "1"},
		{`{"a/b":1,"a\/b":2}`, "/a~1b", "2"},
		{`{"a\"":1,"a\u0022":2}`, `/a"`, "2"},
		{`{"a\n":1,"a\n":2}`, "/a\n", "2"},
		{"{\"\uFFFD\":1,\"\xff\":2}", "/\uFFFD", "2"},
		{`{"b":{"a":0},"x":{"a":1,"b":{"a":3}},"a":0}`, "/x/b/a", "3"},
		{`{"x":[{"a":1,"a":2},3]}`, "/x/0/a", "2"},
		{`{"a":1,"b":`, "/a", "1"},
		{`{"b":{"a":1}}`, "/a", ""},
		{`{"b":{"a":1}} `, "/b/a", "1"},
		{`{"b":[{"a":1}]}`, "/a", ""},
		{`{"b":"x\"a\":1","a":2}`, "/a", "2"},
		{`{"a":2,"b":"x\"a"}`, "/a", "2"},
		{`{"a":2,"x\"a":1}`, "/a", "2"},
		{`{ "b" : 1, "a" : 2 , "c" : {} } `, "/a", "2"},
		{`{"b":1,"a":2,"\u0061":3}`, "/a", "3"},
		{`{"a":{"b":"` + strings.Repeat("x", 1000) + `"},"c":0}`, "/c", "0"},
		{`{"a":1,"b":"` + strings.Repeat("x", 1000) + `"}`, "/a", "1"},
		{`{"a":1,"a":"` + strings.Repeat("x", 1000) + `"}`, "/a", `"` + strings.Repeat("x", 1000) + `"`},
		{`{"a":{"c":1},"a":{"b":2}}`, "/a/c", ""},
	} {
		s := NewScanner(test.text)
		found := s.Find(jsonpointer.Tokens(test.pointer)...)
		if found != (test.want != "") || found && s.Raw() != test.want {
			t.Errorf("%s in %s: found %t, want %q", test.pointer, test.text, found, test.want)
		}
		if s.Depth != 0 && s.Err == nil && test.want != "" {
			t.Errorf("%s in %s: %d open", test.pointer, test.text, s.Depth)
		}
	}
}

// TestFindAsReading compares Find with reading every member, in random objects.
func TestFindAsReading(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	var object func(depth int) string
	object = func(depth int) string {
		var members []string
		for range r.IntN(5) {
			value := pick("1", `"a"`, `"x\"a\":1"`, `"\u0061"`, `{}`, `[{"a":1}]`)
			if depth < 3 && r.IntN(2) == 0 {
				value = object(depth + 1)
			}
			members = append(members, pick(`"a"`, `"a"`, `"b"`, `"\u0061"`, `"\"a"`, `"c"`)+pick(":", " : ")+value)
		}
		return "{" + strings.Join(members, pick(",", ", ")) + pick("}", " }")
	}
	for range 20_000 {
		text, want := object(0)+pick("", " "), ""
		s := NewScanner(text)
		var o Object
		for s.Object(&o); s.Next(&o); {
			if raw := s.Raw(); o.Name == "a" {
				want = raw
			}
		}
		if raw, ok := Member([]byte(text), "a"); ok && raw != want {
			t.Fatalf("%s: Member returns %q, want %q", text, raw, want)
		}
		s = NewScanner(text)
		if found := s.Find("a"); found != (want != "") || found && s.Raw() != want {
			t.Fatalf("%s: found %t, want %q", text, found, want)
		}
	}
}

// TestSpells compares spells with strings.Contains, at every place of a word.
func TestSpells(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		var b strings.Builder
		for n := r.IntN(40); b.Len() < n; {
			b.WriteByte(`"ab\u`[min(r.IntN(20), 4)%(2+r.IntN(4))])
		}
		name := `"` + []string{"", "a", "b", "ab", "aba", "abababab"}[r.IntN(6)] + `"`
		text := b.String()
		if got, want := spells(text, name), strings.Contains(text, name) || strings.Contains(text, `\u`); got != want {
			t.Fatalf("%s in %s: %t", name, text, got)
		}
	}
}

// TestMember checks what is read of a text: its beginning and its end.
func TestMember(t *testing.T) {
	long := strings.Repeat("x", 2*maxTail)
	for text, want := range map[string]string{
		`{"a":1,"b":"` + long + `"}`:                    "1",
		`{"a":1,"b":"` + long + `","c":"a"}`:            "",
		`{"a":1,"b":"` + long + `","c":"\u0061"}`:       "",
		`{"a":1,"b":"` + long + `","a":2}`:              "2",
		`{"b":"` + long + `","a": "x" , "c":{"a":3} } `: "",
		`{"b":"` + long + `","a": "x" , "c":{"d":3} } `: `"x"`,
		`{"b":"` + long + `","a":"` + long + `"}`:       "",
		`{"b":"` + long + `","c":{"a":1}}`:              "",
		`{"b":"` + long + `","c":"\"a\":1"}`:            "",
		`{"b":"` + long + `","a":1,"c":"` + long + `"}`: "",
		`{"a":"` + long + `"}`:                          "",
		`{"a":[1,{}],"c":"` + long:                      "[1,{}]",
		`{"a":12`:                                       "",
		`{"a":1]`:                                       "1",
		`["a"]`:                                         "",
		`"a"`:                                           "",
		``:                                              "",
	} {
		raw, ok := Member([]byte(text), "a")
		if ok != (want != "") || ok && raw != want {
			t.Errorf("%.20s…: %.20s, %t, want %s", text, raw, ok, want)
		}
	}
	if _, ok := Member([]byte(`{"\n":1}`), "\n"); ok {
		t.Error("a name that can be spelled in two ways is found")
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
