package payload_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
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
	shape := payload.Shape{Names: []string{"qty"}, Index: func(name string) int {
		if name == "qty" {
			return 0
		}
		return -1
	}}
	for text, want := range map[string]string{`{"sku":"a"}`: `{}`, `{"sku":"a","qty":null}`: `{"qty":null}`} {
		var v Line
		r := reader(text)
		r.EndAt(v.decode(&r, 0, ""))
		other := amount{Extra: v.Extra}
		var marked [1]uint64
		payload.Mark(marked[:], &other.Extra, &shape, &other, nil)
		if marked != [1]uint64{1} {
			t.Errorf("%s: marked %b, want the only member", text, marked)
		}
		b := payload.AppendExtra(nil, &other.Extra, &shape, marked[:])
		if got := string(payload.CloseObject(b, 0)); got != want {
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
		r.EndAt(first.decode(&r, 0, ""))
		r = reader(test.second)
		r.EndAt(v.decode(&r, 0, ""))
		v.SKU, v.Extra = "", append(first.Extra, v.Extra...)
		if got := string(v.AppendJSON(nil)); got != test.want {
			t.Errorf("%s and then %s: encoded %s, want %s", test.first, test.second, got, test.want)
		}
	}
}
