package redact

import "strings"

// issued is a token that says of itself who gave it out: that is documented, so
// that such tokens are found where they should not be.
type issued struct {
	prefix string
	least  int    // length of what follows
	of     string // the bytes of that; those of base64 for URLs where it is empty
	fake   bool   // nobody gives them out
}

// issuers lists the prefixes of tokens. Twenty letters where the length varies.
var issuers = []issued{
	{"AKIA", 16, upper, false},
	{"ASIA", 16, upper, false},
	{"ABIA", 16, upper, false},
	{"ACCA", 16, upper, false}, // Amazon
	{"ghp_", 20, "", false},
	{"gho_", 20, "", false},
	{"ghu_", 20, "", false},
	{"ghs_", 20, "", false},
	{"ghr_", 20, "", false},
	{"github_pat_", 20, "", false},
	{"glpat-", 16, "", false},
	{"gldt-", 16, "", false},
	{"glrt-", 16, "", false},
	{"glptt-", 16, "", false},
	{"glcbt-", 16, "", false},
	{"glft-", 16, "", false},
	{"glsoat-", 16, "", false},
	{"gloas-", 16, "", false},
	{"xoxb-", 10, "", false},
	{"xoxp-", 10, "", false},
	{"xoxa-", 10, "", false},
	{"xoxr-", 10, "", false},
	{"xoxs-", 10, "", false},
	{"xoxe-", 10, "", false},
	{"xoxe.", 10, dotted, false},
	{"xoxc-", 10, "", false},
	{"xoxd-", 10, "", false},
	{"xapp-", 10, "", false}, // Slack
	{"sk_live_", 16, "", false},
	{"sk_test_", 16, "", false},
	{"rk_live_", 16, "", false},
	{"rk_test_", 16, "", false},
	{"pk_live_", 16, "", false},
	{"pk_test_", 16, "", false},
	{"whsec_", 16, "", false}, // Stripe
	{"AIza", 35, "", false},
	{"ya29.", 20, dotted, false},
	{"GOCSPX-", 20, "", false}, // Google
	{"SG.", 20, dotted, false},
	{"xkeysib-", 20, "", false},
	{"key-", 32, hex, false}, // mail services
	{"SK", 32, hex, false},   // Twilio
	{"npm_", 20, "", false},
	{"pypi-", 20, "", false},
	{"rubygems_", 20, hex, false},
	{"dckr_pat_", 20, "", false},
	{"CLOJARS_", 20, hex, false}, // registries
	{"shpat_", 20, "", false},
	{"shpca_", 20, "", false},
	{"shppa_", 20, "", false},
	{"shpss_", 20, "", false}, // Shopify
	{"sq0atp-", 20, "", false},
	{"sq0csp-", 20, "", false},
	{"sq0idp-", 20, "", false},
	{"EAAA", 40, "", false},
	{"access_token$production$", 20, "", false}, // Square, Braintree
	{"rzp_live_", 14, "", false},
	{"rzp_test_", 14, "", false},
	{"FLWSECK-", 20, "", false},
	{"FLWSECK_TEST-", 12, "", false},
	{"EZAK", 40, "", false},
	{"shippo_live_", 20, hex, false},
	{"duffel_live_", 20, "", false}, // payments, parcels
	{"dop_v1_", 20, hex, false},
	{"doo_v1_", 20, hex, false},
	{"dor_v1_", 20, hex, false},
	{"HRKU-", 20, "", false},
	{"nfp_", 20, "", false},
	{"fo1_", 20, "", false},
	{"dapi", 32, hex, false},
	{"sbp_", 20, hex, false},
	{"pscale_tkn_", 20, "", false},
	{"pscale_pw_", 20, "", false},
	{"pul-", 40, hex, false},
	{"hvs.", 20, dotted, false},
	{"hvb.", 20, dotted, false},
	{"LTAI", 16, "", false},
	{"AKCp", 40, "", false}, // hosting
	{"sk-", 20, "", false},
	{"hf_", 20, "", false},
	{"gsk_", 20, "", false},
	{"xai-", 20, "", false},
	{"r8_", 20, "", false},
	{"pplx-", 20, "", false}, // models
	{"lin_api_", 20, "", false},
	{"ntn_", 20, "", false},
	{"secret_", 20, "", false},
	{"figd_", 20, "", false},
	{"PMAK-", 20, "", false},
	{"ATATT3", 20, "", false},
	{"ATCTT3", 20, "", false},
	{"sl.", 40, dotted, false},
	{"dp.pt.", 20, dotted, false},
	{"glsa_", 20, "", false},
	{"glc_", 20, "", false},
	{"NRAK-", 20, "", false},
	{"sntrys_", 20, "", false},
	{"sntryu_", 20, "", false},
	{"bkua_", 20, hex, false},
	{"CCIPAT_", 20, "", false},
	{"pnu_", 20, "", false},
	{"rdme_", 20, "", false},
	{"tfp_", 20, "", false},
	{"CFPAT-", 20, "", false},
	{"fio-u-", 20, "", false},
	{"access-production-", 20, "", false},
	{"access-sandbox-", 20, "", false},
	{"AGE-SECRET-KEY-1", 20, upper, false}, // tools
}

