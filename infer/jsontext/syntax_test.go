package jsontext_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/jsontext"
)

// TestSyntaxErrors checks the place of an error: the offset of the first byte
// that no JSON text could have there, and the value that it belongs to.
func TestSyntaxErrors(t *testing.T) {
	const short = "unexpected end of JSON"
	tests := []struct {
		text    string
		offset  int
		path    string
		problem string
	}{
		{``, 0, "", short},
		{` `, 1, "", short},
		{`x`, 0, "", "expected a value"},
		{`nul`, 3, "", short},
		{`nulx`, 0, "", "expected null, true or false"},
		{`[tRue]`, 1, "/0", "expected null, true or false"},
		{`[1,fa1se]`, 3, "/1", "expected null, true or false"},
		{`1 2`, 2, "", "unexpected text after the JSON value"},
		{`{} x`, 3, "", "unexpected text after the JSON value"},
		{`{"a":1}{"a":2}`, 7, "", "unexpected text after the JSON value"},
		{`{"a":1`, 6, "/a", short},
		{`{"a":1 `, 7, "", short},
		{`{"a":1,`, 7, "", short},
		{`{"a":1,}`, 7, "", "unexpected , before }"},
		{`{"a":1,,"b":2}`, 7, "", "expected a member name in quotes"},
		{`{a:1}`, 1, "", "expected a member name in quotes"},
		{`{"a"`, 4, "/a", short},
		{`{"a" 1}`, 5, "/a", "expected : after the member name"},
		{`{"a":`, 5, "/a", short},
		{`{"a":}`, 5, "/a", "expected a value"},
		{`{"a":1 "b":2}`, 7, "", "expected , or }"},
		{`{"a":{"b":[1,2 3]}}`, 15, "/a/b", "expected , or ]"},
		{`{"a":{"b":[1,{"c":2.}]}}`, 20, "/a/b/1/c", "invalid number"},
		{`[`, 1, "/0", short},
		{`[,`, 1, "/0", "expected a value"},
		{`[1,]`, 3, "/1", "unexpected , before ]"},
		{`[1,,2]`, 3, "/1", "expected a value"},
		{`[[],[],[0]`, 10, "", short},
		{`[1}`, 2, "/0", "expected , or ]"},
		{`[01]`, 2, "/0", "expected , or ]"},
		{`[-]`, 2, "/0", "invalid number"},
		{`[1e+]`, 4, "/0", "invalid number"},
		{`[1.`, 3, "/0", short},
		{`"abc`, 4, "", short},
		{`["a\"`, 5, "/0", short},
		{`{"a":"b`, 7, "/a", short},
		{`{"a`, 3, "", short},
		{"[\"a\nb\"]", 3, "/0", "unescaped control character in a string"},
		{"{\"a\nb\":1}", 3, "", "unescaped control character in a string"},
		{"[\"\x00\"]", 2, "/0", "unescaped control character in a string"},
		{`["\x"]`, 3, "/0", "invalid escape in a string"},
		{`["\u12g4"]`, 6, "/0", "expected four hexadecimal digits after \\u"},
		{`["\ud800\u12"]`, 12, "/0", "expected four hexadecimal digits after \\u"},
		{`["\u12`, 6, "/0", short},
		{"[\"\\\x00\"]", 3, "/0", "invalid escape in a string"},
		{"\ufeff{}", 0, "", "expected a value"},
		{`{"a/b":{"~":{"":x}}}`, 16, "/a~1b/~0/", "expected a value"},
		{`{"\u0061\n":[x]}`, 13, "/a\n/0", "expected a value"},
		{`[{"a":1},{"b":[{},"]}",x]}]`, 23, "/1/b/2", "expected a value"},
		{`[{"a":1}x]`, 8, "", "expected , or ]"},
	}
	for _, test := range tests {
		r := jsontext.NewScanner(test.text)
		r.Skip()
		err := r.Done()
		want := jsontext.SyntaxError{Path: test.path, Offset: test.offset, Problem: test.problem}
		var got *jsontext.SyntaxError
		if !errors.As(err, &got) || *got != want {
			t.Errorf("reading %q: %v, want %v", test.text, err, &want)
		}
		readTree(&r)
		if r.Done() != err {
			t.Errorf("reading %q: the error did not stay", test.text)
		}
	}
}

