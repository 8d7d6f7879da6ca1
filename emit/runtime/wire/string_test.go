package wire_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/specimen-go/specimen/emit/runtime/wire"
)

func TestString(t *testing.T) {
	const seven = "7 bytes" // so that what follows begins at the end of a word of eight
	tests := []struct {
		text string
		want string
		outcome
	}{
		{`""`, "", outcome{true, ""}},
		{`"a"`, "a", outcome{true, ""}},
		{`"é日本😀"`, "é日本😀", outcome{true, ""}},
		{`"\"\\\/\b\f\n\r\t"`, "\"\\/\b\f\n\r\t", outcome{true, ""}},
		{`"\u0041\u00e9\u65E5\ud83d\uDE00"`, "Aé日😀", outcome{true, ""}},
		{`"\ufffd"`, "\ufffd", outcome{true, ""}},
		{`"` + seven + `\n` + seven + `\u00e9"`, seven + "\n" + seven + "é", outcome{true, ""}},
		{`"` + seven + seven + "\x7f" + seven + `"`, seven + seven + "\x7f" + seven, outcome{true, ""}},
		{"\"\ufffd\"", "\ufffd", outcome{true, ""}},
		{"\"a\xffb\"", "a\ufffdb", outcome{false, ""}},
		{"\"\\n\xff\\n\xe2\x82\"", "\n\ufffd\n\ufffd\ufffd", outcome{false, ""}},
		{`"\ud800"`, "\ufffd", outcome{false, ""}},
		{`"\udc00\ud800"`, "\ufffd\ufffd", outcome{false, ""}},
		{`"\ud800\ud83d\ude00"`, "\ufffd😀", outcome{false, ""}},
		{`"\ud800x"`, "\ufffdx", outcome{false, ""}},
		{`12.50`, "12.50", outcome{false, "string<number"}},
		{digits, digits, outcome{false, "string<number"}},
		{`true`, "true", outcome{false, "string<boolean"}},
		{`null`, "", outcome{false, ""}},
		{`["a"]`, "", outcome{false, "string<array"}},
		{`{}`, "", outcome{false, "string<object"}},
	}
	for _, test := range tests {
		got, out := readValue(t, test.text, "before", (*wire.Reader).String)
		if got != test.want || out != test.outcome {
			t.Errorf("String of %.40q: %.40q %+v, want %.40q %+v", test.text, got, out, test.want, test.outcome)
		}
	}
}

// TestStringEverywhere moves each byte that ends a plain run through all places
// of the words that the Reader looks at.
func TestStringEverywhere(t *testing.T) {
	for before := range 20 {
		for after := range 20 {
			for _, piece := range []struct{ text, want string }{
				{`\n`, "\n"}, {`\"`, `"`}, {`\u00e9`, "é"}, {"é", "é"}, {"\xff", "\ufffd"}, {"\x7f", "\x7f"}, {" ", " "}, {"!", "!"}, {"#", "#"}, {"]", "]"},
			} {
				head, tail := strings.Repeat("h", before), strings.Repeat("t", after)
				got, out := readValue(t, `"`+head+piece.text+tail+`"`, "", (*wire.Reader).String)
				if want := head + piece.want + tail; got != want || out.exact != (piece.text != "\xff") {
					t.Errorf("read %q, exact %t, want %q", got, out.exact, want)
				}
			}
			for c := range byte(' ') {
				r := reader(`["` + strings.Repeat("h", before) + string(c) + strings.Repeat("t", after) + `"]`)
				if r.Skip(); r.Done() == nil {
					t.Errorf("the control character %#x at offset %d is accepted", c, before+2)
				}
			}
		}
	}
}

// TestLongStrings reads strings with escapes around the length from which on
// they are measured first, exact, inexact and malformed at their end.
func TestLongStrings(t *testing.T) {
	for size := 2000; size < 2100; size++ {
		fill := strings.Repeat("f", size)
		for _, c := range []struct {
			text, want string
			exact      bool
		}{
			{`"\n` + fill + `"`, "\n" + fill, true},
			{`"` + fill + `\u00e9é"`, fill + "éé", true},
			{`"` + fill + `\ud83d\ude00"`, fill + "😀", true},
			{`"` + strings.Repeat(`\u0041`, size) + `"`, strings.Repeat("A", size), true},
			{`"` + fill + `\n\ud83d"`, fill + "\n\ufffd", false},
			{`"\n` + fill + "\xff\"", "\n" + fill + "\ufffd", false},
		} {
			got, out := readValue(t, c.text, "", (*wire.Reader).String)
			if got != c.want || out.exact != c.exact {
				t.Errorf("%.20q of %d bytes is read as %d bytes, exact %t", c.text, len(c.text), len(got), out.exact)
			}
		}
		for _, end := range []string{``, `\`, `\"`, `\u12`, `\x"`, "\n\"", `\ud83d\u`} {
			for _, begin := range []string{`"`, `"\n`} {
				text := begin + fill + end
				r, skip := reader(text), reader(text)
				r.String(new(string))
				skip.Skip()
				if r.Done() == nil || skip.Done() == nil || r.Done().Error() != skip.Done().Error() {
					t.Errorf("a string of %d bytes that ends in %q: %v, and %v when it is skipped", len(text), end, r.Done(), skip.Done())
				}
			}
		}
	}
}

// TestManyStrings checks that strings with escapes, which share memory, stay
// what they were.
func TestManyStrings(t *testing.T) {
	var want []string
	text := []byte(`{"late":[`)
	for i := range 2000 {
		s := strings.Repeat("é\n", i*i%997) + string(rune('a'+i%26))
		want = append(want, s)
		text = append(wire.AppendString(text, s), ',')
	}
	var v Item
	text = append(bytes.TrimSuffix(text, []byte(",")), `],"info":"{\"sku\":\"a\\nb\"}","id":"c\nd"}`...)
	if _, err := decodeItem(text, &v); err != nil {
		t.Fatal(err)
	}
	got, _ := v.Late.Get()
	if len(got) != len(want) {
		t.Fatalf("%d strings, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("string %d is %.40q, want %.40q", i, got[i], want[i])
		}
	}
	if info, _ := v.Info.Get(); info.SKU != "a\nb" || v.ID != "c\nd" {
		t.Errorf("the others are %q and %q", info.SKU, v.ID)
	}
}