const (
	hex    = "0123456789abcdefABCDEF"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	word   = upper + "abcdefghijklmnopqrstuvwxyz_-"
	dotted = word + "."
)

// fake returns a prefix that nobody gives out in place of one that somebody does,
// so that what takes the place of a token does not set off an alarm. It is known
// again as if it were the prefix.
func fake(prefix string) string {
	switch c := prefix[0]; {
	case c == 'x':
		return "z" + prefix[1:]
	case 'A' <= c && c <= 'Z':
		return "X" + prefix[1:]
	}
	return "x" + prefix[1:]
}

// byFirst holds the issuers by the first bytes of their prefixes.
var byFirst = func() (all [256][]issued) {
	for _, x := range issuers {
		all[x.prefix[0]] = append(all[x.prefix[0]], x)
		x.prefix, x.fake = fake(x.prefix), true
		all[x.prefix[0]] = append(all[x.prefix[0]], x)
	}
	return all
}()

// issuedAt returns the lengths of the prefix and of the whole of the token that a
// text begins with, or zeros.
func issuedAt(text string) (prefix, length int) {
	for _, x := range byFirst[text[0]] {
		if !strings.HasPrefix(text, x.prefix) {
			continue
		}
		rest := text[len(x.prefix):]
		n := span(rest[:min(len(rest), maxToken)], x.of)
		if n < x.least || !hasDigit(rest[:n]) || len(x.prefix) <= 4 && x.of == "" && !looksRandom(rest[:n], x.least) {
			continue
		}
		n = span(rest, x.of)
		if n+len(x.prefix) > length && (n == len(rest) || !isAlnum(rest[n])) {
			prefix, length = len(x.prefix), len(x.prefix)+n
		}
	}
	return prefix, length
}

// maxToken is how much of a text is looked at, where what follows a prefix is no
// token: a text of nothing but prefixes takes no longer than another one.
const maxToken = 256

// span returns how many bytes at the beginning of a text are of an alphabet.
func span(text, of string) int {
	if of == "" {
		of = word
	}
	n := 0
	for n < len(text) && strings.IndexByte(of, text[n]) >= 0 {
		n++
	}
	return len(strings.TrimRight(text[:n], ".-"))
}

// issuedIn finds the tokens in a text that say of themselves what they are.
func issuedIn(text string) []part {
	var all []part
	for i := 0; i < len(text); i++ {
		if !isTokenByte(text[i]) {
			continue
		}
		end := i
		for end < len(text) && isTokenByte(text[end]) {
			end++
		}
		for ; end-i >= minToken; i++ {
			if i > 0 && isAlnum(text[i-1]) || byFirst[text[i]] == nil {
				continue
			}
			if _, n := issuedAt(text[i:]); n > 0 {
				all = append(all, part{from: i, to: i + n, what: Secret})
				i += n - 1
			}
		}
		i = end
	}
	return all
}

// isTokenByte reports whether the tokens of issuers have a byte.
func isTokenByte(c byte) bool { return isAlnum(c) || c == '_' || c == '-' || c == '.' || c == '$' }

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// isIssued reports whether a whole text is such a token.
func isIssued(text string) bool {
	if text == "" {
		return false
	}
	_, n := issuedAt(text)
	return n > 0 && n == len(text)
}

// isFake reports whether a prefix is one that nobody gives out.
func isFake(prefix string) bool {
	for _, x := range byFirst[prefix[0]] {
		if x.prefix == prefix {
			return x.fake
		}
	}
	return false
}
