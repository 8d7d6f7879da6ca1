package payload_test

import (
	"bytes"
	"testing"

	"github.com/specimen-go/specimen/emit/payload"
)

// TestOwnReader: a Reader of an owned body reads what one of a copy does, and
// copies nothing where there is room for the padding.
func TestOwnReader(t *testing.T) {
	const text = ` {"id":"x","names":{"a":"b"}} `
	for _, room := range []int{0, 1, 15, 16, 1000} {
		body := append(make([]byte, 0, len(text)+room), text...)
		r := payload.OwnReader(body, payload.Limits{})
		var v Item
		if v.decode(&r); r.Done() != nil {
			t.Fatalf("with room for %d bytes: %v", room, r.Done())
		}
		if got := string(v.AppendJSON(nil)); got != `{"id":"x","names":{"a":"b"}}` {
			t.Errorf("with room for %d bytes: %s", room, got)
		}
		if !bytes.Equal(body, []byte(text)) {
			t.Errorf("with room for %d bytes: the body was changed to %q", room, body)
		}
	}
	body := append(make([]byte, 0, 1000), `{"id":"x"}`...)
	r := payload.OwnReader(body, payload.Limits{MaxBytes: 9})
	if r.Skip(); r.Done() == nil {
		t.Error("a body beyond the limit is read")
	}
}
