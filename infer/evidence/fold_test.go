package evidence

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// TestOneHugeDelivery checks that the bound holds within one delivery, also one without
// names, of arrays in arrays.
func TestOneHugeDelivery(t *testing.T) {
	var names strings.Builder
	for k := range 4 * MaxForeign {
		fmt.Fprintf(&names, `"k%d":{"a":[%d]},`, k%5*MaxForeign+k, k)
	}
	var lists func(depth int) string
	lists = func(depth int) string {
		if depth == 0 {
			return "1"
		}
		below := lists(depth - 1)
		return "[[" + below + `],{"a":` + below + "}]"
	}
	for what, text := range map[string]string{"names": "{" + names.String() + `"id":1}`, "lists": lists(13)} {
		c := NewAccumulator(nil)
		most := 0
		full := c.walker.full
		c.walker.full = func() {
			most = max(most, c.walker.bounded)
			full()
		}
		c.Add("A", []byte(text))
		e := c.Evidence()
		if size := e.Foreign(); size > MaxForeign || e.Folded == 0 || most == 0 || most > 8*MaxForeign {
			t.Errorf("%s: %d places at level %d, %d while it was read", what, size, e.Folded, most)
		}
		again := NewAccumulator(nil)
		again.Add("A", []byte("{}"))
		again.Add("A", []byte(text))
		small := NewAccumulator(nil)
		small.Add("A", []byte("{}"))
		if !reflect.DeepEqual(again.Evidence(), Merge(small.Evidence(), e)) {
			t.Errorf("%s: the evidence of both is not that of each", what)
		}
	}
}
