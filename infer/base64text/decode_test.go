package base64text

import (
	"bytes"
	"encoding/base64"
	"testing"
)

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		text, want string
		ok         bool
	}{
		{"aGVsbG8=", "hello", true},
		{"aGVsbG8", "hello", true},
		{"aGVs\r\nbG8=\n", "hello", true},
		{"+/+/", "\xfb\xff\xbf", true},
		{"-_-_", "\xfb\xff\xbf", true},
		{"-_8=", "\xfb\xff", true},
		{"-_8", "\xfb\xff", true},
		{"+_8", "", false},       // two alphabets
		{"aGVsbG8==", "", false}, // too much padding
		{"aGVsb", "", false},
		{"aGVs bG8=", "", false},
		{"data:;base64,aGVsbG8=", "", false},
		{"=", "", false},
		{"é", "", false},
		{"", "", true},
	} {
		got, err := Decode(test.text)
		if string(got) != test.want || (err == nil) != test.ok || Valid(test.text) != test.ok {
			t.Errorf("Decode(%q): %q, %v", test.text, got, err)
		}
	}
}

// FuzzDecode checks that whatever an encoder of package base64 writes is read.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("hello"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, e := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
			if got, err := Decode(e.EncodeToString(data)); err != nil || !bytes.Equal(got, data) {
				t.Errorf("%q: %q, %v", e.EncodeToString(data), got, err)
			}
		}
	})
}
