package wire_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/payload"
	"github.com/specimen-go/specimen/emit/runtime/wire"
)

// standardTree is what encoding/json makes of a text: numbers by their text,
// U+FFFD for what is not UTF-8, the last of several members of a name.
func standardTree(t testing.TB, text string) any {
	t.Helper()
	if !json.Valid([]byte(text)) {
		t.Fatalf("not JSON: %.200q", text)
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("encoding/json reads %.200q: %v", text, err)
	}
	return v
}

// checkEqualJSON checks that two texts are the same JSON value, number texts
// included.
func checkEqualJSON(t testing.TB, got, want string) {
	t.Helper()
	if !reflect.DeepEqual(standardTree(t, got), standardTree(t, want)) {
		t.Errorf("got the JSON %s\nwant %s", got, want)
	}
}

// checkPaths checks paths and offsets of mismatches by encoding/json.
func checkPaths(t testing.TB, text string, mismatches []payload.Mismatch) {
	t.Helper()
	if mismatches == nil {
		return
	}
	paths := make(map[int]string)
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	standardPaths(t, d, text, "", paths)
	for _, m := range mismatches {
		path, ok := paths[m.Offset]
		inside := strings.HasPrefix(m.Path, path+"/") && text[m.Offset] == '"' // in a text of JSON
		if !ok || m.Path != path && !inside || m.Want == m.Got && m.Want != payload.KindNumber {
			t.Errorf("%q: %+v, but at the offset is %q", text, m, path)
		}
	}
}

// standardPaths adds the path of each value, by the offset where it begins.
func standardPaths(t testing.TB, d *json.Decoder, text, path string, paths map[int]string) {
	at := int(d.InputOffset())
	at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\r\n,:"))
	token, err := d.Token()
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	paths[at] = path
	for i := 0; (token == json.Delim('{') || token == json.Delim('[')) && d.More(); i++ {
		step := strconv.Itoa(i)
		if token == json.Delim('{') {
			name, err := d.Token()
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			step = strings.ReplaceAll(strings.ReplaceAll(name.(string), "~", "~0"), "/", "~1")
		}
		standardPaths(t, d, text, path+"/"+step, paths)
	}
	if token == json.Delim('{') || token == json.Delim('[') {
		if _, err := d.Token(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	}
}

// readAt decodes the value at the cursor, and reports whether it was exact.
func readAt[T any](r *cursor, p *T, read func(*wire.Reader, int, *T, string) int) bool {
	return r.took(read(&r.Reader, r.at, p, ""))
}

// nobody is expected after a value by a decoder that goes on with Seek after
// each: no text of the tests has it.
const nobody = `,"nobody":`

// reader returns a Reader of a text with the default limits.
func reader(text string) cursor {
	return newCursor([]byte(text), wire.Limits{})
}

// textOf is what an Append function writes.
func textOf[T any](appender func([]byte, T) []byte, v T) string {
	return string(appender(nil, v))
}

// throughJSON decodes and encodes a text by encoding/json as a T. It returns
// "error" where decoding fails.
func throughJSON[T any](text string) string {
	var v T
	if json.Unmarshal([]byte(text), &v) != nil {
		return "error"
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
