package rewrite

import (
	"errors"
	"testing"
	"time"
)

// TestRetry checks that a step is tried again while a file is held, and not otherwise, and
// that there is an end of it.
func TestRetry(t *testing.T) {
	held, other := errors.New("held"), errors.New("other")
	isHeld := func(err error) bool { return errors.Is(err, held) }
	for _, tt := range []struct {
		name  string
		gives []error // what the step gives, the last one for ever
		want  error
		tries int // or 0 for more than three
	}{
		{"at once", []error{nil}, nil, 1},
		{"held for a moment", []error{held, held, nil}, nil, 3},
		{"another error", []error{other, nil}, other, 1},
		{"held, and then another error", []error{held, other}, other, 2},
		{"held for ever", []error{held}, held, 0},
	} {
		tries := 0
		err := retry(func() error {
			tries++
			return tt.gives[min(tries, len(tt.gives))-1]
		}, isHeld, 100*time.Millisecond)
		if !errors.Is(err, tt.want) || tries != tt.tries && (tt.tries > 0 || tries < 4) {
			t.Errorf("%s: %v after %d tries", tt.name, err, tries)
		}
	}
}
