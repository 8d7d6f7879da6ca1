package jsonpointer

import (
	"slices"
	"strings"
	"testing"
)

// TestTokens checks the names in pointers, and that escaping loses nothing.
func TestTokens(t *testing.T) {
	for pointer, want := range map[string][]string{
		"":           {},
		"/":          {""},
		"/a/0/b":     {"a", "0", "b"},
		"/a~1b/~0/~": {"a/b", "~", "~"},
		"/~01":       {"~1"},
	} {
		if got := Tokens(pointer); !slices.Equal(got, want) {
			t.Errorf("Tokens(%q) = %q, want %q", pointer, got, want)
		}
	}
	for _, name := range []string{"", "a", "~", "/", "~1", "~0/~1", "a/b~c"} {
		token := Escape(name)
		if strings.Contains(token, "/") || Unescape(token) != name {
			t.Errorf("the token of %q is %q, whose name is %q", name, token, Unescape(token))
		}
	}
}

// TestShow checks how pointers stand in a line of text.
func TestShow(t *testing.T) {
	for pointer, want := range map[string]string{
		"":                         "the body",
		"/a~1b/0":                  "/a~1b/0",
		"/a b":                     `"/a b"`,
		"/\x1b[1m":                 `"/\x1b[1m"`,
		"/日":                       `"/\u65e5"`,
		strings.Repeat("/abc", 31): strings.Repeat("/abc", 30) + "…",
	} {
		if got := Show(pointer); got != want {
			t.Errorf("Show(%q) = %s, want %s", pointer, got, want)
		}
	}
}
