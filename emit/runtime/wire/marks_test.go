package wire_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestMarksOfAnotherType gives a struct the Extra of one of another type: marks
// go by the names of members.
func TestMarksOfAnotherType(t *testing.T) {
	item, _ := checkRoundTrip(t, `{"new":1,"id":7,"count":null}`)
	line := Line{SKU: "a", Extra: item.Extra}
	if got, want := string(line.AppendJSON(nil)), `{"sku":"a","qty":0,"new":1}`; got != want {
		t.Errorf("encoded %s, want %s", got, want)
	}

	// Here the member that was the second one is the first one.
	type amount struct {
		Qty   int64
		Extra payload.Members
	}
	var zero amount
	shape := wire.Shape{Zero: &zero, Fields: []any{&zero.Qty}, Names: []string{"qty"}, Index: func(name string) int {
		if name == "qty" {
			return 0
		}
		return -1
	}}
	for text, want := range map[string]string{`{"sku":"a"}`: `{}`, `{"sku":"a","qty":null}`: `{"qty":null}`} {
		var v Line
		r := reader(text)
		r.EndAt(v.decode(&r.Reader, 0, ""))
		other := amount{Extra: v.Extra}
		var marked [1]uint64
		wire.Mark(marked[:], &other, &other.Extra, &shape, nil)
		if marked != [1]uint64{1} {
			t.Errorf("%s: marked %b, want the only member", text, marked)
		}
		b := wire.AppendExtra(nil, &other.Extra, &shape, marked[:])
		if got := string(wire.CloseObject(b, 0)); got != want {
			t.Errorf("%s: encoded %s, want %s", text, got, want)
		}
	}
}

// TestMarksTwice checks that the first of several marks of a member counts.
func TestMarksTwice(t *testing.T) {
	for _, test := range []struct{ first, second, want string }{
		{`{"qty":1}`, `{"sku":"a","qty":1}`, `{"qty":1}`},
		{`{"sku":7,"qty":1}`, `{"qty":1}`, `{"sku":"","qty":1}`},
	} {
		var first, v Line
		r := reader(test.first)
		r.EndAt(first.decode(&r.Reader, 0, ""))
		r = reader(test.second)
		r.EndAt(v.decode(&r.Reader, 0, ""))
		v.SKU, v.Extra = "", append(first.Extra, v.Extra...)
		if got := string(v.AppendJSON(nil)); got != test.want {
			t.Errorf("%s and then %s: encoded %s, want %s", test.first, test.second, got, test.want)
		}
	}
}

// TestSetOfTypedMember: a member that has a field and that Set gives a value is
// encoded once, with that value, until Delete.
func TestSetOfTypedMember(t *testing.T) {
	set := func(name, raw string) func(*Line) {
		return func(v *Line) { v.Extra.Set(name, rawValue(raw)) }
	}
	remove := func(name string) func(*Line) { return func(v *Line) { v.Extra.Delete(name) } }
	change := func(v *Line) { v.SKU = "changed" }
	for _, test := range []struct {
		text  string
		edits []func(*Line)
		want  string
	}{
		{`{"sku":"a","qty":1}`, []func(*Line){set("sku", "null")}, `{"qty":1,"sku":null}`},
		{`{"sku":"a","qty":1}`, []func(*Line){set("sku", "null"), change}, `{"qty":1,"sku":null}`},
		{`{"sku":"a","qty":1}`, []func(*Line){change, set("sku", "null")}, `{"qty":1,"sku":null}`},
		{`{"sku":"a","qty":1}`, []func(*Line){set("sku", "1"), set("sku", "2")}, `{"qty":1,"sku":2}`},
		{`{"sku":"a","qty":1}`, []func(*Line){set("sku", "1"), remove("sku")}, `{"sku":"a","qty":1}`},
		{`{"sku":"a","qty":1}`, []func(*Line){set("sku", "")}, `{"qty":1}`},
		{`{"sku":"a","qty":1}`, []func(*Line){set("new", ""), set("qty", "2")}, `{"sku":"a","qty":2}`},
		{`{"sku":null,"qty":1}`, []func(*Line){set("sku", "7")}, `{"qty":1,"sku":7}`},
		{`{"sku":8,"qty":1}`, []func(*Line){set("sku", "7"), change}, `{"qty":1,"sku":7}`},
		{`{"sku":8,"qty":1}`, []func(*Line){set("sku", "7"), remove("sku")}, `{"sku":"8","qty":1}`},
		{`{"qty":1}`, []func(*Line){set("sku", "7")}, `{"qty":1,"sku":7}`},
		{`{"qty":1}`, []func(*Line){set("sku", "7"), remove("sku")}, `{"sku":"","qty":1}`},
		{`{"sku":"a","qty":1,"new":1,"x":2,"new":3}`, []func(*Line){set("new", "4")}, `{"sku":"a","qty":1,"x":2,"new":4}`},
	} {
		var v Line
		r := reader(test.text)
		r.EndAt(v.decode(&r.Reader, 0, ""))
		for _, edit := range test.edits {
			edit(&v)
		}
		if got := string(v.AppendJSON(nil)); got != test.want {
			t.Errorf("%s after %d edits: encoded %s, want %s", test.text, len(test.edits), got, test.want)
		}
	}
}

// TestRootBesideOthers: an event that is a list has no members, and setting one
// does not lose the body that is kept raw.
func TestRootBesideOthers(t *testing.T) {
	r := reader(`[1]`)
	var x payload.Members
	r.Skip()
	r.KeepRoot(0, ^r.Offset(), &x)
	x.Set("new", rawValue("1"))
	if v, ok := root(x); !ok || v.Raw() != "[1]" {
		t.Errorf("the root is %s %t", v.Raw(), ok)
	}
}
