package wire_test

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestBatch checks what the events of a body are: a body without them is one event.
func TestBatch(t *testing.T) {
	for _, c := range []struct {
		body  string
		limit int
		want  string
	}{
		{`{"events":[{"a":1}, 2]}`, 0, `{"a":1}|2|`},
		{`{"events":[]}`, 0, ``},
		{`{"event":{}}`, 0, `{"event":{}}|`},
		{`{"events":[1]`, 0, `{"events":[1]|`},
		{``, 0, `|`},
		{`{"events":[1,2]}`, 10, `{"events":[1,2]}|`},
	} {
		var got strings.Builder
		wire.Batch([]byte(c.body), wire.Limits{MaxBytes: c.limit}, func(event []byte) bool {
			got.WriteString(string(event) + "|")
			return true
		}, "events", "*")
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.body, &got, c.want)
		}
	}
}
