package wire_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// TestFlood reads payloads with hundreds of thousands of members, elements and
// mismatches. What is quadratic in any of them would not end here; what they
// allocate is bounded by their size.
func TestFlood(t *testing.T) {
	repeat := func(head, piece, tail string) func(n int) string {
		return func(n int) string { return head + strings.Repeat(piece+",", n-1) + piece + tail }
	}
	tests := []struct {
		name string
		most int // bytes allocated by decoding and encoding, for each byte of the text
		text func(n int) string
	}{
		{"unknown members", 20, func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `,"k%d":%d`, i, i)
			}
			return "{" + b.String()[1:] + "}"
		}},
		{"one unknown member", 35, repeat(`{`, `"k":1`, `}`)},
		{"one known member", 2, repeat(`{`, `"id":"a"`, `}`)},
		{"one known member, misfit", 20, repeat(`{`, `"id":1`, `}`)},
		{"one known member, misfit at first", 2, repeat(`{"id":null,`, `"id":""`, `}`)},
		{"all known members, misfit", 10, repeat(`{`, `"id":1,"count":"","at":[],"lines":"","names":7`, `}`)},
		{"one key of a map", 20, repeat(`{"names":{`, `"k":"a"`, `}}`)},
		{"keys of a map", 30, func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `,"k%d":"v"`, i%(n/2))
			}
			return `{"names":{` + b.String()[1:] + "}}"
		}},
		// Three bytes of text are a Line, until there is no memory for more.
		{"elements", 20, repeat(`{"lines":[`, `{}`, `]}`)},
		{"misfit elements", 60, repeat(`{"lines":[`, `""`, `]}`)},
		{"elements with unknown members", 70, repeat(`{"lines":[`, `{"x":null,"qty":"1"}`, `]}`)},
		{"texts of JSON", 20, repeat(`{`, `"info":"{\"sku\":5}"`, `}`)},
		{"texts of malformed JSON", 20, repeat(`{`, `"info":"{\"sku\":5"`, `}`)},
		{"mismatches in a text of JSON", 20, repeat(`{"info":"{`, `\"sku\":5`, `}"}`)},
	}
	const n = 100_000
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, encoded := test.text(n), ""
			used := allocated(func() { encoded = decodeEncode(t, text) })
			if used > test.most*len(text) {
				t.Errorf("%d bytes allocated, want %d times the %d of the text at most", used, test.most, len(text))
			}
			checkEqualJSON(t, encoded, text)
		})
	}
}

// decodeEncode decodes and encodes a text.
func decodeEncode(t *testing.T, text string) string {
	var v Item
	if _, err := decodeItem([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return string(v.AppendJSON(nil))
}

// allocated returns how many bytes f allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}
