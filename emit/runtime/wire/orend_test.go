package wire

import (
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/state"
)

// TestOrEnd: a value that another name follows than the expected one is held, although there was
// no memory for one before it; what there was no memory for is not.
func TestOrEnd(t *testing.T) {
	for _, test := range []struct {
		end     int
		inexact bool
		dropped int
		want    bool
	}{
		{9, false, 7, true},
		{^9, false, 7, true},
		{^9, true, 7, false},
		{^9, true, 6, true},
	} {
		var r Reader
		var other state.Other
		r.inexact, r.dropped, r.from = test.inexact, test.dropped, 7
		if r.OrEnd(test.end, &other); other.Is != test.want {
			t.Errorf("%+v: %t", test, other.Is)
		}
	}
}
