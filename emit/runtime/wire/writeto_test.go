//go:build go1.27 && goexperiment.jsonv2

package wire_test

import (
	"bytes"
	"encoding/json"
	"encoding/json/jsontext"
	jsonv2 "encoding/json/v2"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// text is a value that is written as generated types are.
type text string

func (x *text) MarshalJSONTo(e *jsontext.Encoder) error {
	return wire.WriteTo(e, append(e.AvailableBuffer(), *x...))
}

func (x text) MarshalJSON() ([]byte, error) { return []byte(x), nil }

// TestWriteTo checks what both versions of encoding/json make of what a delivery may hold.
func TestWriteTo(t *testing.T) {
	both := []jsonv2.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}
	tests := []struct {
		name, text, v1, v2, lenient string
		fails                       string // what the error of the second version names
	}{
		{"plain", `{"b": [1.0, "é"]}`, `{"b":[1.0,"é"]}`, `{"b":[1.0,"é"]}`, `{"b":[1.0,"é"]}`, ""},
		{"for HTML", `"<&>"`, `"\u003c\u0026\u003e"`, `"<&>"`, `"<&>"`, ""},
		{"duplicate names", `{"a":1,"a":2}`, `{"a":1,"a":2}`, "", `{"a":1,"a":2}`, "jsontext.AllowDuplicateNames(true)"},
		{"invalid UTF-8", "\"\xff\"", "\"\xff\"", "", "\"\ufffd\"", "jsontext.AllowInvalidUTF8(true)"},
		{"half a pair", `"\ud800"`, `"\ud800"`, "", "\"\ufffd\"", "jsontext.AllowInvalidUTF8(true)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := text(tt.text)
			for name, value := range map[string]any{"pointer": &x, "value": x, "field": struct{ X *text }{&x}} {
				inner := func(out []byte) string {
					if name != "field" {
						return string(out)
					}
					return strings.TrimSuffix(strings.TrimPrefix(string(out), `{"X":`), "}")
				}
				if out, err := json.Marshal(value); err != nil || inner(out) != tt.v1 {
					t.Errorf("%s: json.Marshal: %s, %v, want %s", name, out, err, tt.v1)
				}
				out, err := jsonv2.Marshal(value)
				switch {
				case tt.fails == "" && (err != nil || inner(out) != tt.v2):
					t.Errorf("%s: json/v2: %s, %v, want %s", name, out, err, tt.v2)
				case tt.fails != "" && (err == nil || name != "value" && !strings.Contains(err.Error(), tt.fails)):
					t.Errorf("%s: json/v2: %s, %v, want an error that names %s", name, out, err, tt.fails)
				}
				if out, err := jsonv2.Marshal(value, both...); err != nil || inner(out) != tt.lenient {
					t.Errorf("%s: json/v2 with both options: %s, %v, want %s", name, out, err, tt.lenient)
				}
			}
		})
	}
}

// TestWriteToFails checks that errors of the writer are not taken for ones of the text.
func TestWriteToFails(t *testing.T) {
	broken := errors.New("broken")
	e := jsontext.NewEncoder(writerFunc(func([]byte) (int, error) { return 0, broken }))
	if err := wire.WriteTo(e, bytes.Repeat([]byte("1"), 10)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestWriteToMakesRoom checks that an encoder that is used again, as those of json.Marshal are,
// has room for an event like the one before.
func TestWriteToMakesRoom(t *testing.T) {
	long := `"` + strings.Repeat("x", 10_000) + `"`
	e := jsontext.NewEncoder(io.Discard)
	if err := wire.WriteTo(e, append(e.AvailableBuffer(), long...)); err != nil {
		t.Fatal(err)
	}
	e.Reset(io.Discard)
	if room := cap(e.AvailableBuffer()); room < len(long) {
		t.Errorf("room for %d bytes, want %d", room, len(long))
	}
}
