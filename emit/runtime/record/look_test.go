package record

import (
	"strings"
	"testing"

	"github.com/specimen-go/specimen/infer/evidence"
	"github.com/specimen-go/specimen/infer/jsontext"
)

// looked are values that looks tell apart, or nearly so.
var looked = []string{
	"0", "1", "2", "9", "10", "12345678", "123456789", "-1", "-0", "5.0", "2.50", "1e2", "null", "true", "1234567a", ":", "/",
	`""`, `"0"`, `"1"`, `"00"`, `"12.50"`, `"12345678"`, `"123456789"`, `"12:30"`, `"1-2"`, `"12\u0030"`, `"12é"`, `"1,2"`, `"true"`, `"2026/01"`, `"a"`, `"ab"`,
	`"2026-01-02"`, `"2026-01-02T03:04:05Z"`, `"2026/01/02 03:04"`, `"20260102T030405Z"`, `"Mon, 02 Jan 2006 15:04:05 GMT"`, `"2 Jan 2006 15:04:05 GMT"`,
	`"5f3a9c1e8b7d4a2c1e9f0b3d"`, `"12345678901234567890"`, `"1234567T"`, `"12345678t901"`, `"日本日本日本"`, `"{}"`, `"[]"`, `"[a]"`, `"{a}"`, `"[ ]"`, `"[1"`, `"{"`, `"["`,
}

func checkLooks(t *testing.T, text string) {
	t.Helper()
	if _, err := jsontext.ParseValue(text); err != nil {
		return
	}
	body := `{"a":` + text + `}`
	padded := body + string(jsontext.Padding)
	w := walk{}
	w.read(padded[:len(body)])
	raw := padded[len(`{"a":`) : len(body)-1]
	c := new(walk).raw(&node{foreign: true}, raw)
	if w.isDigits(raw) && c != evidence.NumberInt {
		t.Errorf("%s: class %d, and is said to be digits", raw, c)
	}
	if w.isShortAmount(raw) && c != evidence.StringOther {
		t.Errorf("%s: class %d, and is said to be an amount", raw, c)
	}
	if k := numberClass(raw); k != none && k != c {
		t.Errorf("%s: class %d, and is said to be of %d", raw, c, k)
	}
	s, ok := jsontext.RawValue(raw).Text()
	if !ok || s == "" {
		return
	}
	if isOther(s) && (evidence.ClassOfString(s) != evidence.StringOther || s[0] == '{' || s[0] == '[') {
		t.Errorf("%q is said to be other text", s)
	}
	if (s[0] == '{' || s[0] == '[') && !begins(s) {
		if _, err := jsontext.ParseValue(s); err == nil {
			t.Errorf("%q is said not to go on like JSON", s)
		}
	}
}

// TestLooks checks that what looks take for the usual class of a value is its class.
func TestLooks(t *testing.T) {
	for _, text := range looked {
		checkLooks(t, text)
	}
	w := walk{}
	w.read(strings.Repeat("x", 20)[:4])
	for _, text := range []string{"12345", `"12.50"`} {
		if w.isDigits(text) || w.isShortAmount(text) {
			t.Errorf("%s is not in the body, and was read", text)
		}
	}
	body := "12345" + jsontext.Padding
	if w.read(body[:5]); !w.isDigits(body[:5]) {
		t.Error("12345 is an integer")
	}
}

func FuzzLooks(f *testing.F) {
	for _, text := range looked {
		f.Add(text)
	}
	f.Fuzz(checkLooks)
}
