package emit

import "testing"

// TestHarmlessSample: a value of an example stands in a comment only where it is
// a word for a state or a kind (X2).
func TestHarmlessSample(t *testing.T) {
	for _, c := range []struct{ key, sample, want string }{
		{"financial_status", `"waiting"`, `"waiting"`},
		{"fulfillmentStatus", `"partly-paid"`, `"partly-paid"`},
		{"currency", `"USD"`, `"USD"`},
		{"status", `"sk_live_4eC39HqLyjWDarjtT1zdp7dc"`, ""},
		{"status", `"a@example.com"`, ""},
		{"status", `"12"`, ""},
		{"status", `"two words"`, ""},
		{"status", `12`, ""},
		{"name", `"lee"`, ""},
		{"first_name", `"lee"`, ""},
		{"email", `"lee"`, ""},
		{"token", `"abc"`, ""},
		{"password", `"abc"`, ""},
		{"status_token", `"abc"`, ""},
		{"", `"abc"`, ""},
	} {
		if got := harmlessSample(c.key, []string{c.sample}); got != c.want {
			t.Errorf("%s: %s shows %q, want %q", c.key, c.sample, got, c.want)
		}
	}
}
