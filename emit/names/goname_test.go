package names

import (
	"go/token"
	"strings"
	"testing"
)

// TestGoName: every key has a name, whatever it is (K1, K2, K3, K4, K5, K6, K7,
// K8, K10, K11, K12, K13, K21).
func TestGoName(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"created_at", "CreatedAt"},
		{"createdAt", "CreatedAt"},
		{"id", "ID"},
		{"_id", "XID"},
		{"__v", "XV"},
		{"ids", "IDs"},
		{"userIDs", "UserIDs"},
		{"userID", "UserID"},
		{"user_id", "UserID"},
		{"imageURLList", "ImageURLList"},
		{"html_url", "HTMLURL"},
		{"SEOTitle", "SEOTitle"},
		{"USD", "USD"},
		{"VISA", "Visa"},
		{"APPROVED", "Approved"},
		{"NEEDS_WORK", "NeedsWork"},
		{"PAYMENT.CAPTURE.COMPLETED", "PaymentCaptureCompleted"},
		{"VAULT.PAYMENT-TOKEN.CREATED", "VaultPaymentTokenCreated"},
		{"FIRST_NAME", "FirstName"},
		{"USER_ID", "UserID"},
		{"IBAN", "IBAN"},
		{"IDS", "IDs"},
		{"A", "A"},
		{"T_1", "T1"},
		{"TIER_10K", "Tier10K"},
		{"SHA256", "SHA256"},
		{"eventSourceARN", "EventSourceARN"},
		{"ISO_3166", "ISO3166"},
		{"ÉTAT_CIVIL", "ÉtatCivil"},
		{"日本_ABC", "X日本Abc"},
		{"graphql_ids", "GraphQLIDs"},
		{"iana_zone", "IANAZone"},
		{"has_2fa", "Has2FA"},
		{"oauth_token", "OAuthToken"},
		{"ipv6", "IPv6"},
		{"address1", "Address1"},
		{"zh-hant", "ZhHant"},
		{"124791_key_2", "N124791Key2"},
		{"", "Empty"},
		{"-", "X2D"},
		{"a,b", "AB"},
		{"a\"b", "AB"},
		{"a`b", "AB"},
		{"a b", "AB"},
		{"a\nb\x00c\x1bd", "ABCD"},
		{"type", "Type"},
		{"日本", "X日本"},
		{"ªb", "Xªb"},
		{"ß", "Xß"},
		{"e\u0301", "E"},
		{"Ⅷ", "X2167"},
		{"٣", "N٣"},
		{"3d", "N3d"},
		{"_1", "X1"},
		{"$ref", "Ref"},
		{"@id", "AtID"},
		{"#", "X23"},
		{"+1", "Plus1"},
		{"-1", "Minus1"},
		{"😀", "X1F600"},
		{"\xff", "XFFFD"},
		{"__proto__", "XProto"},
		{"init", "Init"},
		{"_", "X5F"},
		{"a\u3164b", "AB"}, // a letter that is not visible
		{"\u202e", "X202E"},
	} {
		if got := GoName(c.key); got != c.want {
			t.Errorf("GoName(%q) = %s, want %s", c.key, got, c.want)
		}
	}
}

// TestGoNameCutsLongKeys: a long name is cut, and told apart by a digest (K16).
func TestGoNameCutsLongKeys(t *testing.T) {
	a, b := GoName(strings.Repeat("长a_", 40_000)+"x"), GoName(strings.Repeat("长a_", 40_000)+"y")
	if len(a) > maxName || a == b {
		t.Errorf("GoName of two long keys: %d and %d bytes, equal: %t", len(a), len(b), a == b)
	}
}

// FuzzGoName: every key has an exported identifier.
func FuzzGoName(f *testing.F) {
	for _, key := range []string{"", "_", "1", "+1", "日", "a`\n", "\xff", "ǅ", "ﬀ", "🏳️‍🌈"} {
		f.Add(key)
	}
	f.Fuzz(func(t *testing.T, key string) {
		name := GoName(key)
		if !token.IsIdentifier(name) || !token.IsExported(name) || len(name) > maxName {
			t.Errorf("GoName(%q) = %q, which is no exported identifier of at most %d bytes", key, name, maxName)
		}
		if again := GoName(key); again != name {
			t.Errorf("GoName(%q) = %q, then %q", key, name, again)
		}
	})
}