// TestTruncated checks that a text which ends too early fails there, whatever
// its length.
func TestTruncated(t *testing.T) {
	for end := range len(sampleText) {
		r := jsontext.NewScanner(sampleText[:end])
		r.Skip()
		var got *jsontext.SyntaxError
		if !errors.As(r.Done(), &got) || got.Offset != end || got.Problem != "unexpected end of JSON" {
			t.Errorf("%q: %v, want the end at offset %d", sampleText[:end], r.Done(), end)
		}
	}
	r := jsontext.NewScanner(sampleText)
	if r.Skip(); r.Done() != nil {
		t.Errorf("%q: %v", sampleText, r.Done())
	}
}

// sampleText has every kind of token, and ends at its last byte.
const sampleText = ` { "id" : "\u00e9\ud83d\ude00\n é" , "n":[ 0 , -12.50e+3,1E-7 ], "":{}, "x":[ ], ` +
	`"deep":[[{"a":[true , false,null]}]] , "long":"0123456789012345678901234567890123456789"}`

// TestErrorsShowNothing checks that an error shows no byte of the text, save
// for the names in its path, and those quoted and cut.
func TestErrorsShowNothing(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"secret":"sk_live_1` + "\n", `malformed JSON at offset 20, /secret: unescaped control character in a string`},
		{`sk_live_1`, `malformed JSON at offset 0, the body: expected a value`},
		{"{\"\\u001b[2J\u202e\":x}", `malformed JSON at offset 16, "/\x1b[2J\u202e": expected a value`},
		{`{"` + strings.Repeat("k", 500) + `":x}`, `malformed JSON at offset 504, /` + strings.Repeat("k", 119) + `…: expected a value`},
	}
	for _, test := range tests {
		r := jsontext.NewScanner(test.text)
		r.Skip()
		if got := fmt.Sprint(r.Done()); got != test.want {
			t.Errorf("error %q, want %q", got, test.want)
		}
	}
}

func TestRaw(t *testing.T) {
	r := jsontext.NewScanner(` { "a" : [ 1 , "x" ] , "b":  -1.50 , "c":{ } }  `)
	var got []string
	var o jsontext.Object
	for r.Object(&o); r.Next(&o); {
		from := r.Offset()
		raw := r.Raw()
		if raw != r.S[from:r.Offset()] {
			t.Errorf("raw %q at offset %d, the text has %q", raw, from, r.S[from:r.Offset()])
		}
		got = append(got, o.Name+"="+raw)
	}
	if err := r.Done(); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(got, " "), `a=[ 1 , "x" ] b=-1.50 c={ }`; got != want {
		t.Errorf("members %s, want %s", got, want)
	}
}

func TestKindAtCursor(t *testing.T) {
	tests := []struct {
		text string
		want jsontext.Kind
	}{
		{"null", jsontext.KindNull},
		{"true", jsontext.KindBoolean},
		{"false", jsontext.KindBoolean},
		{"-1", jsontext.KindNumber},
		{"0", jsontext.KindNumber},
		{`""`, jsontext.KindString},
		{"\r\n\t []", jsontext.KindArray},
		{"{}", jsontext.KindObject},
		{"", jsontext.KindAbsent},
		{"]", jsontext.KindAbsent},
		{"+1", jsontext.KindAbsent},
	}
	for _, test := range tests {
		r := jsontext.NewScanner(test.text)
		if got := r.Kind(); got != test.want {
			t.Errorf("kind of %q: %v, want %v", test.text, got, test.want)
		}
	}
}

// TestPlacesAgain checks that an Object and an Array can be used for one value
// after another.
func TestPlacesAgain(t *testing.T) {
	r := jsontext.NewScanner(`[[1],[],[2],{"a":1},{},{"b":2}]`)
	var (
		outer, a jsontext.Array
		o        jsontext.Object
		got      string
	)
	for r.Array(&outer); r.Item(&outer); {
		if r.Kind() == jsontext.KindArray {
			for r.Array(&a); r.Item(&a); {
				got += r.Raw()
			}
		} else {
			for r.Object(&o); r.Next(&o); {
				got += o.Name + r.Raw()
			}
		}
		got += ";"
	}
	if want := "1;;2;a1;;b2;"; got != want || r.Done() != nil {
		t.Errorf("read %s %v, want %s", got, r.Done(), want)
	}
}
