package wire_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestMismatches checks the offset, path and order of mismatches.
func TestMismatches(t *testing.T) {
	tests := []struct {
		text string
		want []payload.Mismatch
	}{
		{`{}`, nil},
		{`{"id":null}`, nil},
		{`{"new":{"id":5}}`, nil},
		{`{"id":5}`, []payload.Mismatch{
			{Path: "/id", Offset: 6, Want: payload.KindString, Got: payload.KindNumber},
		}},
		{` { "count" : "x" , "id" : [] , "first" : 5 } `, []payload.Mismatch{
			{Path: "/count", Offset: 13, Want: payload.KindInteger, Got: payload.KindString},
			{Path: "/id", Offset: 26, Want: payload.KindString, Got: payload.KindArray},
			{Path: "/first", Offset: 41, Want: payload.KindObject, Got: payload.KindNumber},
		}},
		{`{"lines":[{},"]",{"x":[{"sku":1}],"sku":true},{"qty":1.5}]}`, []payload.Mismatch{
			{Path: "/lines/1", Offset: 13, Want: payload.KindObject, Got: payload.KindString},
			{Path: "/lines/2/sku", Offset: 40, Want: payload.KindString, Got: payload.KindBoolean},
			{Path: "/lines/3/qty", Offset: 53, Want: payload.KindInteger, Got: payload.KindNumber},
		}},
		{`{"names":{"a/b":1,"~\u00e9":2,"":3,"\"":4}}`, []payload.Mismatch{
			{Path: "/names/a~1b", Offset: 16, Want: payload.KindString, Got: payload.KindNumber},
			{Path: "/names/~0é", Offset: 28, Want: payload.KindString, Got: payload.KindNumber},
			{Path: "/names/", Offset: 33, Want: payload.KindString, Got: payload.KindNumber},
			{Path: `/names/"`, Offset: 40, Want: payload.KindString, Got: payload.KindNumber},
		}},
		{`{"id":1,"id":2}`, []payload.Mismatch{
			{Path: "/id", Offset: 6, Want: payload.KindString, Got: payload.KindNumber},
			{Path: "/id", Offset: 13, Want: payload.KindString, Got: payload.KindNumber},
		}},
		// What is wrong inside a text of JSON stands at the string's offset.
		{`{"info":"{\"sku\":1,\"qty\":\"x\"}","count":true}`, []payload.Mismatch{
			{Path: "/info/sku", Offset: 8, Want: payload.KindString, Got: payload.KindNumber},
			{Path: "/info/qty", Offset: 8, Want: payload.KindInteger, Got: payload.KindString},
			{Path: "/count", Offset: 44, Want: payload.KindInteger, Got: payload.KindBoolean},
		}},
		{`{"info":"{\"sku\":1,"}`, []payload.Mismatch{
			{Path: "/info", Offset: 8, Want: payload.KindObject, Got: payload.KindString},
		}},
		{`{"info":"null"}`, []payload.Mismatch{
			{Path: "/info", Offset: 8, Want: payload.KindObject, Got: payload.KindString},
		}},
		{`{"info":" "}`, []payload.Mismatch{
			{Path: "/info", Offset: 8, Want: payload.KindObject, Got: payload.KindString},
		}},
		{`{"info":"{}{}"}`, []payload.Mismatch{
			{Path: "/info", Offset: 8, Want: payload.KindObject, Got: payload.KindString},
		}},
		{`{"info":5}`, []payload.Mismatch{
			{Path: "/info", Offset: 8, Want: payload.KindString, Got: payload.KindNumber},
		}},
		{`{"info":" {} "}`, nil},
	}
	for _, test := range tests {
		var v Item
		got, err := decodeItem([]byte(test.text), &v)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		same := len(got) == len(test.want)
		for i := 0; same && i < len(got); i++ {
			same = got[i] == test.want[i]
		}
		if !same {
			t.Errorf("%s: mismatches\n%+v, want\n%+v", test.text, got, test.want)
		}
	}
}

