package suggest

import (
	"strings"
	"testing"
)

// TestLexicon: every role has words, each once and written as names are looked up,
// and every row says what it means.
func TestLexicon(t *testing.T) {
	if n := int(englishWord) + 1; len(lexicon) != n {
		t.Errorf("%d rows for %d roles", len(lexicon), n)
	}
	for r, row := range lexicon {
		if row.words == "" || row.says == "" {
			t.Errorf("role %d has the words %q and says %q", r, row.words, row.says)
		}
		seen := make(map[string]bool)
		for _, w := range strings.Fields(row.words) {
			if seen[w] {
				t.Errorf("%s is there twice in the row that says %q", w, row.says)
			}
			seen[w] = true
			asWritten := role(r) == ownType || role(r) == currencyCode || role(r) == countryCode
			if !asWritten && joined(w) != w {
				t.Errorf("%s can never be found: names have %s", w, joined(w))
			}
		}
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want bool
	}{
		{"a wrapper is vague", vague.is("data"), true},
		{"the end of a time is a moment", moment.is("at"), true},
		{"a moment need not end a time", timeEnd.is("since"), false},
		{"unit_price has an amount", amount.in("unit_price"), true},
		{"unitPrices has none", amount.in("unitPrices"), false},
		{"createdAt ends like a time", timeEnd.ends("createdAt"), true},
		{"at_home does not", timeEnd.ends("at_home"), false},
		{"is_new asks", asks.begins("is_new"), true},
		{"is alone does not", asks.begins("is"), false},
		{"customFields holds free keys", freeKeys.is(joined("customFields")), true},
		{"of two roles one is enough", isOneOf("of", vague, particle), true},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %t", c.what, c.got)
		}
	}
	if user, order, other := beingRank("User"), beingRank("Order"), beingRank("X"); user >= order || order >= other {
		t.Errorf("ranks of User, Order and X: %d, %d, %d", user, order, other)
	}
}
