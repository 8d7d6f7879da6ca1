package wire_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
)

// TestNext: what is expected may have white space before it and around its
// punctuation, and a value must follow a name. What is not there is not passed.
func TestNext(t *testing.T) {
	const name = `,"a":`
	for _, c := range []struct {
		text, next string
		at, want   int
	}{
		{`1,"a":2`, name, 1, 6},
		{`1,"a": 2`, name, 1, 7},
		{"1 ,\t\"a\":\r\n2", name, 1, 10},
		{`1,"a" :2`, name, 1, ^1},
		{`1,"b":2`, name, 1, ^1},
		{`1,"ab":2`, name, 1, ^1},
		{`1 ,"b":2`, name, 1, ^1},
		{`1,"a":`, name, 1, 6},
		{`1,"a`, name, 1, ^1},
		{`1,`, name, 1, ^1},
		{`1`, name, 1, ^1},
		{`1}`, "}", 1, 2},
		{`1} `, "}", 1, 2},
		{"1\n}", "}", 1, 3},
		{`1,}`, "}", 1, ^1},
		{`1]`, "}", 1, ^1},
		{`1 ]`, "", 1, 1},
	} {
		r := reader(c.text)
		if got := r.Reader.Next(c.at, c.next); got != c.want {
			t.Errorf("%q at %d of %q: %d, want %d", c.next, c.at, c.text, got, c.want)
		}
	}
}

// TestPlace reads objects whose members come as expected, and not: the struct and
// what is kept beside it are the same.
func TestPlace(t *testing.T) {
	const line = `{"sku":"s","qty":1}`
	for _, c := range []struct{ text, extra string }{
		{line, ""},
		{`{"sku":"s","qty":1,"new":2}`, "new=2"},
		{`{"new":2,"sku":"s","qty":1}`, "new=2"},
		{`{"sku":"s","new":2,"qty":1}`, "new=2"},
		{`{"qty":1,"sku":"s"}`, ""},
		{` { "sku" : "s" , "qty" : 1 } `, ""},
		{"{\n  \"sku\": \"s\",\n  \"qty\": 1\n}", ""},
		{`{"sku": "s","qty": 1}`, ""},
		{`{"sku":"x","qty":5,"qty":1,"sku":"s"}`, ""},
		{`{"sku":[],"sku":"s","qty":1}`, ""},
		{`{"qty":1,"sku":{},"sku":"s"}`, ""},
		{`{"sku":"s","qty":[],"qty":1}`, ""},
	} {
		r := reader(c.text)
		var v Line
		if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); r.Done() != nil {
			t.Fatalf("%q: %v", c.text, r.Done())
		}
		extra := ""
		for name, value := range v.Extra.All() {
			extra += name + "=" + value.Raw()
		}
		if v.SKU != "s" || v.Qty != 1 || extra != c.extra {
			t.Errorf("%q is read as %+v", c.text, v)
		}
	}
}

// TestPlaceKept reads objects with a misfit, by their place in it.
func TestPlaceKept(t *testing.T) {
	for text, want := range map[string]payload.Members{
		`{"sku":[],"qty":1}`:            {unknown("sku", "[]")},
		`{"sku":"s","qty": "x" }`:       {unknown("qty", `"x"`)},
		`{"qty":{ },"new":3,"sku":"s"}`: {unknown("qty", "{ }"), unknown("new", "3")},
		`{"sku":"s"}`:                   {unknown("qty", "")},
		`{"qty":null}`:                  {unknown("qty", "null"), unknown("sku", "")},
		`{}`:                            {unknown("sku", ""), unknown("qty", "")},
	} {
		r := reader(text)
		var v Line
		if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); r.Done() != nil {
			t.Fatalf("%q: %v", text, r.Done())
		}
		if got, want := showMembers(v.Extra), showMembers(want); got != want {
			t.Errorf("%q keeps %s, want %s", text, got, want)
		}
	}
}
