package specs

import (
	"strings"
	"testing"
)

// TestPath checks that a path can start with the type of any event, which is the name
// of the event and Event.
func TestPath(t *testing.T) {
	long := strings.Repeat("X", maxIdentifier)
	for _, c := range []struct {
		path string
		ok   bool
	}{
		{"OrderEvent/id", true},
		{long + "/id", true},
		{long + "Event/id", true},
		{long + "X/id", false},
		{long + "EventX/id", false},
		{long + "XEvent/id", false},
		{"orderEvent/id", false},
	} {
		if err := decisionPath(c.path); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.path, err)
		}
	}
}
