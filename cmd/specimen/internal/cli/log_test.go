package cli

import "testing"

// TestSize checks sizes at the borders of their units.
func TestSize(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 kB", 1: "1 kB", 1000: "1 kB", 1001: "2 kB", 10_000_000: "10000 kB", 10_000_001: "11 MB", 1_050_000_000: "1050 MB",
	} {
		if got := Size(n); got != want {
			t.Errorf("%d bytes are %s, want %s", n, got, want)
		}
	}
}

// TestSilentLog checks that a nil Log can be used.
func TestSilentLog(t *testing.T) {
	var l *Log
	l.Note("nothing")
	l.Start().Done("nothing")
	if f := l.Reading("x", nil); f != nil {
		t.Errorf("it is %v", f)
	}
}
