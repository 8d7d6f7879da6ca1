package wire_test

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestReadOrNull checks which lists of numbers are exact, in which null is an absent number,
// and that a null does not change what the list returns for its other elements.
func TestReadOrNull(t *testing.T) {
	numbers := func(r *wire.Reader, i int, p *[]payload.Number, next string) int {
		a, list := r.Array(i), []payload.Number{}
		for a.Next(r, len(list)) {
			list = append(list, payload.Number{})
			a.ReadOrNull(r, r.Number(a.At, &list[len(list)-1], ""))
		}
		if *p = list; !a.Holds(r) {
			*p = nil
		}
		return a.End(r, next)
	}
	for _, test := range []struct {
		text       string
		elements   int
		exact      bool
		mismatches int
	}{
		{`[1,null,"2"]`, 3, true, 0},
		{`[null]`, 1, true, 0},
		{`[ null , null ]`, 2, true, 0},
		{`null`, 0, true, 0},
		{`[null,true]`, 2, false, 1},
		{`[true,null]`, 2, false, 1},
		{`[{},null,1]`, 3, false, 1},
	} {
		r := reader(test.text)
		var list []payload.Number
		exact := readAt(&r, &list, numbers)
		if err := r.Done(); err != nil {
			t.Errorf("%s: %v", test.text, err)
		}
		if len(list) != test.elements || exact != test.exact || len(r.Mismatches()) != test.mismatches {
			t.Errorf("%s: %d elements, exact %t, mismatches %v; want %d, %t, %d",
				test.text, len(list), exact, r.Mismatches(), test.elements, test.exact, test.mismatches)
		}
	}
}