// TestMismatchDepth checks that a text of JSON inside a string has no more
// levels than the body around it may have.
func TestMismatchDepth(t *testing.T) {
	inner := strings.Repeat("[", 510) + strings.Repeat("]", 510)
	for _, test := range []struct {
		text string
		want int
	}{
		{`{"info":"{\"x\":` + inner + `}"}`, 0},
		{`{"info":"{\"x\":[` + inner + `]}"}`, 1},
	} {
		var v Item
		got, err := decodeItem([]byte(test.text), &v)
		if err != nil || len(got) != test.want {
			t.Errorf("%d mismatches (%v), want %d", len(got), err, test.want)
		}
	}
}

func TestMismatchCaps(t *testing.T) {
	long := strings.Repeat("k", 100_000)
	tests := []struct {
		name string
		text string
		want int
	}{
		{"as many as listed", `{"tags":[` + strings.Repeat("1,", 999) + `1]}`, 1000},
		{"one more", `{"tags":[` + strings.Repeat("1,", 1000) + `1]}`, 1000},
		{"many more", `{"lines":[` + strings.Repeat("1,", 100_000) + `{}]}`, 1000},
		{"in texts of JSON", `{"info":"{` + strings.Repeat(`\"sku\":1,`, 600) + `\"sku\":\"\"}","id":1,"info":"{` +
			strings.Repeat(`\"sku\":1,`, 600) + `\"sku\":\"\"}"}`, 1000},
		{"one long path", `{"names":{"` + long + long + long + `":1,"a":1}}`, 1},
		{"long paths", `{"names":{` + strings.Repeat(`"`+long+`":1,`, 100) + `"a":1}}`, 2},
		{"short paths first", `{"names":{"a":1,"` + long + `":1,"` + long + `":1,"` + long + `":1,"b":1}}`, 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, got := checkRoundTrip(t, test.text)
			if len(got) != test.want {
				t.Errorf("%d mismatches, want %d", len(got), test.want)
			}
			r := reader(test.text)
			if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); len(r.Mismatches()) != test.want {
				t.Errorf("%d mismatches at second sight", len(r.Mismatches()))
			}
		})
	}
}

func TestMismatchString(t *testing.T) {
	tests := []struct {
		m    payload.Mismatch
		want string
	}{
		{payload.Mismatch{Path: "/a/0", Offset: 5, Want: payload.KindInteger, Got: payload.KindString}, "/a/0: want integer, got string (offset 5)"},
		{payload.Mismatch{Want: payload.KindObject, Got: payload.KindNull}, "the body: want object, got null (offset 0)"},
		{payload.Mismatch{Path: "/a b\n\"", Want: payload.KindArray, Got: payload.KindBoolean}, `"/a b\n\"": want array, got boolean (offset 0)`},
		{
			payload.Mismatch{Path: "/" + strings.Repeat("é", 100), Want: payload.KindNumber, Got: payload.KindAbsent},
			`"/` + strings.Repeat(`\u00e9`, 59) + `\xc3"…: missing, want number (offset 0)`,
		},
		{payload.Mismatch{Path: "/a b"}, `"/a b": want a value, got absent (offset 0)`},
		{payload.Mismatch{Want: 99}, "the body: missing, want unknown (offset 0)"},
	}
	for _, test := range tests {
		if got := test.m.String(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestMismatchError(t *testing.T) {
	one := payload.Mismatch{Path: "/a", Want: payload.KindString, Got: payload.KindNumber}
	const text = "/a: want string, got number (offset 0)"
	tests := []struct {
		n    int
		want string
	}{
		{1, "a value does not fit its type; " + text},
		{2, "2 values do not fit their types; " + text + "; " + text},
		{4, "4 values do not fit their types" + strings.Repeat("; "+text, 4)},
		{5, "5 values do not fit their types" + strings.Repeat("; "+text, 3) + "; and 2 more"},
	}
	for _, test := range tests {
		var list []payload.Mismatch
		for range test.n {
			list = append(list, one)
		}
		if got := (&payload.MismatchError{Mismatches: list}).Error(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	var n payload.Number
	var mismatch *payload.MismatchError
	if err := n.UnmarshalJSON([]byte(`[1]`)); !errors.As(err, &mismatch) {
		t.Errorf("a Number from an array: %v", err)
	}
}
