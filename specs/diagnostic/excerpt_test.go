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
