package wire_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestMapUnique checks, around the size where another way is taken, that the
// last entry of each key is kept, in its place.
func TestMapUnique(t *testing.T) {
	for size := range 40 {
		for distinct := 1; distinct <= size; distinct++ {
			var m payload.Map[int]
			for i := range size {
				m = append(m, payload.Entry[int]{Key: fmt.Sprint(i * i % distinct), Value: i})
			}
			var want []string
			for i, e := range m {
				last := true
				for _, later := range m[i+1:] {
					last = last && later.Key != e.Key
				}
				if last {
					want = append(want, fmt.Sprint(e))
				}
			}
			m = wire.Unique(m)
			var got []string
			for _, e := range m {
				got = append(got, fmt.Sprint(e))
			}
			if got, want := strings.Join(got, " "), strings.Join(want, " "); got != want {
				t.Errorf("%d entries: %s, want %s", size, got, want)
			}
		}
	}
}
