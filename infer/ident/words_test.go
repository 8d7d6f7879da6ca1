package ident

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"", ""},
		{"_", ""},
		{"id", "id"},
		{"created_at", "created at"},
		{"createdAt", "created At"},
		{"__typename", "typename"},
		{"zh-hant", "zh hant"},
		{"orders/create", "orders create"},
		{"$ref", "ref"},
		{"+1", "1"},
		// Runs of capitals.
		{"userID", "user ID"},
		{"ID", "ID"},
		{"SEOTitle", "SEO Title"},
		{"imageURLList", "image URL List"},
		{"thisIsATest", "this Is A Test"},
		{"USD", "USD"},
		// The s of a plural.
		{"IDs", "IDs"},
		{"userIDs", "user IDs"},
		{"URLs_of", "URLs of"},
		{"URLsOf", "URLs Of"},
		{"URLset", "UR Lset"},
		{"theAsset", "the Asset"},
		{"SKUs2", "SKUs2"},
		// Digits.
		{"address1", "address1"},
		{"line1Address", "line1 Address"},
		{"124791_key_2", "124791 key 2"},
		{"sha256sum", "sha256sum"},
		{"3d", "3d"},
		{"3DModel", "3 D Model"},
		{"utf8Text", "utf8 Text"},
		// Other scripts.
		{"日本", "日本"},
		{"straßeÉtat", "straße État"},
		{"e\u0301t", "e t"}, // a mark is not a letter
		{"a\u3164b", "a b"}, // a letter that is not visible
		{"a\xffb", "a b"},
		{"Ⅷ", ""},
	} {
		got := Words(c.name)
		if strings.Join(got, " ") != c.want {
			t.Errorf("Words(%q) = %q, want %q", c.name, got, strings.Fields(c.want))
		}
		lower := strings.Fields(strings.ToLower(c.want))
		if got := Lower(c.name); !slices.Equal(got, lower) {
			t.Errorf("Lower(%q) = %q, want %q", c.name, got, lower)
		}
		first, last := "", ""
		if n := len(lower); n > 0 {
			first, last = lower[0], lower[n-1]
		}
		if got := First(c.name); got != first {
			t.Errorf("First(%q) = %q, want %q", c.name, got, first)
		}
		if got := Last(c.name); got != last {
			t.Errorf("Last(%q) = %q, want %q", c.name, got, last)
		}
	}
}

// FuzzWords: the words are parts of the name, in its order, and the words of words
// that blanks separate are the words.
func FuzzWords(f *testing.F) {
	for _, name := range []string{"", "created_at", "imageURLList", "userIDs", "line1Address", "ǅ", "\xff", "日本", "ABsC"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		words, rest := Words(name), name
		for _, w := range words {
			at := strings.Index(rest, w)
			if at < 0 || w == "" || !utf8.ValidString(w) {
				t.Fatalf("Words(%q) = %q: %q is not a word of it", name, words, w)
			}
			rest = rest[at+len(w):]
		}
		if again := Words(strings.Join(words, " ")); !slices.Equal(again, words) {
			t.Errorf("Words(%q) = %q, and of these words %q", name, words, again)
		}
	})
}
