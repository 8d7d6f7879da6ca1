package payloadtest

import (
	"reflect"
	"testing"
)

// TestAmount: few examples are tried as a whole, and all examples of a large platform
// together take no more than some more do.
func TestAmount(t *testing.T) {
	for _, c := range []struct {
		examples int
		event    int
		short    bool
		want     amount
	}{
		{1, 0, false, amount{long: true, bytes: mostBytes, share: 1}},
		{1, 0, true, amount{short: true, long: true, bytes: mostBytes, share: 1}},
		{2, 1, true, amount{short: true, bytes: mostBytes, share: 1}},
		{fewExamples, -1, false, amount{bytes: mostBytes, share: 1}},
		{2 * fewExamples, 2, false, amount{long: true, bytes: mostBytes / 4, share: 2}},
		{2 * fewExamples, 3, false, amount{bytes: mostBytes / 4, share: 2}},
		{100 * fewExamples, -1, false, amount{bytes: leastBytes, share: 100}},
	} {
		if got := amountFor(c.examples, c.event, c.short); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%d examples: got %+v, want %+v", c.examples, got, c.want)
		}
	}
	t.Setenv(everyLong, "1")
	if got, want := amountFor(1000, -1, false), (amount{long: true, bytes: mostBytes, share: 1}); !reflect.DeepEqual(got, want) {
		t.Errorf("with %s: got %+v, want %+v", everyLong, got, want)
	}
}
