package diagnostic

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("0123456789", 100)
	for _, tt := range []struct {
		line   string
		offset int
		text   string
		column int
	}{
		{"", 0, "", 0},
		{"abc", 1, "abc", 1},
		{"abc", 99, "abc", 3},
		{"a\tb", 2, "a b", 2},
		{"日本x", 6, "日本x", 4},
		{"e\u0301x", 3, "e\u0301x", 1},
		{"\x00x", 1, `\x00x`, 4},
		{long, 0, long[:100] + "…", 0},
		{long, 500, "…" + long[440:540] + "…", 61},
		{long, 999, "…" + long[900:], 100},
	} {
		text, column := excerpt(tt.line, tt.offset)
		if text != tt.text || column != tt.column {
			t.Errorf("excerpt(%.20q, %d) = %q, %d, want %q, %d", tt.line, tt.offset, text, column, tt.text, tt.column)
		}
	}
}

// TestExcerptOfLine checks that indentation takes no room and that a position before the
// text is the beginning of it.
func TestExcerptOfLine(t *testing.T) {
	long := strings.Repeat("x", 200)
	for _, tt := range []struct {
		line   string
		column int
		want   string
	}{
		{`          "price": 12,`, 20, `"price": 12,`},
		{"\t a\x1bb ", 0, `a\x1bb`},
		{strings.Repeat(" ", 90) + "1 " + long, 91, "1 " + long[:98] + "…"},
		{long + " 12", 202, "…" + long[:97] + " 12"},
		{"", 1, ""},
	} {
		if got := Excerpt(tt.line, tt.column); got != tt.want {
			t.Errorf("Excerpt(%q, %d) is %q, want %q", tt.line, tt.column, got, tt.want)
		}
	}
}
