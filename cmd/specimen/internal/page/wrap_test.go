package page

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		parts []string
	}{
		{"", nil},
		{"id", []string{"id"}},
		{"orders/create", []string{"orders/", "create"}},
		{"/a//b/", []string{"/", "a/", "/", "b/"}},
		{"app/subscriptions_approaching_capped_amount", []string{"app/", "subscriptions_", "approaching_", "capped_", "amount"}},
		{"short_name/ShortName", []string{"short_name/", "ShortName"}},
		{"MetafieldDefinitionRemovedEvent", []string{"Metafield", "Definition", "Removed", "Event"}},
		{"aVeryLongNameWithÄndÜber_日本語", []string{"a", "Very", "Long", "Name", "With", "Änd", "Über_", "日本語"}},
		{"____________________", []string{"____________________"}},
		{strings.Repeat("x", 40), []string{strings.Repeat("x", 40)}},
	} {
		if got := wrap(c.text); !slices.Equal(got, c.parts) {
			t.Errorf("wrap(%q) is %q, want %q", c.text, got, c.parts)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("app/subscriptions_approaching_capped_amount")
	f.Add("a/\xff\xfeLongNameThatIsNotUTF8\xc3")
	f.Fuzz(func(t *testing.T, text string) {
		parts := wrap(text)
		if got := strings.Join(parts, ""); got != text {
			t.Errorf("the parts of %q are %q", text, got)
		}
		if slices.Contains(parts, "") {
			t.Errorf("a part of %q is empty: %q", text, parts)
		}
	})
}
