package emit

import (
	"strconv"
	"testing"

	"github.com/dave/jennifer/jen"
)

// TestLiteral: text that is visible may stand in raw quotes; any other has escapes
// (C6, C7).
func TestLiteral(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{"a":`, "`{\"a\":`"},
		{"日本 ß é", "`日本 ß é`"},
		{"a`b", "\"a`b\""},
		{"a\nb\t\"", `"a\nb\t\""`},
		{"user\u202e\u2066admin", `"user\u202e\u2066admin"`},
		{"\u200f\u200b\u00ad\ufeff", `"\u200f\u200b\u00ad\ufeff"`},
		{"\u2028\u2029\u0085\u00a0\u3000", `"\u2028\u2029\u0085\u00a0\u3000"`},
		{"\ue000\u0378\U000e0001\U0010ffff", `"\ue000\u0378\U000e0001\U0010ffff"`},
		{"\u3164\u115f\u034f\ufe0f\U000e0100", `"\u3164\u115f\u034f\ufe0f\U000e0100"`},
		{"\xff", `"\xff"`},
	} {
		got := (&jen.Statement{}).Add(literal(c.text)).GoString()
		if got != c.want {
			t.Errorf("literal(%+q) = %s, want %s", c.text, got, c.want)
		}
		for _, code := range []string{got, quoted(c.text).GoString()} {
			if text, err := strconv.Unquote(code); err != nil || text != c.text {
				t.Errorf("%s means %+q, want %+q", code, text, c.text)
			}
		}
	}
}
