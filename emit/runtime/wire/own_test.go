package wire_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestOwnReader: a Reader of an owned body reads what one of a copy does, and
// copies nothing where there is room for the padding.
func TestOwnReader(t *testing.T) {
	const text = ` {"id":"x","names":{"a":"b"}} `
	for _, room := range []int{0, 1, 15, 16, 1000} {
		body := append(make([]byte, 0, len(text)+room), text...)
		r := ownCursor(body, wire.Limits{})
		var v Item
		if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); r.Done() != nil {
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
	r := ownCursor(body, wire.Limits{MaxBytes: 9})
	if r.Skip(); r.Done() == nil {
		t.Error("a body beyond the limit is read")
	}
}

// TestMaxItems: the elements of lists and maps are counted all in all, also those
// inside JSON in strings; what is kept raw is not.
func TestMaxItems(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		ok   bool
	}{
		{`["a","b","c"]`, 3, true},
		{`["a","b","c"]`, 2, false},
		{`[]`, 1, true},
	} {
		r := newCursor([]byte(c.text), wire.Limits{MaxItems: c.most})
		n := 0
		a := r.Reader.Array(r.Offset())
		for ; a.Next(&r.Reader, n); n++ {
			var s string
			a.Read(r.Reader.String(a.At, &s, ""))
		}
		r.EndAt(a.End(&r.Reader, ""))
		var limit *payload.LimitError
		err := r.Done()
		if errors.As(err, &limit) == c.ok || c.ok && err != nil {
			t.Errorf("%s with %d items allowed: %v", c.text, c.most, err)
		}
		if limit != nil && (limit.Limit != "items" || limit.Max != c.most || limit.Path != "/2") {
			t.Errorf("%s with %d items allowed: %+v", c.text, c.most, limit)
		}
	}
	r := newCursor([]byte(`[1,[2,3,4]]`), wire.Limits{MaxItems: 1})
	var v payload.Value
	i := r.Reader.Value(r.Offset(), &v, "")
	if r.EndAt(i); r.Done() != nil {
		t.Errorf("a raw value has too many items: %v", r.Done())
	}
}
