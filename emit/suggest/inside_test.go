package suggest

import "testing"

// TestInside checks which candidate is to blame for a Go name that collides with that of an
// object below the type that the candidate declares.
func TestInside(t *testing.T) {
	declared := map[string]int{"Order": 2, "ThreadOrder": 5}
	for _, test := range []struct {
		paths []string
		want  int
	}{
		{nil, -1},
		{[]string{"OrderEvent/order/message"}, -1},
		{[]string{"ThreadOrder/message"}, 5},
		{[]string{"ThreadOrder/message", "Order/message"}, 5},
		{[]string{"Order/lines/*", "Thread/order"}, 2},
	} {
		if got := inside(test.paths, declared); got != test.want {
			t.Errorf("%q: got %d, want %d", test.paths, got, test.want)
		}
	}
}
