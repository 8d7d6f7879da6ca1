package diagnostic

import "testing"

// TestPrintable checks that messages show invisible characters (C6, C11).
func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"日本 ß":                               "日本 ß",
		"a\u202eb\u200b\ufeff\x1b\n":         `a\u202eb\u200b\ufeff\x1b\n`,
		"\u2028\u00a0\ue000\u0378\U000e0001": `\u2028\u00a0\ue000\u0378\U000e0001`,
		"a\u3164b\u034f\ufe0f":               `a\u3164b\u034f\ufe0f`,
		"\xff\ufffd":                         `\xff\ufffd`,
	} {
		if got := Printable(text); got != want {
			t.Errorf("Printable(%+q) = %s, want %s", text, got, want)
		}
	}
}
