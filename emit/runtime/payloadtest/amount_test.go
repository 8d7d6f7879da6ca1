package payloadtest

import "testing"

// TestAmount: few examples are tried as a whole, and all examples of a large platform
// together take no more than some more do.
func TestAmount(t *testing.T) {
	for _, c := range []struct {
		examples int
		first    bool
		want     amount
	}{
		{1, true, amount{long: true, bytes: mostBytes}},
		{fewExamples, false, amount{bytes: mostBytes}},
		{2 * fewExamples, true, amount{long: true, bytes: mostBytes / 4}},
		{100 * fewExamples, false, amount{bytes: leastBytes}},
	} {
		if got := amountFor(c.examples, c.first); got != c.want {
			t.Errorf("%d examples: got %+v, want %+v", c.examples, got, c.want)
		}
	}
	t.Setenv(everyLong, "1")
	if got, want := amountFor(1000, false), (amount{long: true, bytes: mostBytes}); got != want {
		t.Errorf("with %s: got %+v, want %+v", everyLong, got, want)
	}
}
