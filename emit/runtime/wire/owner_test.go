package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// TestUnmarshalKeepsNothing: no type keeps the text that it is decoded from, or
// writes to it or behind it.
func TestUnmarshalKeepsNothing(t *testing.T) {
	for _, test := range []struct {
		text string
		v    json.Unmarshaler
	}{
		{`{"id":"x","new":[1],"count":"7","tags":["a"],"names":{"k":"v"},"info":"{\"sku\":\"s\"}","other":"o"}`, new(Item)},
		{`"12,50"`, new(payload.Number)},
		{`12.50`, new(payload.Number)},
		{`"1"`, new(payload.Flag)},
		{`[1,"text"]`, new(payload.Value)},
		{`"text"`, new(payload.Opt[string])},
		{`["text"]`, new(payload.Opt[[]payload.Value])},
		{`["text"]`, new(payload.Or[[]string])},
		{`"text"`, new(payload.Or[[]string])},
		{`"[\"text\"]"`, new(payload.JSON[[]string])},
		{`"text"`, new(payload.JSON[[]string])},
		{`{"key":{"key":1}}`, new(payload.Map[payload.Value])},
	} {
		page := append([]byte(test.text), bytes.Repeat([]byte{0xaa}, 100)...)
		if err := test.v.UnmarshalJSON(page[:len(test.text)]); err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if string(page[:len(test.text)]) != test.text || changedBehind(page, len(test.text)) >= 0 {
			t.Errorf("%T: decoding %s writes to it, or behind it", test.v, test.text)
		}
		before := fmt.Sprintf("%#v", test.v)
		copy(page, bytes.Repeat([]byte("#"), len(page)))
		if after := fmt.Sprintf("%#v", test.v); after != before {
			t.Errorf("%T keeps its text: %s became %s", test.v, before, after)
		}
		for range 2 {
			encoded, err := json.Marshal(test.v)
			if err != nil {
				t.Fatal(err)
			}
			if v, ok := test.v.(json.Marshaler); ok {
				own, err := v.MarshalJSON()
				if err != nil || !bytes.Equal(own, encoded) {
					t.Errorf("%T is written %s (%v), then %s", test.v, encoded, err, own)
				}
				copy(own, bytes.Repeat([]byte("#"), len(own)))
			}
		}
	}
}

// TestOwnReaderWritesPadding: of the capacity behind a body that is given away, 16
// bytes are written, and none where there are fewer, or where the reader copies.
func TestOwnReaderWritesPadding(t *testing.T) {
	const text, padding = `{"id":"x"}`, 16
	for room := range 40 {
		page := append([]byte(text), bytes.Repeat([]byte{0xaa}, 100)...)
		r := ownCursor(page[:len(text):len(text)+room], wire.Limits{})
		var v Item
		if r.EndAt(v.decode(&r.Reader, r.Offset(), "")); r.Done() != nil || v.ID != "x" {
			t.Fatalf("%+v %v", v, r.Done())
		}
		written := 0
		if room >= padding {
			written = padding
		}
		if changedBehind(page, len(text)+written) >= 0 || written == 0 && changedBehind(page, len(text)) >= 0 {
			t.Errorf("with %d bytes of capacity behind the body, the reader wrote %q", room, page[len(text):])
		}
		if string(page[:len(text)]) != text {
			t.Errorf("the body is %q", page[:len(text)])
		}
	}
}
